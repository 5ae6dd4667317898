package vn.takedown.stack.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * One Alertmanager with the shipped configuration.
 *
 * @param process the server
 * @param address of its API
 */
record AlertmanagerServer(ServerProcess process, URI address) implements Server {

    static final int USUAL_PORT = 9093;
    private static final Duration TIMEOUT = Duration.ofSeconds(2);

    /**
     * @param adapt changes the shipped configuration
     */
    static AlertmanagerServer start(
            Path program, Path shipped, UnaryOperator<String> adapt, RunFolder folder, int port) {
        Path work = folder.path().resolve("alertmanager");
        try {
            // It is there when Alertmanager is started again, with what it has kept.
            if (Files.notExists(work)) {
                FolderTree.copy(shipped, work);
            }
            String configuration = Files.readString(shipped.resolve("alertmanager.yml"));
            ServerProcess.write(work.resolve("alertmanager.yml"), adapt.apply(configuration));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot prepare Alertmanager", e);
        }
        List<String> command = new ArrayList<>(Guard.command("alertmanager"));
        command.addAll(
                List.of(
                        program.toString(),
                        "--config.file=" + work.resolve("alertmanager.yml"),
                        "--storage.path=" + work.resolve("data"),
                        "--web.listen-address=127.0.0.1:" + port,
                        // A single one, which looks for no others.
                        "--cluster.listen-address="));
        return new AlertmanagerServer(
                ServerProcess.start("alertmanager", command, Map.of(), folder),
                URI.create("http://127.0.0.1:" + port));
    }

    @Override
    public boolean isReady() {
        HttpRequest request =
                HttpRequest.newBuilder(address.resolve("/-/ready")).timeout(TIMEOUT).build();
        try {
            return HttpClient.newHttpClient()
                            .send(request, HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
