package vn.takedown.stack.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.takedown.stack.StackFailure;
import vn.takedown.stack.client.ElasticsearchClient;

/**
 * One Elasticsearch node without security, on the loopback address.
 *
 * @param process the guard that runs the node
 * @param address where it listens
 */
record ElasticsearchServer(ServerProcess process, URI address) implements Server {

    static final int USUAL_PORT = 9200;

    /**
     * Elasticsearch's launcher does not look at its standard input, so a shell does and ends it
     * when this launcher is gone.
     */
    static final String GUARD =
            """
            exec 3<&0
            "$@" </dev/null 3<&- &
            node=$!
            trap 'kill "$node" 2>/dev/null' TERM INT HUP
            { read -r _; kill "$node" 2>/dev/null; } <&3 &
            watch=$!
            exec 3<&-
            wait "$node"
            code=$?
            while kill -0 "$node" 2>/dev/null; do
              wait "$node"
              code=$?
            done
            kill "$watch" 2>/dev/null
            exit "$code"
            """;

    static ElasticsearchServer start(Installation installation, RunFolder folder, int port) {
        Path home = installation.elasticsearchHome();
        Path data = folder.path().resolve("elasticsearch");
        List<String> command = new ArrayList<>(List.of("sh", "-c", GUARD, "elasticsearch-guard"));
        try {
            if (Unprivileged.isNeeded()) {
                Unprivileged account = Unprivileged.account();
                requireReadableJava(account);
                if (!account.canReach(folder.path())) {
                    data = outside(folder).resolve("node");
                }
                if (!account.canRead(home.resolve("bin").resolve("elasticsearch"))) {
                    Path copy = outside(folder).resolve("home");
                    FolderTree.copy(home, copy);
                    home = copy;
                }
                writeConfiguration(home, data, port);
                account.own(data);
                command.addAll(account.prefix());
            } else {
                writeConfiguration(home, data, port);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot prepare Elasticsearch", e);
        }
        command.addAll(List.of("bash", home.resolve("bin").resolve("elasticsearch").toString()));
        Map<String, String> environment =
                Map.of(
                        "ES_JAVA_HOME", Installation.javaHome().toString(),
                        "ES_PATH_CONF", data.resolve("config").toString(),
                        "ES_TMPDIR", data.resolve("tmp").toString(),
                        "ES_JAVA_OPTS", "-Xms512m -Xmx512m",
                        "CLI_JAVA_OPTS", "-XX:TieredStopAtLevel=1 -Xmx64m");
        return new ElasticsearchServer(
                ServerProcess.start("elasticsearch", command, environment, folder),
                URI.create("http://127.0.0.1:" + port));
    }

    private static void writeConfiguration(Path home, Path data, int port) throws IOException {
        Files.createDirectories(data.resolve("tmp"));
        FolderTree.copy(home.resolve("config"), data.resolve("config"));
        ServerProcess.write(
                data.resolve("config").resolve("elasticsearch.yml"),
                """
                cluster.name: takedown-local
                node.name: local
                path.data: "%1$s/data"
                path.logs: "%1$s/logs"
                network.host: 127.0.0.1
                http.port: %2$d
                discovery.type: single-node
                xpack.security.enabled: false
                cluster.routing.allocation.disk.threshold_enabled: false
                """
                        .formatted(data, port));
    }

    /** A folder that the unprivileged account can reach, for the life of the run. */
    private static Path outside(RunFolder folder) throws IOException {
        Path remembered = folder.path().resolve("elasticsearch.folder");
        if (Files.exists(remembered)) {
            return Path.of(Files.readString(remembered));
        }
        Path created = Files.createTempDirectory("takedown-elasticsearch-");
        folder.remember(created);
        created.toFile().setExecutable(true, false);
        created.toFile().setReadable(true, false);
        return created;
    }

    private static void requireReadableJava(Unprivileged account) {
        Path java = Path.of(Installation.javaCommand());
        if (!account.canRead(java)) {
            throw new StackFailure(
                    "Elasticsearch refuses to run as root, and the account "
                            + account.name()
                            + " may not read "
                            + java
                            + ". Use a Java installation that everybody may read, or start as"
                            + " another user.");
        }
    }

    @Override
    public boolean isReady() {
        return new ElasticsearchClient(address).isHealthy();
    }
}
