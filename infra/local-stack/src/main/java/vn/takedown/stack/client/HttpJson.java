package vn.takedown.stack.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import vn.takedown.stack.StackFailure;

/** JSON over HTTP to one server. */
final class HttpJson {

    static final ObjectMapper MAPPER = new ObjectMapper();

    private static final HttpClient CLIENT =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(5))
                    .build();
    private static final Duration TIMEOUT = Duration.ofMinutes(2);

    private final URI base;

    HttpJson(URI base) {
        this.base = base;
    }

    /** The answer's status and body. */
    record Answer(int status, JsonNode body) {

        boolean isSuccess() {
            return status / 100 == 2;
        }
    }

    Answer get(String path) throws IOException {
        return send(request(path).GET().build());
    }

    Answer delete(String path) throws IOException {
        return send(request(path).DELETE().build());
    }

    Answer post(String path, JsonNode body) throws IOException {
        return send(posting(path, body));
    }

    Answer post(String path, String contentType, HttpRequest.BodyPublisher body)
            throws IOException {
        return send(request(path).header("Content-Type", contentType).POST(body).build());
    }

    Answer patch(String path) throws IOException {
        return send(request(path).method("PATCH", HttpRequest.BodyPublishers.noBody()).build());
    }

    /** The body as a stream, for answers too large to hold; the caller closes it. */
    HttpResponse<InputStream> stream(String path, JsonNode body) throws IOException {
        return exchange(posting(path, body));
    }

    static StackFailure unexpected(String what, Answer answer) {
        return new StackFailure(
                what + " failed with status " + answer.status() + ": " + answer.body());
    }

    private HttpRequest posting(String path, JsonNode body) {
        return request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString(), StandardCharsets.UTF_8))
                .build();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve(path)).timeout(TIMEOUT);
    }

    private static Answer send(HttpRequest request) throws IOException {
        HttpResponse<InputStream> response = exchange(request);
        try (InputStream body = response.body()) {
            return new Answer(response.statusCode(), MAPPER.readTree(body));
        }
    }

    private static HttpResponse<InputStream> exchange(HttpRequest request) throws IOException {
        try {
            return CLIENT.send(request, HttpResponse.BodyHandlers.ofInputStream());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailure("Interrupted.", e);
        }
    }
}
