package vn.takedown.model.standing;

/**
 * The overdue cases of a provider by how long ago the deadline was, each band without its younger
 * end.
 *
 * @param oldestHour the hour of the oldest deadline, hours since the epoch; its day when it is more
 *     than 90 days ago; null when nothing is overdue
 */
public record OverdueAges(
        long upTo24h,
        long upTo3d,
        long upTo7d,
        long upTo14d,
        long upTo28d,
        long over28d,
        Long oldestHour) {

    static final OverdueAges NONE = new OverdueAges(0, 0, 0, 0, 0, 0, null);

    /** All of them. */
    public long all() {
        return upTo24h + upTo3d + upTo7d + upTo14d + upTo28d + over28d;
    }

    OverdueAges plus(OverdueAges other) {
        return new OverdueAges(
                upTo24h + other.upTo24h,
                upTo3d + other.upTo3d,
                upTo7d + other.upTo7d,
                upTo14d + other.upTo14d,
                upTo28d + other.upTo28d,
                over28d + other.over28d,
                older(oldestHour, other.oldestHour));
    }

    private static Long older(Long one, Long other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return Math.min(one, other);
    }
}
