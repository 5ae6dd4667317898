package vn.takedown.model.reference;

/**
 * {@link Confirmation} in milliseconds.
 *
 * @param hold milliseconds between the first and the last down
 */
public record ConfirmationTerms(int consecutive, int vantages, long hold) {

    public static final ConfirmationTerms DEFAULT = of(Confirmation.DEFAULT);

    public static ConfirmationTerms of(Confirmation confirmation) {
        return new ConfirmationTerms(
                confirmation.consecutive(),
                confirmation.vantages(),
                confirmation.hold().toMillis());
    }

    /** The terms that are met only where both these and the others are. */
    public ConfirmationTerms and(ConfirmationTerms others) {
        return new ConfirmationTerms(
                Math.max(consecutive, others.consecutive),
                Math.max(vantages, others.vantages),
                Math.max(hold, others.hold));
    }

    /** Whether so many downs from so many vantage points over so many milliseconds suffice. */
    public boolean met(int downs, int distinctVantages, long span) {
        return downs >= consecutive && distinctVantages >= vantages && span >= hold;
    }
}
