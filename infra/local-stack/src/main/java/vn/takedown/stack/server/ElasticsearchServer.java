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

    private static final String NAME = "elasticsearch";

    static ElasticsearchServer start(Installation installation, RunFolder folder, int port) {
        Path home = installation.elasticsearchHome();
        Path data = folder.path().resolve(NAME);
        List<String> command = new ArrayList<>(Guard.command(NAME));
        try {
            if (Unprivileged.isNeeded()) {
                Unprivileged account = Unprivileged.account("Elasticsearch");
                requireReadableJava(account);
                if (!account.canReach(folder.path())) {
                    data = folder.outside(NAME, account).resolve("node");
                }
                if (!account.canRead(home.resolve("bin").resolve("elasticsearch"))) {
                    Path copy = folder.outside(NAME, account).resolve("home");
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
                ServerProcess.start(NAME, command, environment, folder),
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
