package vn.takedown.benchmarks.nightly;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.kafka.common.TopicPartition;
import vn.takedown.benchmarks.run.RunRequest;
import vn.takedown.benchmarks.run.RunResult;
import vn.takedown.benchmarks.worker.Measurement;
import vn.takedown.benchmarks.worker.Meter;
import vn.takedown.stack.server.RunFolder;

/**
 * Copies the records from Kafka into the tables, in as many sessions as the parallelism, and works
 * out the cases. What counts as reading is the copying, until the last row is in its table.
 */
public final class PostgresqlRun implements Measurement {

    private final RunRequest request;
    private final NightlyDatabase database;

    public PostgresqlRun(RunRequest request) {
        this.request = request;
        this.database = NightlyDatabase.start(new RunFolder(Path.of(request.folder())));
    }

    @Override
    public RunResult run(String name, Map<TopicPartition, Long> ends) throws Exception {
        database.createTables();
        Meter.Reading reading = Meter.reading();
        long cutOff = load(ends);
        Meter.readingEnds();
        database.compute(cutOff);
        RunResult result = reading.result(null);
        long cases = Long.parseLong(database.query("SELECT count(*) FROM cases;").strip());
        return result.withDocuments(cases);
    }

    /** The greatest event time. */
    private long load(Map<TopicPartition, Long> ends) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(request.parallelism());
        try {
            List<Future<Long>> loads = new ArrayList<>();
            for (int share = 0; share < request.parallelism(); share++) {
                PartitionLoad load =
                        new PartitionLoad(
                                database, request.kafka(), ends, share, request.parallelism());
                loads.add(threads.submit(load));
            }
            long latest = Long.MIN_VALUE;
            for (Future<Long> load : loads) {
                latest = Math.max(latest, load.get());
            }
            return latest;
        } finally {
            threads.shutdownNow();
        }
    }

    @Override
    public void close() {
        database.close();
    }
}
