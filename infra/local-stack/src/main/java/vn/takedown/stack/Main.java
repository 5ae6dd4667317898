package vn.takedown.stack;

import vn.takedown.stack.command.TakedownCommand;

/** Entry point of {@code infra/takedown}. */
public final class Main {

    private Main() {}

    /**
     * Runs one command and ends the process with its exit code: 0 done, 1 failed, 2 wrong usage.
     */
    public static void main(String[] arguments) {
        System.exit(TakedownCommand.run(arguments));
    }
}
