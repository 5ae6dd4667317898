package vn.takedown.benchmarks.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import vn.takedown.benchmarks.report.Percentiles;
import vn.takedown.benchmarks.run.LiveJob;
import vn.takedown.benchmarks.run.Variant;
import vn.takedown.benchmarks.workload.SteadyStream;
import vn.takedown.benchmarks.workload.WorkloadLoader;
import vn.takedown.stack.Pause;
import vn.takedown.stack.StackFailure;
import vn.takedown.stack.client.ElasticsearchClient;
import vn.takedown.stack.terminal.Progress;
import vn.takedown.stack.topic.TopicSetup;
import vn.takedown.stack.topic.TopicWriter;

/**
 * How long after its arrival in Kafka a request can be found, and how long after its deadline that
 * it was missed, at a steady rate. The producer says with heartbeats how far it has come, so that
 * the bound for disorder does not count.
 */
final class Latency {

    private static final int TARGETS = 50_000;
    private static final long HEARTBEAT_MILLIS = 200;
    private static final long TICK_MILLIS = 10;
    private static final int REQUESTS_PER_SECOND = 20;

    /** The job has started, compiled its code and taken a checkpoint. */
    private static final Duration WARM_UP = Duration.ofSeconds(20);

    private static final Duration CATCH_UP = Duration.ofMinutes(5);

    /** What has not been found after so long never will. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final LiveRuns runs;
    private final Progress progress;
    private final InstantSource clock = InstantSource.system();

    Latency(LiveRuns runs, Progress progress) {
        this.runs = runs;
        this.progress = progress;
    }

    void run(int rate, Duration duration, ObjectNode json) {
        new TopicSetup(runs.kafka()).create(WorkloadLoader.PARTITIONS);
        try (TopicWriter writer = new TopicWriter(runs.kafka())) {
            SteadyStream stream =
                    new SteadyStream(
                            TARGETS,
                            record -> writer.send(record.topic(), record.key(), record.value()));
            stream.begin(clock.millis());
            writer.flush();
            runs.with(
                    Variant.JOB_ELASTICSEARCH,
                    "latency",
                    job -> {
                        job.awaitRead(
                                TARGETS,
                                read ->
                                        progress.update(
                                                String.format(
                                                        Locale.ROOT,
                                                        "latency: %,d requests",
                                                        read)));
                        awaitFound(writer);
                        measure(job, stream, writer, rate, duration, json);
                        return rate;
                    });
        } finally {
            new TopicSetup(runs.kafka()).delete();
        }
    }

    /** The cases of all targets are found: nothing is left to catch up with. */
    private void awaitFound(TopicWriter writer) {
        ElasticsearchClient elasticsearch = elasticsearch();
        long end = clock.millis() + CATCH_UP.toMillis();
        while (clock.millis() < end) {
            writer.close(clock.millis() - 1, WorkloadLoader.PARTITIONS);
            long found = count(elasticsearch);
            if (found >= TARGETS) {
                return;
            }
            progress.update(String.format(Locale.ROOT, "latency: %,d cases found", found));
            Pause.of(Duration.ofMillis(HEARTBEAT_MILLIS));
        }
        throw new StackFailure("The cases were not found within " + CATCH_UP + ".");
    }

    private static long count(ElasticsearchClient elasticsearch) {
        try {
            return elasticsearch.count("takedown-cases").orElse(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ElasticsearchClient elasticsearch() {
        return new ElasticsearchClient(runs.stack().addresses().elasticsearch());
    }

    private void measure(
            LiveJob job,
            SteadyStream stream,
            TopicWriter writer,
            int rate,
            Duration duration,
            ObjectNode json) {
        SearchProbe probe = new SearchProbe(elasticsearch(), clock);
        long begin = clock.millis();
        long measuredFrom = begin + WARM_UP.toMillis();
        long end = measuredFrom + duration.toMillis();
        long heartbeatAt = begin;
        long sent = 0;
        long requested = 0;
        try (probe) {
            probe.start();
            for (long now = begin; now < end; now = clock.millis()) {
                long due = (now - begin) * rate / 1_000;
                for (; sent < due; sent++) {
                    stream.look(now);
                }
                long requestsDue = (now - begin) * REQUESTS_PER_SECOND / 1_000;
                for (; requested < requestsDue; requested++) {
                    String caseId = stream.request(now);
                    if (now >= measuredFrom) {
                        probe.expect(caseId, now);
                    }
                }
                if (now >= heartbeatAt) {
                    // What follows has this instant too, or a later one.
                    writer.close(now - 1, WorkloadLoader.PARTITIONS);
                    probe.passed(now - 1, now);
                    heartbeatAt = now + HEARTBEAT_MILLIS;
                }
                progress.update(
                        String.format(
                                Locale.ROOT,
                                "latency: %,d s, %,d sent, %d found",
                                (now - begin) / 1_000,
                                sent,
                                probe.found()));
                LockSupport.parkNanos(Duration.ofMillis(TICK_MILLIS).toNanos());
            }
            drain(writer, probe);
        }
        write(json, probe, sent * 1_000.0 / (end - begin));
        job.figures();
    }

    /** Time goes on until the last ones have been found. */
    private void drain(TopicWriter writer, SearchProbe probe) {
        long end = clock.millis() + PATIENCE.toMillis();
        while (probe.missing() > 0 && clock.millis() < end) {
            long now = clock.millis();
            writer.close(now - 1, WorkloadLoader.PARTITIONS);
            probe.passed(now - 1, now);
            Pause.of(Duration.ofMillis(HEARTBEAT_MILLIS));
        }
    }

    private void write(ObjectNode json, SearchProbe probe, double rate) {
        if (probe.missing() > 0) {
            throw new StackFailure(
                    probe.missing() + " cases were not found within " + PATIENCE + ".");
        }
        List<Long> arrivals = probe.arrivals();
        List<Long> breaches = probe.breaches();
        json.put("latency_samples", arrivals.size());
        json.put("latency_p50_ms", Percentiles.of(arrivals, 50));
        json.put("latency_p99_ms", Percentiles.of(arrivals, 99));
        json.put("breach_visible_p50_ms", Percentiles.of(breaches, 50));
        json.put("breach_visible_p99_ms", Percentiles.of(breaches, 99));
        json.put("latency_resolution_ms", SearchProbe.POLL_MILLIS);
        progress.note(
                String.format(
                        Locale.ROOT,
                        "Arrival to searchable: p50 %d ms, p99 %d ms (%d requests). Missed"
                                + " deadline to searchable: p50 %d ms, p99 %d ms.",
                        Percentiles.of(arrivals, 50),
                        Percentiles.of(arrivals, 99),
                        arrivals.size(),
                        Percentiles.of(breaches, 50),
                        Percentiles.of(breaches, 99)));
        json.put("latency_sent_per_second", rate);
    }
}
