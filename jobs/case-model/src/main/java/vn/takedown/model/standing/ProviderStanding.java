package vn.takedown.model.standing;

/**
 * How a provider stands. Facts are those of {@code asOf}; windows and ages end with the last full
 * hour before it, so that they are exact though cases are counted by the hour.
 *
 * @param providerId {@link #ALL} for all together
 * @param asOf milliseconds since the epoch
 * @param due6h of the cases whose deadline lay in the last 6 hours; likewise the others
 */
public record ProviderStanding(
        String providerId,
        long asOf,
        long openCases,
        OverdueAges overdue,
        DueCount due6h,
        DueCount due1d,
        DueCount due3d,
        DueCount due28d,
        DueCount due90d) {

    /** Stands for all providers together (contract section 4). */
    public static final String ALL = "_all";

    public static ProviderStanding of(String providerId, long asOf, DueBook book) {
        long hour = DueBook.hourOf(asOf);
        return new ProviderStanding(
                providerId,
                asOf,
                book.open(),
                book.overdue(hour),
                book.within(hour - 6, hour),
                book.within(hour - 24, hour),
                book.within(hour - 72, hour),
                book.within(hour - 28 * 24, hour),
                book.within(hour - 90 * 24, hour));
    }

    /** Of all together, before any has been added. */
    public static ProviderStanding none(long asOf) {
        return of(ALL, asOf, new DueBook());
    }

    /** This one and another together. */
    public ProviderStanding plus(ProviderStanding other) {
        return new ProviderStanding(
                providerId,
                asOf,
                openCases + other.openCases,
                overdue.plus(other.overdue),
                due6h.plus(other.due6h),
                due1d.plus(other.due1d),
                due3d.plus(other.due3d),
                due28d.plus(other.due28d),
                due90d.plus(other.due90d));
    }
}
