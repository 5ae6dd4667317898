package vn.takedown.stack.client;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * One page of a scroll, read without holding it.
 *
 * @param scrollId to get the next page by; null when the answer holds none
 * @param documents in this page
 */
record DocumentPage(String scrollId, int documents) {

    private static final JsonFactory FACTORY =
            JsonFactory.builder()
                    .streamReadConstraints(
                            // A rejected record of 4 MiB is longer in base64.
                            StreamReadConstraints.builder().maxStringLength(32 << 20).build())
                    .build();

    static DocumentPage read(InputStream stream, DocumentConsumer consumer) throws IOException {
        String scrollId = null;
        int documents = 0;
        try (JsonParser parser = FACTORY.createParser(stream)) {
            expect(parser, JsonToken.START_OBJECT);
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                if (name.equals("_scroll_id")) {
                    scrollId = parser.getText();
                } else if (name.equals("hits") && parser.hasToken(JsonToken.START_OBJECT)) {
                    documents = readHits(parser, consumer);
                } else {
                    parser.skipChildren();
                }
            }
        }
        return new DocumentPage(scrollId, documents);
    }

    private static int readHits(JsonParser parser, DocumentConsumer consumer) throws IOException {
        int documents = 0;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            if (!name.equals("hits")) {
                parser.skipChildren();
                continue;
            }
            while (parser.nextToken() == JsonToken.START_OBJECT) {
                readHit(parser, consumer);
                documents++;
            }
        }
        return documents;
    }

    /** Elasticsearch writes {@code _id} before {@code _source}. */
    private static void readHit(JsonParser parser, DocumentConsumer consumer) throws IOException {
        String id = null;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            if (name.equals("_id")) {
                id = parser.getText();
            } else if (name.equals("_source")) {
                consumer.accept(id, line(id, parser));
            } else {
                parser.skipChildren();
            }
        }
    }

    private static byte[] line(String id, JsonParser parser) throws IOException {
        if (id == null) {
            throw new IOException("a hit gives its source before its id");
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
        try (JsonGenerator generator = FACTORY.createGenerator(bytes)) {
            generator.writeStartObject();
            generator.writeStringField("_id", id);
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                generator.copyCurrentStructure(parser);
            }
            generator.writeEndObject();
        }
        return bytes.toByteArray();
    }

    private static void expect(JsonParser parser, JsonToken token) throws IOException {
        if (parser.nextToken() != token) {
            throw new IOException("not the answer of a search");
        }
    }
}
