package vn.takedown.stack.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/** Writes documents into an Elasticsearch. */
record Index(URI elasticsearch) {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    /**
     * @param lines of the bulk API
     */
    void bulk(String alias, String lines, boolean refresh)
            throws IOException, InterruptedException {
        String answer = send("POST", "/" + alias + "/_bulk?refresh=" + refresh, lines);
        assertThat(answer).contains("\"errors\":false");
    }

    String send(String method, String path, String body) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(elasticsearch.resolve(path))
                        .header("Content-Type", "application/json")
                        .method(
                                method,
                                HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8))
                        .build();
        return CLIENT.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }
}
