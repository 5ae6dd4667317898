package vn.takedown.stack;

/** A failure that a person can act on: its message is shown as it is, without a stack trace. */
public final class StackFailure extends RuntimeException {

    public StackFailure(String message) {
        super(message);
    }

    public StackFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
