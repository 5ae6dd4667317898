package vn.takedown.compliance.sink.elasticsearch;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Reads of a reply what decides about its documents; stops early when nothing failed. */
final class BulkReplyParser {

    /**
     * Asks the server to leave out what is not read here; nobody needs the reasons, with values.
     */
    static final String FILTER_PATH = "errors,items.*.status,items.*.error.type";

    private static final Pattern ERROR_TYPE = Pattern.compile("[a-z0-9_]{1,128}");
    private static final String UNKNOWN_TYPE = "unknown";

    private final JsonFactory factory = new JsonFactory();

    /**
     * Reads the body of a 2xx reply to a bulk request.
     *
     * @throws IOException when the body is no bulk reply
     */
    BulkReply parse(InputStream body) throws IOException {
        try (JsonParser json = factory.createParser(body)) {
            expect(json.nextToken(), JsonToken.START_OBJECT);
            Boolean errors = null;
            List<BulkReply.Item> items = null;
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String field = json.currentName();
                JsonToken value = json.nextToken();
                if (field.equals("errors")) {
                    errors = json.getBooleanValue();
                    if (!errors) {
                        return new BulkReply.Accepted();
                    }
                } else if (field.equals("items") && value == JsonToken.START_ARRAY) {
                    items = items(json);
                } else {
                    json.skipChildren();
                }
            }
            if (errors == null || items == null) {
                throw new IOException("the reply is no bulk reply");
            }
            return new BulkReply.Partial(items);
        }
    }

    /** The error type in the body of a refusal, empty when it has none or is no JSON. */
    String errorType(InputStream body) {
        try (JsonParser json = factory.createParser(body)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                return "";
            }
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                boolean error = json.currentName().equals("error");
                json.nextToken();
                if (error) {
                    return typeOf(json);
                }
                json.skipChildren();
            }
            return "";
        } catch (IOException unreadable) {
            // A proxy's page: the status alone decides.
            return "";
        }
    }

    private static List<BulkReply.Item> items(JsonParser json) throws IOException {
        List<BulkReply.Item> items = new ArrayList<>();
        while (json.nextToken() == JsonToken.START_OBJECT) {
            expect(json.nextToken(), JsonToken.FIELD_NAME);
            expect(json.nextToken(), JsonToken.START_OBJECT);
            items.add(item(json));
            expect(json.nextToken(), JsonToken.END_OBJECT);
        }
        expect(json.currentToken(), JsonToken.END_ARRAY);
        return items;
    }

    private static BulkReply.Item item(JsonParser json) throws IOException {
        int status = 0;
        String errorType = "";
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String field = json.currentName();
            json.nextToken();
            switch (field) {
                case "status" -> status = json.getIntValue();
                case "error" -> errorType = typeOf(json);
                default -> json.skipChildren();
            }
        }
        if (status == 0) {
            throw new IOException("an item of the reply has no status");
        }
        return new BulkReply.Item(status, errorType);
    }

    /** Reads the value of an {@code error} field, an object or a bare string. */
    private static String typeOf(JsonParser json) throws IOException {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            json.skipChildren();
            return UNKNOWN_TYPE;
        }
        String type = UNKNOWN_TYPE;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            boolean wanted = json.currentName().equals("type");
            JsonToken value = json.nextToken();
            if (wanted && value == JsonToken.VALUE_STRING) {
                type = safe(json.getText());
            } else {
                json.skipChildren();
            }
        }
        return type;
    }

    /** Lets through what looks like an error type only, so that no value can pass for one. */
    private static String safe(String type) {
        return ERROR_TYPE.matcher(type).matches() ? type : UNKNOWN_TYPE;
    }

    private static void expect(JsonToken actual, JsonToken expected) throws IOException {
        if (actual != expected) {
            throw new IOException("the reply is no bulk reply");
        }
    }
}
