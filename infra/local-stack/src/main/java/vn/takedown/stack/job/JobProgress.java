package vn.takedown.stack.job;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import vn.takedown.stack.terminal.Progress;

/** The line that shows how far a job is. */
public final class JobProgress {

    private static final int WIDTH = 20;

    private final Progress progress;
    private final long begin = System.nanoTime();
    private long lastNanos = begin;
    private long lastRead;
    private double rate;

    public JobProgress(Progress progress) {
        this.progress = progress;
    }

    /**
     * @param total records that are to be read
     */
    public void show(JobSnapshot snapshot, long total) {
        long read = snapshot.read();
        long now = System.nanoTime();
        double seconds = (now - lastNanos) / 1e9;
        if (seconds >= 1) {
            rate = Math.max(0, (read - lastRead) / seconds);
            lastRead = read;
            lastNanos = now;
        }
        int filled = total == 0 ? WIDTH : (int) Math.min(WIDTH, read * WIDTH / total);
        String watermark =
                snapshot.watermark().isPresent()
                        ? Instant.ofEpochMilli(snapshot.watermark().getAsLong())
                                .truncatedTo(ChronoUnit.MINUTES)
                                .toString()
                                .substring(0, 16)
                        : "-";
        progress.update(
                String.format(
                        Locale.ROOT,
                        "[%s%s] %,d of %,d records, %,.0f/s, watermark %s, open cases %,d, breaches"
                                + " %,d",
                        "#".repeat(filled),
                        ".".repeat(WIDTH - filled),
                        read,
                        total,
                        rate,
                        watermark,
                        snapshot.counter("cases.open"),
                        snapshot.counter("cases.verdict.BREACH")));
    }

    /** Seconds since the job was started. */
    public double seconds() {
        return (System.nanoTime() - begin) / 1e9;
    }
}
