package vn.takedown.stack.acceptance;

import java.time.Duration;

/**
 * How large a run is. Everything in it is measured in hundredths of the span, so that the same
 * stories are told in a week and in a day.
 *
 * @param span simulated time, whole seconds and a multiple of 100
 * @param speed simulated time per wall-clock time
 * @param cases followed ones, beside one that each provider is watched by
 * @param checkpoints wall-clock time between them
 * @param resend wall-clock time after which Alertmanager is told again
 */
record Scale(Duration span, double speed, int cases, Duration checkpoints, Duration resend) {

    private static final String PREFIX = "takedown.acceptance";

    /**
     * A simulated week at 1000×, or, unless {@code takedown.acceptance=full}, something shorter.
     */
    static Scale chosen() {
        boolean full = "full".equals(System.getProperty(PREFIX));
        return new Scale(
                Duration.parse(System.getProperty(PREFIX + ".span", full ? "P7D" : "P1D")),
                Double.parseDouble(System.getProperty(PREFIX + ".speed", full ? "1000" : "1800")),
                Integer.getInteger(PREFIX + ".cases", full ? 200 : 120),
                Duration.ofSeconds(full ? 10 : 3),
                Duration.ofSeconds(full ? 60 : 10));
    }

    /** Whether the limits of time are asserted: a run among others on a busy machine shows none. */
    boolean full() {
        return "full".equals(System.getProperty(PREFIX));
    }

    /** A hundredth of the span, milliseconds. */
    long unit() {
        return span.toMillis() / 100;
    }
}
