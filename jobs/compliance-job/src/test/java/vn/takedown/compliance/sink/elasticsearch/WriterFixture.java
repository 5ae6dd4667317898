package vn.takedown.compliance.sink.elasticsearch;

import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.apache.flink.api.common.JobInfo;
import org.apache.flink.api.common.TaskInfo;
import org.apache.flink.api.common.operators.MailboxExecutor;
import org.apache.flink.api.common.operators.ProcessingTimeService;
import org.apache.flink.api.common.serialization.SerializationSchema;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.connector.base.sink.writer.BufferedRequestState;
import org.apache.flink.metrics.groups.SinkWriterMetricGroup;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;
import org.apache.flink.util.FlinkRuntimeException;
import org.apache.flink.util.UserCodeClassLoader;
import org.apache.flink.util.function.ThrowingRunnable;

/** A writer with a mailbox that the test's own thread works off, as a task would. */
final class WriterFixture implements AutoCloseable {

    private static final long PATIENCE_MILLIS = 30_000;

    private final BlockingQueue<ThrowingRunnable<? extends Exception>> mails =
            new LinkedBlockingQueue<>();
    private final ScheduledExecutorService timers = new ScheduledThreadPoolExecutor(1);
    private final RecordingMetricGroup metrics = new RecordingMetricGroup();
    private final ElasticsearchSinkWriter<BulkEntry> writer;
    private volatile boolean closed;

    WriterFixture(ElasticsearchSinkConfig config) {
        this(config, List.of());
    }

    WriterFixture(ElasticsearchSinkConfig config, List<BufferedRequestState<BulkEntry>> states) {
        ElasticsearchSink<BulkEntry> sink = new ElasticsearchSink<>(config, entry -> entry);
        writer = sink.writer(new Context(), states, new BulkCounters(metrics));
    }

    void write(BulkEntry... entries) throws Exception {
        for (BulkEntry entry : entries) {
            writer.write(entry, null);
        }
    }

    /** Sends everything and waits until all of it is settled. */
    void finish() throws Exception {
        writer.flush(true);
    }

    /** What a checkpoint does. */
    List<BufferedRequestState<BulkEntry>> checkpoint() throws Exception {
        writer.flush(false);
        return writer.snapshotState(1);
    }

    /** Works off mails until the condition holds. */
    void runUntil(BooleanSupplier condition) throws Exception {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("the condition does not come true: " + metrics.nonZero());
            }
            ThrowingRunnable<? extends Exception> mail = mails.poll(5, TimeUnit.MILLISECONDS);
            if (mail != null) {
                mail.run();
            }
        }
    }

    RecordingMetricGroup metrics() {
        return metrics;
    }

    @Override
    public void close() {
        closed = true;
        writer.close();
        timers.shutdownNow();
    }

    private final class Mailbox implements MailboxExecutor {
        @Override
        public void execute(
                MailOptions options,
                ThrowingRunnable<? extends Exception> command,
                String description,
                Object... arguments) {
            if (closed) {
                throw new RejectedExecutionException("the mailbox is closed");
            }
            mails.add(command);
        }

        @Override
        public void yield() throws InterruptedException {
            ThrowingRunnable<? extends Exception> mail =
                    mails.poll(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
            if (mail == null) {
                throw new AssertionError("the writer waits for ever: " + metrics.nonZero());
            }
            run(mail);
        }

        @Override
        public boolean tryYield() {
            ThrowingRunnable<? extends Exception> mail = mails.poll();
            if (mail != null) {
                run(mail);
            }
            return mail != null;
        }

        @Override
        public boolean shouldInterrupt() {
            return false;
        }

        private void run(ThrowingRunnable<? extends Exception> mail) {
            try {
                mail.run();
            } catch (Exception failure) {
                throw new FlinkRuntimeException(failure);
            }
        }
    }

    private final class Timers implements ProcessingTimeService {
        @Override
        public long getCurrentProcessingTime() {
            return System.currentTimeMillis();
        }

        @Override
        public ScheduledFuture<?> registerTimer(long time, ProcessingTimeCallback callback) {
            return timers.schedule(
                    () -> mails.add(() -> callback.onProcessingTime(time)),
                    Math.max(0, time - getCurrentProcessingTime()),
                    TimeUnit.MILLISECONDS);
        }
    }

    private final class Context implements WriterInitContext {
        private final Mailbox mailbox = new Mailbox();
        private final Timers timeService = new Timers();
        private final SinkWriterMetricGroup unregistered =
                UnregisteredMetricsGroup.createSinkWriterMetricGroup();

        @Override
        public MailboxExecutor getMailboxExecutor() {
            return mailbox;
        }

        @Override
        public ProcessingTimeService getProcessingTimeService() {
            return timeService;
        }

        @Override
        public SinkWriterMetricGroup metricGroup() {
            return unregistered;
        }

        @Override
        public TaskInfo getTaskInfo() {
            return new OneTask();
        }

        @Override
        public JobInfo getJobInfo() {
            throw new UnsupportedOperationException();
        }

        @Override
        public UserCodeClassLoader getUserCodeClassLoader() {
            throw new UnsupportedOperationException();
        }

        @Override
        public SerializationSchema.InitializationContext
                asSerializationSchemaInitializationContext() {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean isObjectReuseEnabled() {
            return false;
        }

        @Override
        public <IN> TypeSerializer<IN> createInputSerializer() {
            throw new UnsupportedOperationException();
        }

        @Override
        public OptionalLong getRestoredCheckpointId() {
            return OptionalLong.empty();
        }
    }

    private static final class OneTask implements TaskInfo {
        @Override
        public String getTaskName() {
            return "sink";
        }

        @Override
        public int getMaxNumberOfParallelSubtasks() {
            return 1;
        }

        @Override
        public int getIndexOfThisSubtask() {
            return 0;
        }

        @Override
        public int getNumberOfParallelSubtasks() {
            return 1;
        }

        @Override
        public int getAttemptNumber() {
            return 0;
        }

        @Override
        public String getTaskNameWithSubtasks() {
            return "sink (1/1)";
        }

        @Override
        public String getAllocationIDAsString() {
            return "";
        }
    }
}
