package vn.takedown.model.standing;

/** How the cases of a provider were met whose deadlines lie in some stretch of time. */
public record DueCount(long onTime, long undecided, long late) {

    public static final DueCount NONE = new DueCount(0, 0, 0);

    /** All of them. */
    public long due() {
        return onTime + undecided + late;
    }

    DueCount plus(DueCount other) {
        return new DueCount(onTime + other.onTime, undecided + other.undecided, late + other.late);
    }
}
