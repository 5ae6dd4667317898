package vn.takedown.stack.server;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.Uuid;
import vn.takedown.stack.node.KafkaNode;

/**
 * One Kafka broker that is its own controller.
 *
 * @param process the broker
 * @param bootstrapServers {@code host:port}
 */
record KafkaServer(ServerProcess process, String bootstrapServers) implements Server {

    static final int USUAL_PORT = 9092;
    private static final int LARGEST_BATCH_BYTES = 9 * 1024 * 1024;

    static KafkaServer start(Installation installation, RunFolder folder, int port, int quorum) {
        String properties =
                """
                process.roles=broker,controller
                node.id=1
                listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
                advertised.listeners=PLAINTEXT://127.0.0.1:%1$d
                controller.listener.names=CONTROLLER
                controller.quorum.voters=1@127.0.0.1:%2$d
                log.dirs=%3$s
                auto.create.topics.enable=false
                default.replication.factor=1
                offsets.topic.replication.factor=1
                offsets.topic.num.partitions=1
                transaction.state.log.replication.factor=1
                transaction.state.log.min.isr=1
                transaction.state.log.num.partitions=1
                share.coordinator.state.topic.replication.factor=1
                share.coordinator.state.topic.min.isr=1
                group.initial.rebalance.delay.ms=0
                message.max.bytes=%4$d
                replica.fetch.max.bytes=%4$d
                # Events of past years are replayed: their age must not delete them.
                log.retention.ms=-1
                log.retention.bytes=-1
                """
                        .formatted(
                                port, quorum, folder.path().resolve("kafka"), LARGEST_BATCH_BYTES);
        Path file = folder.path().resolve("kafka.properties");
        ServerProcess.write(file, properties);
        List<String> command =
                List.of(
                        Installation.javaCommand(),
                        "-Xms256m",
                        "-Xmx512m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Djava.awt.headless=true",
                        "-Dlog4j2.configurationFile=classpath:log4j2-server.properties",
                        "-cp",
                        installation.launcherClassPath(),
                        KafkaNode.class.getName(),
                        file.toString(),
                        Uuid.randomUuid().toString());
        return new KafkaServer(
                ServerProcess.start("kafka", command, Map.of(), folder), "127.0.0.1:" + port);
    }

    @Override
    public boolean isReady() {
        if (!listens()) {
            return false;
        }
        Properties properties = new Properties();
        properties.put(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        properties.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000);
        properties.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 10_000);
        try (Admin admin = Admin.create(properties)) {
            return !admin.describeCluster().nodes().get(10, TimeUnit.SECONDS).isEmpty();
        } catch (ExecutionException | TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** A client is dear to make: not before somebody answers. */
    private boolean listens() {
        String[] address = bootstrapServers.split(":");
        try (Socket socket = new Socket(address[0], Integer.parseInt(address[1]))) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }
}
