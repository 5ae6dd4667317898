package vn.takedown.benchmarks.workload;

import java.util.Locale;
import java.util.function.LongUnaryOperator;
import java.util.function.Predicate;
import vn.takedown.stack.terminal.Progress;
import vn.takedown.stack.topic.InputTopic;
import vn.takedown.stack.topic.TopicSetup;
import vn.takedown.stack.topic.TopicWriter;

/** Fills the topics, once for all measurements. */
public final class WorkloadLoader {

    /** Of each event topic. */
    public static final int PARTITIONS = 4;

    /** That end all partitions of the event topics. */
    public static final int HEARTBEATS = PARTITIONS * InputTopic.EVENTS.size();

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
     */
    public static LoadedRecords load(String kafka, Workload workload, Progress progress) {
        new TopicSetup(kafka).create(PARTITIONS);
        return write(kafka, workload, record -> true, latest -> latest, progress);
    }

    /**
     * Creates the topics and writes the reference data, the requests, and heartbeats that say that
     * all requests have come.
     */
    public static LoadedRecords loadRequests(String kafka, Workload workload, Progress progress) {
        new TopicSetup(kafka).create(PARTITIONS);
        return write(
                kafka,
                workload,
                WorkloadLoader::isFirst,
                latest -> WorkloadStream.endOfRequests(workload),
                progress);
    }

    /**
     * Writes the observations, with heartbeats. No acknowledgements: few looks at each of many
     * targets would have more of them than many looks at few.
     */
    public static LoadedRecords loadObservations(
            String kafka, Workload workload, Progress progress) {
        return write(
                kafka,
                workload,
                record -> record.topic() == InputTopic.OBSERVATIONS,
                latest -> latest,
                progress);
    }

    private static boolean isFirst(WorkloadRecord record) {
        return record.topic().isCompacted() || record.topic() == InputTopic.REQUESTS;
    }

    /**
     * @param heartbeat its event time by the greatest event time of the workload
     */
    private static LoadedRecords write(
            String kafka,
            Workload workload,
            Predicate<WorkloadRecord> chosen,
            LongUnaryOperator heartbeat,
            Progress progress) {
        try (TopicWriter writer = new TopicWriter(kafka)) {
            WorkloadLoader loader = new WorkloadLoader(writer, progress);
            long latest =
                    WorkloadStream.write(
                            workload,
                            record -> {
                                if (chosen.test(record)) {
                                    loader.send(record);
                                }
                            });
            writer.close(heartbeat.applyAsLong(latest), PARTITIONS);
            writer.flush();
            return loader.loaded(latest);
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

    private LoadedRecords loaded(long latest) {
        LoadedRecords loaded =
                new LoadedRecords(records + HEARTBEATS, records == 0 ? 0 : bytes / records, latest);
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
