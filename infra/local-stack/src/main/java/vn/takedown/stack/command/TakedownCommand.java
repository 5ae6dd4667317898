package vn.takedown.stack.command;

import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
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
        footer = "%nSpeed and scale: 'bench', which jobs/benchmarks adds.",
        subcommands = {
            DemoCommand.class,
            ReplayCommand.class,
            UpCommand.class,
            StatusCommand.class,
            DownCommand.class,
            ExplainCommand.class,
            ReportCommand.class,
            DashboardsCommand.class,
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
                .setOut(utf8(System.out))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(new Failures())
                .setUsageHelpWidth(100)
                .execute(arguments);
    }

    /** Vietnamese must come out right whatever the terminal's locale says. */
    private static PrintWriter utf8(PrintStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Name a command.");
    }
}
