package vn.takedown.report;

/** A failure that a person can act on: its message is one line and is shown as it is. */
public final class ReportFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ReportFailure(String message) {
        super(message);
    }

    public ReportFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
