package vn.takedown.report.source;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * One answer of a search, of which only what the next question needs has been read.
 *
 * @param pointInTime to be named by the next question
 * @param lastSort of the last hit; null when there is no hit
 */
record PageBytes(byte[] body, String pointInTime, JsonNode lastSort) {

    private static final ObjectMapper MAPPER = new ObjectMapper(new JsonFactory());

    /** Inside a string of a document its quotation marks would be escaped. */
    private static final byte[] SORT = "\"sort\":[".getBytes(StandardCharsets.UTF_8);

    /**
     * @throws IOException when the answer names no point in time
     */
    static PageBytes of(byte[] body) throws IOException {
        return new PageBytes(body, pointInTime(body), lastSort(body));
    }

    private static String pointInTime(byte[] body) throws IOException {
        try (JsonParser parser = MAPPER.createParser(body)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                if (name.equals("pit_id")) {
                    return parser.getText();
                }
                parser.skipChildren();
            }
        }
        throw new IOException("the answer names no point in time");
    }

    private static JsonNode lastSort(byte[] body) throws IOException {
        for (int at = body.length - SORT.length; at >= 0; at--) {
            if (startsAt(body, at)) {
                int bracket = at + SORT.length - 1;
                try (JsonParser parser =
                        MAPPER.createParser(body, bracket, body.length - bracket)) {
                    return parser.readValueAsTree();
                }
            }
        }
        return null;
    }

    private static boolean startsAt(byte[] body, int at) {
        for (int i = 0; i < SORT.length; i++) {
            if (body[at + i] != SORT[i]) {
                return false;
            }
        }
        return true;
    }
}
