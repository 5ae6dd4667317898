package vn.takedown.stack.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import vn.takedown.stack.Pause;
import vn.takedown.stack.StackFailure;
import vn.takedown.stack.client.ElasticsearchClient;
import vn.takedown.stack.documents.AlertSummary;
import vn.takedown.stack.documents.ProviderSummary;
import vn.takedown.stack.job.JobProgress;
import vn.takedown.stack.job.JobRun;
import vn.takedown.stack.job.JobSettings;
import vn.takedown.stack.job.JobSnapshot;
import vn.takedown.stack.job.StateBackend;
import vn.takedown.stack.server.LocalStack;
import vn.takedown.stack.simulator.SimulatedRecord;
import vn.takedown.stack.terminal.Progress;
import vn.takedown.stack.topic.InputTopic;
import vn.takedown.stack.topic.TopicSetup;
import vn.takedown.stack.topic.TopicWriter;

/** Loads a stream while the job runs in live mode, and ends when the job has seen all of it. */
public final class Demo {

    private static final int PARTITIONS = 4;
    private static final int PARALLELISM = 2;
    private static final Duration REFRESH = Duration.ofHours(1);
    private static final Duration CHECKPOINTS = Duration.ofSeconds(10);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration STANDSTILL = Duration.ofMinutes(2);
    private static final Duration DOCUMENTS_LIMIT = Duration.ofMinutes(1);

    /** The job's bound on disorder: its watermark may stay that far behind the last event. */
    private static final Duration WATERMARK_LAG = Duration.ofSeconds(31);

    private final LocalStack stack;
    private final Progress progress;

    public Demo(LocalStack stack, Progress progress) {
        this.stack = stack;
        this.progress = progress;
    }

    /** Task slots that a stack needs for this. */
    public static int slots() {
        return PARALLELISM;
    }

    /**
     * Loads the stream and waits until the documents show all of it.
     *
     * @param total number of the stream's records
     * @param rate records per second at most
     * @return the job, still running
     * @throws StackFailure when the job fails or stands still
     */
    public JobRun run(Iterator<SimulatedRecord> stream, long total, int rate) {
        try {
            new TopicSetup(stack.addresses().kafka()).create(PARTITIONS);
            JobRun job =
                    JobRun.submit(
                            stack,
                            new JobSettings(
                                    false, PARALLELISM, StateBackend.ROCKSDB, REFRESH, CHECKPOINTS),
                            progress);
            JobProgress shown = new JobProgress(progress);
            Sent sent = send(stream, total, rate, job, shown);
            awaitRead(job, sent, shown);
            awaitDocuments(job);
            progress.note(
                    String.format(
                            Locale.ROOT,
                            "The job has read %,d records, in %.1f s.",
                            sent.records(),
                            shown.seconds()));
            return job;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How the providers stand, as lines for a person. */
    public List<String> table() {
        try {
            return summary().table();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What alerts there are, as lines for a person. */
    public List<String> alerts() {
        try {
            return new AlertSummary(new ElasticsearchClient(stack.addresses().elasticsearch()))
                    .table();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Sent(long records, long latest) {}

    private Sent send(
            Iterator<SimulatedRecord> stream, long total, int rate, JobRun job, JobProgress shown) {
        long records = 0;
        long latest = Long.MIN_VALUE;
        try (TopicWriter writer = new TopicWriter(stack.addresses().kafka())) {
            long begin = System.nanoTime();
            long shownNanos = begin;
            while (stream.hasNext()) {
                SimulatedRecord record = stream.next();
                InputTopic topic = InputTopic.named(record.topic());
                writer.send(topic, record.key(), record.value());
                records++;
                if (InputTopic.EVENTS.contains(topic)) {
                    latest = Math.max(latest, record.occurredAtMillis());
                }
                awaitTurn(begin, records, rate);
                if (System.nanoTime() - shownNanos > POLL.toNanos()) {
                    shown.show(job.poll(), total);
                    shownNanos = System.nanoTime();
                }
            }
            if (latest != Long.MIN_VALUE) {
                writer.close(latest, PARTITIONS);
                records += (long) PARTITIONS * InputTopic.EVENTS.size();
            }
            writer.flush();
        }
        return new Sent(records, latest);
    }

    private static void awaitTurn(long begin, long records, int rate) {
        long early = (long) (records * 1e9 / rate) - (System.nanoTime() - begin);
        // Shorter waits than the system's clock tick would only cost.
        if (early > Duration.ofMillis(20).toNanos()) {
            Pause.of(Duration.ofNanos(early));
        }
    }

    private void awaitRead(JobRun job, Sent sent, JobProgress shown) {
        long lastRead = -1;
        long movedNanos = System.nanoTime();
        while (true) {
            JobSnapshot snapshot = job.poll();
            shown.show(snapshot, sent.records());
            if (snapshot.read() >= sent.records() && reached(snapshot, sent.latest())) {
                return;
            }
            if (snapshot.read() != lastRead) {
                lastRead = snapshot.read();
                movedNanos = System.nanoTime();
            } else if (System.nanoTime() - movedNanos > STANDSTILL.toNanos()) {
                throw new StackFailure(
                        String.format(
                                Locale.ROOT,
                                "The job stands still at %,d of %,d records, in state %s.",
                                lastRead,
                                sent.records(),
                                snapshot.state()));
            }
            Pause.of(POLL);
        }
    }

    private static boolean reached(JobSnapshot snapshot, long latest) {
        return latest == Long.MIN_VALUE
                || (snapshot.watermark().isPresent()
                        && snapshot.watermark().getAsLong() >= latest - WATERMARK_LAG.toMillis());
    }

    /** The sink writes in batches: its last ones may still be on the way. */
    private void awaitDocuments(JobRun job) throws IOException {
        long begin = System.nanoTime();
        while (true) {
            JobSnapshot snapshot = job.poll();
            long cases = snapshot.counter("cases.issued");
            Map<String, Long> verdicts = summary().verdicts();
            long documents = verdicts.values().stream().mapToLong(Long::longValue).sum();
            boolean same =
                    documents == cases
                            && verdicts.entrySet().stream()
                                    .allMatch(
                                            verdict ->
                                                    snapshot.counter(
                                                                    "cases.verdict."
                                                                            + verdict.getKey())
                                                            == verdict.getValue());
            if (same) {
                return;
            }
            if (System.nanoTime() - begin > DOCUMENTS_LIMIT.toNanos()) {
                throw new StackFailure(
                        String.format(
                                Locale.ROOT,
                                "The job counts %,d cases, but Elasticsearch shows %,d: %s.",
                                cases,
                                documents,
                                verdicts));
            }
            Pause.of(POLL);
        }
    }

    private ProviderSummary summary() {
        return new ProviderSummary(new ElasticsearchClient(stack.addresses().elasticsearch()));
    }
}
