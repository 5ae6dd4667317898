package vn.takedown.compliance.sink.elasticsearch;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** A real Elasticsearch node of one test class, from the archive that the build fetched. */
final class ElasticsearchServer implements AutoCloseable {

    private static final int UNPRIVILEGED_ID = 65534;
    private static final long START_MILLIS = TimeUnit.MINUTES.toMillis(3);

    private final Path folder;
    private final int port;
    private final Process process;

    private ElasticsearchServer(Path folder, int port, Process process) {
        this.folder = folder;
        this.port = port;
        this.process = process;
    }

    /**
     * Starts a node and waits until it is healthy.
     *
     * @param archive the zip of the distribution
     */
    static ElasticsearchServer start(Path archive) throws Exception {
        Path folder = Files.createTempDirectory("elasticsearch-it");
        // The node runs under another user when the tests run as root.
        folder.toFile().setExecutable(true, false);
        Path home = unpack(archive, folder);
        int port = freePort();
        Files.writeString(
                home.resolve("config/elasticsearch.yml"),
                """
                discovery.type: single-node
                xpack.security.enabled: false
                network.host: 127.0.0.1
                http.port: %d
                transport.port: 0
                cluster.routing.allocation.disk.threshold_enabled: false
                """
                        .formatted(port));
        List<String> command = new ArrayList<>();
        if (runsAsRoot()) {
            run("chown", "-R", UNPRIVILEGED_ID + ":" + UNPRIVILEGED_ID, home.toString());
            command.addAll(
                    List.of(
                            "setpriv",
                            "--reuid=" + UNPRIVILEGED_ID,
                            "--regid=" + UNPRIVILEGED_ID,
                            "--clear-groups"));
        }
        command.add(home.resolve("bin/elasticsearch").toString());
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .directory(home.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("out.log").toFile());
        builder.environment().put("ES_JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("ES_JAVA_OPTS", "-Xms512m -Xmx512m");
        builder.environment().put("HOME", home.toString());
        ElasticsearchServer server = new ElasticsearchServer(folder, port, builder.start());
        try {
            server.awaitHealthy();
            return server;
        } catch (Exception | AssertionError failure) {
            server.close();
            throw failure;
        }
    }

    String address() {
        return "http://127.0.0.1:" + port;
    }

    /** Sends a request and gives the body of a 2xx answer. */
    String request(String method, String path, String body) throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) URI.create(address() + path).toURL().openConnection();
        connection.setRequestMethod(method);
        if (body != null) {
            connection.setRequestProperty("Content-Type", "application/json");
            connection.setDoOutput(true);
            try (OutputStream out = connection.getOutputStream()) {
                out.write(body.getBytes(StandardCharsets.UTF_8));
            }
        }
        try (InputStream in = connection.getInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Override
    public void close() throws IOException {
        stop();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private void stop() {
        // The start script passes the signal on to the server's own process.
        process.destroy();
        try {
            if (process.waitFor(30, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private void awaitHealthy() throws Exception {
        long end = System.currentTimeMillis() + START_MILLIS;
        while (true) {
            try {
                request("GET", "/_cluster/health?wait_for_status=yellow&timeout=5s", null);
                return;
            } catch (IOException notYet) {
                if (!process.isAlive() || System.currentTimeMillis() > end) {
                    String log = Files.readString(folder.resolve("out.log"));
                    throw new AssertionError("Elasticsearch does not start:\n" + log, notYet);
                }
                process.waitFor(200, TimeUnit.MILLISECONDS);
            }
        }
    }

    private static Path unpack(Path archive, Path folder) throws IOException {
        Path home = null;
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path target = folder.resolve(entry.getName()).normalize();
                if (!target.startsWith(folder)) {
                    throw new IOException("the archive leaves its folder");
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                } else {
                    Files.createDirectories(target.getParent());
                    Files.copy(zip, target);
                    if (target.getParent().endsWith("bin")) {
                        target.toFile().setExecutable(true, false);
                    }
                }
                home = home == null ? folder.resolve(Path.of(entry.getName()).getName(0)) : home;
            }
        }
        return home;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static boolean runsAsRoot() throws IOException {
        return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
    }

    private static void run(String... command) throws Exception {
        int status = new ProcessBuilder(command).inheritIO().start().waitFor();
        if (status != 0) {
            throw new IOException(command[0] + " ended with " + status);
        }
    }
}
