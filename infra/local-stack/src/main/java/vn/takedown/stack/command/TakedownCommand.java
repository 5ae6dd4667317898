package vn.takedown.stack.command;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import vn.takedown.stack.simulator.SimulateCommand;

/** The root of the command line. */
@Command(
        name = "infra/takedown",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done", "1:failed", "2:wrong usage"},
        description = "Runs the Takedown Monitor on this machine: Kafka, Elasticsearch and Flink.",
        subcommands = {
            DemoCommand.class,
            ReplayCommand.class,
            UpCommand.class,
            StatusCommand.class,
            DownCommand.class,
            ReportCommand.class,
            SimulateCommand.class,
            HeartbeatCommand.class,
            PoliciesCommand.class,
            BackgroundCommand.class,
            HelpCommand.class
        })
public final class TakedownCommand implements Runnable {

    @Spec private CommandSpec spec;

    /** Runs one command and gives its exit code. */
    public static int run(String... arguments) {
        return new CommandLine(new TakedownCommand())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(new Failures())
                .setUsageHelpWidth(100)
                .execute(arguments);
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Name a command.");
    }
}
