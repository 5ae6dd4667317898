package vn.takedown.compliance.sink.elasticsearch;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;

/** How the job shows Elasticsearch who it is. The text form never holds the secret. */
public sealed interface Credentials extends Serializable {

    /** The value of the {@code Authorization} header, empty when none is sent. */
    Optional<String> authorization();

    /** No header is sent: for a cluster without security. */
    static Credentials none() {
        return new None();
    }

    /** For a cluster without security. */
    record None() implements Credentials {
        @Override
        public Optional<String> authorization() {
            return Optional.empty();
        }
    }

    /**
     * User name and password.
     *
     * @param username not null
     * @param password not null
     */
    record Basic(String username, String password) implements Credentials {
        /**
         * @throws NullPointerException when a part is null
         */
        public Basic {
            Objects.requireNonNull(username, "username");
            Objects.requireNonNull(password, "password");
        }

        @Override
        public Optional<String> authorization() {
            byte[] pair = (username + ":" + password).getBytes(StandardCharsets.UTF_8);
            return Optional.of("Basic " + Base64.getEncoder().encodeToString(pair));
        }

        @Override
        public String toString() {
            return "Basic[username=" + username + ", password=***]";
        }
    }

    /**
     * An API key.
     *
     * @param encoded the {@code encoded} value that Elasticsearch gave when the key was made
     */
    record ApiKey(String encoded) implements Credentials {
        /**
         * @throws NullPointerException when the key is null
         */
        public ApiKey {
            Objects.requireNonNull(encoded, "encoded");
        }

        @Override
        public Optional<String> authorization() {
            return Optional.of("ApiKey " + encoded);
        }

        @Override
        public String toString() {
            return "ApiKey[***]";
        }
    }
}
