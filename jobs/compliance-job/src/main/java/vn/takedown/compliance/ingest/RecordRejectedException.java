package vn.takedown.compliance.ingest;

/** Ends the reading of a record that is rejected as a whole, not for one of its fields. */
final class RecordRejectedException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    RecordRejectedException(RejectionReason reason, String detail) {
        // Dead letters may come by the thousand: no stack trace.
        super(detail, null, false, false);
        this.problem = new Problem(reason, detail);
    }

    Problem problem() {
        return problem;
    }
}
