package vn.takedown.stack.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.Properties;
import vn.takedown.stack.server.Addresses;
import vn.takedown.stack.server.RunFolder;

/**
 * What a launcher whose servers stay up tells the other commands.
 *
 * @param addresses of its servers
 * @param jobId Flink's id of the job; null when the launcher does not tell it
 */
record BackgroundRun(Addresses addresses, String jobId) {

    private static final String FILE = "stack.properties";

    void writeTo(RunFolder folder) {
        Properties properties = new Properties();
        properties.setProperty("kafka", addresses.kafka());
        properties.setProperty("elasticsearch", addresses.elasticsearch().toString());
        properties.setProperty("flink", addresses.flink().toString());
        put(properties, "alertmanager", addresses.alertmanager());
        put(properties, "prometheus", addresses.prometheus());
        if (jobId != null) {
            properties.setProperty("job", jobId);
        }
        Path partial = folder.path().resolve(FILE + ".partial");
        try {
            try (OutputStream out = Files.newOutputStream(partial)) {
                properties.store(out, null);
            }
            Files.move(
                    partial,
                    folder.path().resolve(FILE),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Empty as long as the servers and the job are starting, or when they will not stay up. */
    static Optional<BackgroundRun> readFrom(RunFolder folder) {
        Path file = folder.path().resolve(FILE);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        Properties properties = new Properties();
        try (InputStream in = Files.newInputStream(file)) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Addresses addresses =
                new Addresses(
                        properties.getProperty("kafka"),
                        URI.create(properties.getProperty("elasticsearch")),
                        URI.create(properties.getProperty("flink")),
                        address(properties, "alertmanager"),
                        address(properties, "prometheus"));
        return Optional.of(new BackgroundRun(addresses, properties.getProperty("job")));
    }

    private static void put(Properties properties, String server, URI address) {
        if (address != null) {
            properties.setProperty(server, address.toString());
        }
    }

    private static URI address(Properties properties, String server) {
        String address = properties.getProperty(server);
        return address == null ? null : URI.create(address);
    }
}
