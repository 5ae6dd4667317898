package vn.takedown.stack.node;

import java.io.IOException;
import java.io.InputStream;

/**
 * Ends this process when the launcher is gone, however it went: the launcher holds the other end of
 * the standard input, and the system closes it even after {@code kill -9}.
 */
public final class StandardInput {

    private StandardInput() {}

    /** Starts to watch. */
    public static void exitWhenClosed() {
        Thread watch = new Thread(StandardInput::awaitEnd, "launcher-watch");
        watch.setDaemon(true);
        watch.start();
    }

    private static void awaitEnd() {
        InputStream input = System.in;
        try {
            while (input.read() >= 0) {
                // The launcher sends nothing; only the end matters.
            }
        } catch (IOException e) {
            System.err.println("Standard input cannot be read, ending: " + e);
        }
        System.exit(0);
    }
}
