package vn.takedown.report.source;

/** What went wrong, as one line. */
public final class OneLine {

    private OneLine() {}

    public static String of(Throwable failure) {
        String message = failure.getMessage();
        if (message == null || message.isBlank()) {
            return failure.getClass().getSimpleName();
        }
        return message.lines().findFirst().orElse(message).strip();
    }
}
