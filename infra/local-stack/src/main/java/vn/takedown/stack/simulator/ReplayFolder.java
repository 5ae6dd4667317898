package vn.takedown.stack.simulator;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/** The files of a replay (contract section 5): one record value per line, in delivery order. */
final class ReplayFolder implements AutoCloseable {

    private final Map<StreamTopic, OutputStream> files = new EnumMap<>(StreamTopic.class);
    private final Map<StreamTopic, Long> counts = new EnumMap<>(StreamTopic.class);

    private ReplayFolder() {}

    static RecordCounts write(NationalStream stream, Path folder) throws IOException {
        Files.createDirectories(folder);
        try (ReplayFolder files = new ReplayFolder()) {
            for (StreamTopic topic : StreamTopic.values()) {
                files.open(topic, folder);
            }
            for (SimulatedRecord record : stream) {
                files.append(record);
            }
            return new RecordCounts(
                    files.counts.get(StreamTopic.PROVIDERS),
                    files.counts.get(StreamTopic.POLICIES),
                    files.counts.get(StreamTopic.REQUESTS),
                    files.counts.get(StreamTopic.ACKNOWLEDGEMENTS),
                    files.counts.get(StreamTopic.OBSERVATIONS));
        }
    }

    private void open(StreamTopic topic, Path folder) throws IOException {
        OutputStream file = Files.newOutputStream(folder.resolve(topic.file()));
        files.put(topic, file);
        OutputStream coded = topic.file().endsWith(".gz") ? new GZIPOutputStream(file) : file;
        files.put(topic, new BufferedOutputStream(coded, 1 << 16));
        counts.put(topic, 0L);
    }

    private void append(SimulatedRecord record) throws IOException {
        StreamTopic topic = StreamTopic.named(record.topic());
        OutputStream file = files.get(topic);
        file.write(record.value());
        file.write('\n');
        counts.merge(topic, 1L, Long::sum);
    }

    /** Closes every file, also when closing one of them fails. */
    @Override
    public void close() throws IOException {
        IOException failure = null;
        for (OutputStream file : files.values()) {
            try {
                file.close();
            } catch (IOException another) {
                if (failure == null) {
                    failure = another;
                } else {
                    failure.addSuppressed(another);
                }
            }
        }
        if (failure != null) {
            throw failure;
        }
    }
}
