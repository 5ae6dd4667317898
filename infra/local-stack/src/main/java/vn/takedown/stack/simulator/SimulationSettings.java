package vn.takedown.stack.simulator;

import java.time.Duration;
import java.time.Instant;

/**
 * What is simulated. Equal settings give equal bytes.
 *
 * @param seed of every random choice
 * @param start event time of the first request at the earliest; whole milliseconds, from the year
 *     2000 on
 * @param days length of the stream in days of 24 hours, 1 to 3660; lives still open at its end are
 *     cut off
 * @param itemsPerDay request items issued per day on average, 1 to 10 million; an item gives about
 *     50 records in four weeks
 * @param cadence how often the crawler looks
 * @param disorder how much later than a record of later event time a record may be delivered at
 *     most; zero gives event-time order, more than the watermark's bound gives late records
 * @param duplicateShare share of records delivered twice, 0 to 1
 */
public record SimulationSettings(
        long seed,
        Instant start,
        int days,
        int itemsPerDay,
        ObservationCadence cadence,
        Duration disorder,
        double duplicateShare) {

    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

    /**
     * @throws IllegalArgumentException when a value is outside its range
     */
    public SimulationSettings {
        require(start.getNano() % 1_000_000 == 0, "start has whole milliseconds");
        require(days >= 1 && days <= 3660, "days is 1 to 3660");
        require(
                !start.isBefore(EARLIEST)
                        && !start.isAfter(LATEST)
                        && !start.plus(Duration.ofDays(days)).isAfter(LATEST),
                "the stream lies in the years 2000 to 2099");
        require(itemsPerDay >= 1 && itemsPerDay <= 10_000_000, "items per day is 1 to 10 million");
        require(!disorder.isNegative(), "disorder is not negative");
        require(duplicateShare >= 0 && duplicateShare <= 1, "duplicate share is 0 to 1");
    }

    /**
     * Four weeks over 1 July 2026, when a new law replaces the old: about 160,000 records, up to 3
     * s of disorder, 2 of 1,000 records twice.
     */
    public static SimulationSettings demo() {
        return new SimulationSettings(
                830,
                Instant.parse("2026-06-07T17:00:00Z"),
                28,
                110,
                ObservationCadence.STANDARD,
                Duration.ofSeconds(3),
                0.002);
    }

    public SimulationSettings withSeed(long newSeed) {
        return new SimulationSettings(
                newSeed, start, days, itemsPerDay, cadence, disorder, duplicateShare);
    }

    public SimulationSettings withStart(Instant newStart) {
        return new SimulationSettings(
                seed, newStart, days, itemsPerDay, cadence, disorder, duplicateShare);
    }

    public SimulationSettings withDays(int newDays) {
        return new SimulationSettings(
                seed, start, newDays, itemsPerDay, cadence, disorder, duplicateShare);
    }

    public SimulationSettings withItemsPerDay(int newItemsPerDay) {
        return new SimulationSettings(
                seed, start, days, newItemsPerDay, cadence, disorder, duplicateShare);
    }

    public SimulationSettings withCadence(ObservationCadence newCadence) {
        return new SimulationSettings(
                seed, start, days, itemsPerDay, newCadence, disorder, duplicateShare);
    }

    public SimulationSettings withDisorder(Duration newDisorder) {
        return new SimulationSettings(
                seed, start, days, itemsPerDay, cadence, newDisorder, duplicateShare);
    }

    public SimulationSettings withDuplicateShare(double newDuplicateShare) {
        return new SimulationSettings(
                seed, start, days, itemsPerDay, cadence, disorder, newDuplicateShare);
    }

    long startMillis() {
        return start.toEpochMilli();
    }

    /** Exclusive. */
    long endMillis() {
        return start.plus(Duration.ofDays(days)).toEpochMilli();
    }

    private static void require(boolean holds, String rule) {
        if (!holds) {
            throw new IllegalArgumentException(rule);
        }
    }
}
