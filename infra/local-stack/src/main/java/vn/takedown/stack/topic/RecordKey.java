package vn.takedown.stack.topic;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Optional;

/**
 * Finds the record key (contract section 1) in a record's value. Looks at the outermost fields only
 * and judges nothing else: whether the record is valid is for the job to say.
 */
final class RecordKey {

    private static final JsonFactory FACTORY = new JsonFactory();
    private static final int LONGEST = 512;

    private RecordKey() {}

    /** Empty when the value does not show the fields that make the key. */
    static Optional<String> of(InputTopic topic, byte[] value) {
        String second =
                switch (topic) {
                    case PROVIDERS -> null;
                    case POLICIES -> "version";
                    case REQUESTS, ACKNOWLEDGEMENTS, OBSERVATIONS -> "target_key";
                };
        String first = topic == InputTopic.POLICIES ? "policy_id" : "provider_id";
        return find(value, first, second).filter(key -> key.length() <= LONGEST);
    }

    private static Optional<String> find(byte[] value, String first, String second) {
        String firstText = null;
        String secondText = second == null ? "" : null;
        try (JsonParser parser = FACTORY.createParser(value)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return Optional.empty();
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME
                    && (firstText == null || secondText == null)) {
                String name = parser.currentName();
                JsonToken token = parser.nextToken();
                if (token == null) {
                    return Optional.empty();
                }
                if (token.isStructStart()) {
                    parser.skipChildren();
                } else if (name.equals(first)) {
                    firstText = parser.getText();
                } else if (name.equals(second)) {
                    secondText = parser.getText();
                }
            }
        } catch (IOException e) {
            // Broken JSON: there is no key, and the job will say why.
            return Optional.empty();
        }
        if (firstText == null || secondText == null) {
            return Optional.empty();
        }
        return Optional.of(second == null ? firstText : firstText + "|" + secondText);
    }
}
