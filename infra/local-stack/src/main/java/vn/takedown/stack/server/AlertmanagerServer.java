package vn.takedown.stack.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import vn.takedown.stack.client.ReadinessClient;

/**
 * One Alertmanager with the shipped configuration.
 *
 * @param process the server
 * @param address of its API
 */
record AlertmanagerServer(ServerProcess process, URI address) implements Server {

    static final int USUAL_PORT = 9093;

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
        return new ReadinessClient(address).isReady();
    }
}
