package vn.takedown.stack.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code infra/takedown dashboards}: pictures and timings of what Grafana would ask. */
@Command(
        name = "dashboards",
        mixinStandardHelpOptions = true,
        description = "Draws the dashboards without Grafana, and measures their queries.",
        subcommands = {DashboardsRenderCommand.class, DashboardsBenchCommand.class})
final class DashboardsCommand implements Runnable {

    @Spec private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Name a command.");
    }
}
