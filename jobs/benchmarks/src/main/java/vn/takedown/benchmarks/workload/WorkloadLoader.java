package vn.takedown.benchmarks.workload;

import java.util.Locale;
import vn.takedown.stack.terminal.Progress;
import vn.takedown.stack.topic.InputTopic;
import vn.takedown.stack.topic.TopicSetup;
import vn.takedown.stack.topic.TopicWriter;

/** Fills the topics, once for all measurements. */
public final class WorkloadLoader {

    /** Of each event topic. */
    public static final int PARTITIONS = 4;

    private static final int SHOWN_EVERY = 50_000;

    private final TopicWriter writer;
    private final Progress progress;
    private final long begin = System.nanoTime();
    private long records;
    private long bytes;

    private WorkloadLoader(TopicWriter writer, Progress progress) {
        this.writer = writer;
        this.progress = progress;
    }

    /**
     * Creates the topics and writes the workload, with a heartbeat at the end of every partition.
     *
     * @return what was written
     */
    public static LoadedRecords load(String kafka, Workload workload, Progress progress) {
        new TopicSetup(kafka).create(PARTITIONS);
        try (TopicWriter writer = new TopicWriter(kafka)) {
            WorkloadLoader loader = new WorkloadLoader(writer, progress);
            long latest = WorkloadStream.write(workload, loader::send);
            writer.close(latest, PARTITIONS);
            writer.flush();
            return loader.loaded();
        }
    }

    private void send(WorkloadRecord record) {
        writer.send(record.topic(), record.key(), record.value());
        records++;
        bytes += record.value().length;
        if (records % SHOWN_EVERY == 0) {
            progress.update(String.format(Locale.ROOT, "Loading Kafka: %,d records", records));
        }
    }

    private LoadedRecords loaded() {
        LoadedRecords loaded =
                new LoadedRecords(
                        records + (long) PARTITIONS * InputTopic.EVENTS.size(),
                        records == 0 ? 0 : bytes / records);
        progress.note(
                String.format(
                        Locale.ROOT,
                        "Loaded %,d records of %d bytes on average in %.1f s.",
                        loaded.records(),
                        loaded.averageBytes(),
                        (System.nanoTime() - begin) / 1e9));
        return loaded;
    }
}
