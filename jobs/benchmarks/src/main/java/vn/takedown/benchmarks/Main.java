package vn.takedown.benchmarks;

import vn.takedown.benchmarks.command.BenchCommand;

/** Entry point of {@code infra/takedown bench}. */
public final class Main {

    private Main() {}

    /**
     * Runs the command and ends the process with its exit code: 0 done, 1 failed, 2 wrong usage.
     */
    public static void main(String[] arguments) {
        System.exit(BenchCommand.run(arguments));
    }
}
