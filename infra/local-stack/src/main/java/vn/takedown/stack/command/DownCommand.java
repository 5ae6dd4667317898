package vn.takedown.stack.command;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import vn.takedown.stack.StackFailure;
import vn.takedown.stack.server.Installation;
import vn.takedown.stack.server.RunFolder;
import vn.takedown.stack.server.StateFolder;
import vn.takedown.stack.terminal.Console;

/** {@code infra/takedown down}: ends what {@code up} started. */
@Command(
        name = "down",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:nothing runs any more", "1:failed", "2:wrong usage"},
        description = "Ends the stack that 'up' started and removes its data.")
final class DownCommand implements Callable<Integer> {

    private static final Duration LIMIT = Duration.ofSeconds(40);

    @Mixin private StateOption state;

    @Override
    public Integer call() {
        Console console = Console.standardOutput();
        StateFolder folder = state.folder(Installation.find());
        Optional<RunFolder> running = folder.background();
        running.flatMap(RunFolder::launcher).ifPresent(DownCommand::end);
        // A launcher that was killed could not clean up.
        boolean left = folder.removeBackground();
        console.note(
                running.isPresent()
                        ? "The stack is down."
                        : left ? "Removed what an ended stack had left." : "Nothing was running.");
        return 0;
    }

    private static void end(ProcessHandle launcher) {
        launcher.destroy();
        try {
            launcher.onExit().get(LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            launcher.destroyForcibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailure("Interrupted.", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
