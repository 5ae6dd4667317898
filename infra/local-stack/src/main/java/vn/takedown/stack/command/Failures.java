package vn.takedown.stack.command;

import java.io.PrintWriter;
import java.io.UncheckedIOException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;
import vn.takedown.stack.StackFailure;
import vn.takedown.stack.server.LocalStack;
import vn.takedown.stack.terminal.Progress;

/** How failures are told: in words where they are foreseen, with a stack trace where not. */
public final class Failures implements IExecutionExceptionHandler {

    static final int FAILED = 1;

    public Failures() {}

    @Override
    public int handleExecutionException(
            Exception exception, CommandLine commandLine, ParseResult arguments) {
        PrintWriter err = commandLine.getErr();
        if (exception instanceof StackFailure) {
            err.println(exception.getMessage());
        } else if (exception instanceof UncheckedIOException) {
            err.println("Failed: " + exception.getCause());
        } else {
            err.println("Failed unexpectedly:");
            exception.printStackTrace(err);
        }
        err.flush();
        return FAILED;
    }

    static void keepLogs(LocalStack stack, Progress progress) {
        stack.keepLogs();
        progress.note("The end of Flink's log:");
        progress.note(stack.lastFlinkLines());
        progress.note("The log files stay in " + stack.folder().logs() + ".");
    }
}
