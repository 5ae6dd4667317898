package vn.takedown.stack.server;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import vn.takedown.stack.client.FlinkClient;
import vn.takedown.stack.node.FlinkNode;

/**
 * One Flink session cluster in one process.
 *
 * @param process the cluster
 * @param address of the REST interface and the web UI
 */
record FlinkServer(ServerProcess process, URI address) implements Server {

    static final int USUAL_PORT = 8081;

    /**
     * @param reporter port at which Prometheus finds the metrics, if one is to read them
     */
    static FlinkServer start(
            Installation installation,
            RunFolder folder,
            int port,
            int slots,
            OptionalInt reporter) {
        Path work = folder.path().resolve("flink");
        Path temporary = work.resolve("tmp");
        ServerProcess.write(
                work.resolve("config.yaml"),
                """
                jobmanager.bind-host: 127.0.0.1
                taskmanager.bind-host: 127.0.0.1
                rest.address: 127.0.0.1
                rest.bind-address: 127.0.0.1
                rest.port: %1$d
                rest.bind-port: "%1$d"
                web.submit.enable: true
                web.refresh-interval: 1000
                web.tmpdir: "%2$s"
                web.upload.dir: "%2$s/upload"
                io.tmp.dirs: "%2$s"
                blob.storage.directory: "%2$s/blob"
                taskmanager.memory.managed.size: 512m
                taskmanager.memory.network.min: 64m
                taskmanager.memory.network.max: 64m
                # The task manager's heartbeat carries the accumulators: often, for the progress line.
                heartbeat.interval: 1000
                heartbeat.timeout: 60000
                metrics.fetcher.update-interval: 1000
                # A newest checkpoint that a dying process left half written must not be the only one.
                execution.checkpointing.num-retained: 3
                classloader.check-leaked-classloader: false
                """
                                .formatted(port, temporary)
                        + reporting(reporter));
        ServerProcess.write(temporary.resolve("README"), "Temporary files of Flink.\n");
        List<String> command =
                List.of(
                        Installation.javaCommand(),
                        "-Xms512m",
                        "-Xmx3g",
                        "-XX:MaxDirectMemorySize=512m",
                        "-XX:+UseParallelGC",
                        "-Djava.awt.headless=true",
                        "-Djava.io.tmpdir=" + temporary,
                        "-Dlog4j2.configurationFile=classpath:log4j2-server.properties",
                        "--add-opens=java.base/java.lang=ALL-UNNAMED",
                        "--add-opens=java.base/java.util=ALL-UNNAMED",
                        "--add-opens=java.base/java.net=ALL-UNNAMED",
                        "--add-opens=java.base/java.nio=ALL-UNNAMED",
                        "--add-opens=java.base/java.time=ALL-UNNAMED",
                        "-cp",
                        installation.flinkClassPath(),
                        FlinkNode.class.getName(),
                        work.toString(),
                        Integer.toString(slots));
        return new FlinkServer(
                ServerProcess.start("flink", command, Map.of(), folder),
                URI.create("http://127.0.0.1:" + port));
    }

    /** Flink's reporter has no setting for the address; it listens on all of them. */
    private static String reporting(OptionalInt port) {
        return port.isEmpty()
                ? ""
                : """
                metrics.reporter.prom.factory.class: org.apache.flink.metrics.prometheus.PrometheusReporterFactory
                metrics.reporter.prom.port: "%d"
                """
                        .formatted(port.getAsInt());
    }

    @Override
    public boolean isReady() {
        return new FlinkClient(address).hasTaskManager();
    }
}
