package vn.takedown.stack.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import vn.takedown.stack.dashboards.DashboardStack;
import vn.takedown.stack.dashboards.NodePrograms;
import vn.takedown.stack.server.Installation;
import vn.takedown.stack.terminal.Console;

/** {@code infra/takedown dashboards bench}: how fast the panels' queries are answered. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:within the limits", "1:failed, or a limit is passed", "2:wrong usage"},
        description = {
            "Fills an Elasticsearch of its own with made-up cases and five years of rollups, asks"
                    + " every panel's queries several times and prints the times.",
            "Limits: 500 ms for the slowest panel and 2 s for a dashboard, warm."
        })
final class DashboardsBenchCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;

    @Option(
            names = "--cases",
            paramLabel = "N",
            defaultValue = "1000000",
            description = "number of cases (default: ${DEFAULT-VALUE})")
    private int cases;

    @Option(names = "--output", paramLabel = "FILE", description = "the figures as JSON")
    private Path output;

    @Mixin private StateOption state;

    @Override
    public Integer call() {
        if (cases < 1) {
            throw new ParameterException(spec.commandLine(), "--cases is at least 1.");
        }
        Installation installation = Installation.find();
        NodePrograms programs = NodePrograms.build(installation);
        List<String> arguments = new ArrayList<>();
        try (DashboardStack stack =
                DashboardStack.start(
                        installation, state.folder(installation), Console.standardOutput())) {
            arguments.add("--elasticsearch=" + stack.elasticsearch());
            arguments.add("--cases=" + cases);
            if (output != null) {
                arguments.add("--output=" + output.toAbsolutePath().normalize());
            }
            return programs.run("bench/main.js", arguments);
        }
    }
}
