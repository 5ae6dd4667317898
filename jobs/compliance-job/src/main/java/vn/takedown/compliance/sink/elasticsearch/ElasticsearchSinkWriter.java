package vn.takedown.compliance.sink.elasticsearch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.apache.flink.api.common.operators.MailboxExecutor;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.connector.base.sink.writer.AsyncSinkWriter;
import org.apache.flink.connector.base.sink.writer.BufferedRequestState;
import org.apache.flink.connector.base.sink.writer.ResultHandler;
import org.apache.flink.connector.base.sink.writer.config.AsyncSinkWriterConfiguration;
import org.apache.flink.connector.base.sink.writer.strategy.AIMDScalingStrategy;
import org.apache.flink.connector.base.sink.writer.strategy.CongestionControlRateLimitingStrategy;
import org.apache.flink.connector.base.sink.writer.strategy.RateLimitingStrategy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends batches and acts on the replies. Threads of the HTTP client only put mails into the task's
 * mailbox; decisions, counters and the back-off belong to the task thread.
 */
final class ElasticsearchSinkWriter<T> extends AsyncSinkWriter<T, BulkEntry> {

    private static final Logger LOG = LoggerFactory.getLogger(ElasticsearchSinkWriter.class);

    private final ElasticsearchSinkConfig config;
    private final MailboxExecutor mailbox;
    private final BulkCounters counters;
    private final LongSupplier clock;
    private final ShrinkingBatchCreator batches;
    private final BackOff backOff;
    private final ScheduledThreadPoolExecutor waiting;
    private final BulkTransport transport;

    ElasticsearchSinkWriter(
            ElasticsearchSinkConfig config,
            EntryAdmission<T> admission,
            WriterInitContext context,
            Collection<BufferedRequestState<BulkEntry>> states,
            BulkCounters counters) {
        this(
                config,
                admission,
                context,
                states,
                counters,
                new ShrinkingBatchCreator(config.maxBatchBytes()));
    }

    private ElasticsearchSinkWriter(
            ElasticsearchSinkConfig config,
            EntryAdmission<T> admission,
            WriterInitContext context,
            Collection<BufferedRequestState<BulkEntry>> states,
            BulkCounters counters,
            ShrinkingBatchCreator batches) {
        super(
                admission,
                context,
                frameworkLimits(config),
                states,
                batches,
                new NewestVersionBuffer(counters::superseded));
        this.config = config;
        this.mailbox = context.getMailboxExecutor();
        this.counters = counters;
        this.clock = context.getProcessingTimeService()::getCurrentProcessingTime;
        this.batches = batches;
        this.backOff =
                new BackOff(config.backOffMin(), config.backOffMax(), ThreadLocalRandom.current());
        this.waiting = waitingRoom(context.getTaskInfo().getIndexOfThisSubtask());
        this.transport = new BulkTransport(config.connection().open());
    }

    @Override
    protected void submitRequestEntries(
            List<BulkEntry> entries, ResultHandler<BulkEntry> resultHandler) {
        new Attempt(entries, resultHandler).sendNext();
    }

    @Override
    protected long getSizeInBytes(BulkEntry entry) {
        return entry.serializedSize();
    }

    @Override
    public void close() {
        waiting.shutdownNow();
        try {
            transport.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } finally {
            super.close();
        }
    }

    /**
     * The framework must see a limit per batch that is no smaller than the one per record, and must
     * not give up on a request before the client's own timeout and the wait after it have passed.
     */
    private static AsyncSinkWriterConfiguration frameworkLimits(ElasticsearchSinkConfig config) {
        Duration patience =
                config.connection().requestTimeout().multipliedBy(2).plus(config.backOffMax());
        return AsyncSinkWriterConfiguration.builder()
                .setMaxBatchSize(config.maxBatchSize())
                .setMaxBatchSizeInBytes(Math.max(config.maxBatchBytes(), config.maxRecordBytes()))
                .setMaxInFlightRequests(config.maxInFlight())
                .setMaxBufferedRequests(config.maxBuffered())
                .setMaxTimeInBufferMS(config.maxTimeInBuffer().toMillis())
                .setMaxRecordSizeInBytes(config.maxRecordBytes())
                .setRequestTimeoutMS(patience.toMillis())
                .setFailOnTimeout(false)
                .setRateLimitingStrategy(fullSpeedAtOnce(config))
                .build();
    }

    /**
     * As the framework does it, additive up and multiplicative down, but from the top: it would
     * begin with one request under way and need hundreds of them until there are two.
     */
    private static RateLimitingStrategy fullSpeedAtOnce(ElasticsearchSinkConfig config) {
        int mostDocuments = config.maxBatchSize() * config.maxInFlight();
        return CongestionControlRateLimitingStrategy.builder()
                .setMaxInFlightRequests(config.maxInFlight())
                .setInitialMaxInFlightMessages(mostDocuments)
                .setScalingStrategy(AIMDScalingStrategy.builder(mostDocuments).build())
                .build();
    }

    private static ScheduledThreadPoolExecutor waitingRoom(int subtask) {
        ScheduledThreadPoolExecutor executor =
                new ScheduledThreadPoolExecutor(
                        1,
                        task -> {
                            Thread thread = new Thread(task, "elasticsearch-back-off-" + subtask);
                            thread.setDaemon(true);
                            return thread;
                        });
        executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        return executor;
    }

    /**
     * One batch of the framework, sent as one request or, when refused for its size, as several.
     */
    private final class Attempt {
        private final Deque<List<BulkEntry>> pending = new ArrayDeque<>();
        private final List<BulkEntry> again = new ArrayList<>();
        private final List<BulkEntry> deadLetters = new ArrayList<>();
        private final ResultHandler<BulkEntry> handler;
        private boolean slow;

        Attempt(List<BulkEntry> entries, ResultHandler<BulkEntry> handler) {
            this.handler = handler;
            pending.add(List.copyOf(entries));
        }

        void sendNext() {
            List<BulkEntry> entries = pending.poll();
            if (entries == null) {
                finish();
            } else {
                transport.send(entries, reply -> post(entries, reply));
            }
        }

        private void post(List<BulkEntry> entries, BulkReply reply) {
            try {
                mailbox.execute(() -> onReply(entries, reply), "Elasticsearch bulk reply");
            } catch (RejectedExecutionException closed) {
                // The task is going away; its last checkpoint still holds the documents.
                LOG.debug("A bulk reply came after the mailbox was closed");
            }
        }

        private void onReply(List<BulkEntry> entries, BulkReply reply) {
            BulkResolution resolution = BulkResolution.of(entries, reply);
            counters.count(resolution);
            if (resolution.failure() != null) {
                handler.completeExceptionally(new ElasticsearchException(resolution.failure()));
                return;
            }
            resolution.rejected().forEach(this::bury);
            again.addAll(resolution.retry());
            if (!resolution.split().isEmpty()) {
                split(resolution);
            }
            if (resolution.waits()) {
                slow |= resolution.slow();
                LOG.info("Elasticsearch asks to wait: {}", resolution.counts());
                // No further requests to a cluster in trouble: the rest waits, too.
                pending.forEach(again::addAll);
                pending.clear();
            }
            sendNext();
        }

        private void split(BulkResolution resolution) {
            List<BulkEntry> entries = resolution.split();
            if (resolution.counts().containsKey(BulkOutcome.TOO_LARGE)) {
                batches.refusedAt(entries);
            }
            int middle = entries.size() / 2;
            pending.addFirst(entries.subList(middle, entries.size()));
            pending.addFirst(entries.subList(0, middle));
        }

        private void bury(BulkResolution.Rejected rejected) {
            BulkEntry entry = rejected.entry();
            if (SinkDeadLetter.isOne(entry)) {
                counters.deadLetterLost();
                LOG.error("A dead letter was refused and is lost: {}", rejected.errorType());
                return;
            }
            LOG.warn("A document for {} was refused: {}", entry.index(), rejected.errorType());
            deadLetters.add(
                    SinkDeadLetter.of(
                            entry,
                            rejected.errorType(),
                            Instant.ofEpochMilli(clock.getAsLong()),
                            rejected.keepBytes() ? config.maxRecordBytes() : 0));
        }

        private void finish() {
            if (again.isEmpty()) {
                backOff.reset();
                if (deadLetters.isEmpty()) {
                    handler.complete();
                } else {
                    handler.retryForEntries(deadLetters);
                }
                return;
            }
            again.addAll(deadLetters);
            Duration delay = backOff.next(slow);
            waiting.schedule(
                    () -> handler.retryForEntries(again), delay.toMillis(), TimeUnit.MILLISECONDS);
        }
    }
}
