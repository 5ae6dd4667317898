package vn.takedown.stack;

import java.time.Duration;

/** Waits between two looks at something outside this process. */
public final class Pause {

    private Pause() {}

    /**
     * @throws StackFailure when this thread is told to end
     */
    public static void of(Duration duration) {
        try {
            Thread.sleep(duration.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailure("Interrupted.", e);
        }
    }
}
