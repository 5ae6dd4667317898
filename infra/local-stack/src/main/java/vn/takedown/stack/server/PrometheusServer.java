package vn.takedown.stack.server;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.takedown.stack.client.ReadinessClient;

/**
 * One Prometheus that reads the metrics of one Flink.
 *
 * @param process the server
 * @param address of its API and its web page
 */
record PrometheusServer(ServerProcess process, URI address) implements Server {

    static final int USUAL_PORT = 9090;

    /** A dashboard looks back six hours. */
    private static final String RETENTION = "12h";

    /**
     * @param reporter port at which Flink shows its metrics
     */
    static PrometheusServer start(Path program, RunFolder folder, int port, int reporter) {
        Path work = folder.path().resolve("prometheus");
        Path configuration = work.resolve("prometheus.yml");
        ServerProcess.write(
                configuration,
                // One process is both managers here: the two jobs of the shipped example would
                // count everything twice. A second, because runs on one machine are short.
                """
                global:
                  scrape_interval: 1s
                scrape_configs:
                  - job_name: flink
                    static_configs:
                      - targets: ["127.0.0.1:%d"]
                """
                        .formatted(reporter));
        List<String> command = new ArrayList<>(Guard.command("prometheus"));
        command.addAll(
                List.of(
                        program.toString(),
                        "--config.file=" + configuration,
                        "--storage.tsdb.path=" + work.resolve("data"),
                        "--storage.tsdb.retention.time=" + RETENTION,
                        "--web.listen-address=127.0.0.1:" + port));
        return new PrometheusServer(
                ServerProcess.start("prometheus", command, Map.of(), folder),
                URI.create("http://127.0.0.1:" + port));
    }

    @Override
    public boolean isReady() {
        return new ReadinessClient(address).isReady();
    }
}
