package vn.takedown.compliance.sink.alertmanager;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Delayed;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.operators.MailboxExecutor;
import org.apache.flink.api.common.operators.ProcessingTimeService;
import org.apache.flink.util.function.ThrowingRunnable;

/** Mails and timers of a task, worked off by the test; time passes only from timer to timer. */
final class TaskThread implements MailboxExecutor, ProcessingTimeService {

    private static final long PATIENCE_SECONDS = 30;

    private record Timer(long delay, long time, ProcessingTimeCallback callback) {}

    private final BlockingQueue<ThrowingRunnable<? extends Exception>> mails =
            new LinkedBlockingQueue<>();
    private final List<Timer> timers = new ArrayList<>();
    private long now = 1_000_000;

    /** Lets the earliest timer ring; returns for how many milliseconds it was set. */
    long ring() throws Exception {
        Timer timer = timers.stream().min(Comparator.comparingLong(Timer::time)).orElseThrow();
        timers.remove(timer);
        now = Math.max(now, timer.time());
        timer.callback().onProcessingTime(now);
        return timer.delay();
    }

    /** Waits for one mail and works it off. */
    void workOff() throws Exception {
        ThrowingRunnable<? extends Exception> mail = mails.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (mail == null) {
            throw new AssertionError("no answer came");
        }
        mail.run();
    }

    boolean waits() {
        return !timers.isEmpty();
    }

    boolean hasMail() {
        return !mails.isEmpty();
    }

    @Override
    public void execute(
            MailOptions options,
            ThrowingRunnable<? extends Exception> command,
            String description,
            Object... arguments) {
        mails.add(command);
    }

    @Override
    public void yield() {
        throw new UnsupportedOperationException("nothing may hold up the stream");
    }

    @Override
    public boolean tryYield() {
        throw new UnsupportedOperationException("nothing may hold up the stream");
    }

    @Override
    public boolean shouldInterrupt() {
        return false;
    }

    @Override
    public long getCurrentProcessingTime() {
        return now;
    }

    @Override
    public ScheduledFuture<?> registerTimer(long time, ProcessingTimeCallback callback) {
        timers.add(new Timer(time - now, time, callback));
        return new Unused();
    }

    private static final class Unused extends CompletableFuture<Void>
            implements ScheduledFuture<Void> {
        @Override
        public long getDelay(TimeUnit unit) {
            return 0;
        }

        @Override
        public int compareTo(Delayed other) {
            return 0;
        }
    }
}
