package vn.takedown.model.reference;

import java.time.Duration;

/** A provider reaches {@code level} with {@code count} breaches inside {@code window}. */
public record Strike(int count, Duration window, int level) {}
