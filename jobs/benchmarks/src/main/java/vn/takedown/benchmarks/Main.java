package vn.takedown.benchmarks;

import picocli.CommandLine;
import vn.takedown.benchmarks.command.BenchCommand;
import vn.takedown.stack.command.Failures;

/** Entry point of {@code infra/takedown bench}. */
public final class Main {

    private Main() {}

    /**
     * Runs the command and ends the process with its exit code: 0 done, 1 failed, 2 wrong usage.
     */
    public static void main(String[] arguments) {
        System.exit(
                new CommandLine(new BenchCommand())
                        .setCaseInsensitiveEnumValuesAllowed(true)
                        .setExecutionExceptionHandler(new Failures())
                        .setUsageHelpWidth(100)
                        .execute(arguments));
    }
}
