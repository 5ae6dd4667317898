package vn.takedown.stack.terminal;

import java.io.PrintStream;
import java.time.Duration;

/**
 * Progress on a terminal as one line that is written over, elsewhere (a file, a pipe) as a plain
 * line every few seconds.
 */
public final class Console implements Progress {

    private static final long PLAIN_INTERVAL_NANOS = Duration.ofSeconds(5).toNanos();
    private static final String CLEAR_TO_END = "\u001b[K";

    private final PrintStream out;
    private final boolean terminal;
    private boolean lineIsOpen;
    private String lastUpdate = "";
    private long lastUpdateNanos;

    public Console(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    /** Standard output; {@code infra/takedown} says whether that is a terminal. */
    public static Console standardOutput() {
        return new Console(System.out, Boolean.getBoolean("takedown.terminal"));
    }

    @Override
    public synchronized void note(String line) {
        closeLine();
        out.println(line);
        out.flush();
    }

    @Override
    public synchronized void update(String line) {
        if (terminal) {
            out.print("\r" + line + CLEAR_TO_END);
            lineIsOpen = true;
        } else if (!line.equals(lastUpdate) && isDue()) {
            out.println(line);
            lastUpdate = line;
            lastUpdateNanos = System.nanoTime();
        }
        out.flush();
    }

    private boolean isDue() {
        return lastUpdate.isEmpty() || System.nanoTime() - lastUpdateNanos >= PLAIN_INTERVAL_NANOS;
    }

    private void closeLine() {
        if (lineIsOpen) {
            out.println();
            lineIsOpen = false;
        }
    }
}
