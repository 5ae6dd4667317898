package vn.takedown.stack.client;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import vn.takedown.stack.StackFailure;

/** Asks an Alertmanager or a Prometheus, which answer alike, how it is. */
public final class ReadinessClient {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Duration TIMEOUT = Duration.ofSeconds(2);

    private final URI address;

    public ReadinessClient(URI address) {
        this.address = address;
    }

    /** True when it answers and can do its work. */
    public boolean isReady() {
        HttpRequest request =
                HttpRequest.newBuilder(address.resolve("/-/ready")).timeout(TIMEOUT).build();
        try {
            return CLIENT.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailure("Interrupted.", e);
        }
    }
}
