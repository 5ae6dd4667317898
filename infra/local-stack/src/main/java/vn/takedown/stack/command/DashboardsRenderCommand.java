package vn.takedown.stack.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import vn.takedown.stack.StackFailure;
import vn.takedown.stack.client.ElasticsearchClient;
import vn.takedown.stack.dashboards.DashboardStack;
import vn.takedown.stack.dashboards.NodePrograms;
import vn.takedown.stack.documents.DocumentImport;
import vn.takedown.stack.server.Addresses;
import vn.takedown.stack.server.Installation;
import vn.takedown.stack.terminal.Console;

/** {@code infra/takedown dashboards render}: every dashboard as a page and a picture. */
@Command(
        name = "render",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:the pages and pictures are written", "1:failed", "2:wrong usage"},
        description = {
            "Draws each dashboard in Vietnamese and English from the answers to the queries that"
                    + " Grafana would send, and takes pictures of the pages with Chromium.",
            "This is not Grafana: it draws only what our dashboards use of it."
        })
final class DashboardsRenderCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;

    @Option(
            names = "--output",
            required = true,
            paramLabel = "DIR",
            description = "folder for one page and picture per language and dashboard")
    private Path output;

    @Option(
            names = "--elasticsearch",
            paramLabel = "URL",
            description = "the cluster (default: that of the stack that runs)")
    private URI elasticsearch;

    @Option(
            names = "--prometheus",
            paramLabel = "URL",
            description =
                    "where the metrics are for Job health (default: that of the stack that"
                            + " runs, if it has one)")
    private URI prometheus;

    @Option(
            names = "--input",
            paramLabel = "DIR",
            description = "read the documents that 'replay' has written instead of a cluster")
    private Path input;

    @Option(
            names = "--variable",
            paramLabel = "[BOARD:]NAME=VALUE",
            description = "what a variable of the dashboards stands for; may be repeated")
    private List<String> variables = List.of();

    @Option(
            names = "--dashboard",
            paramLabel = "NAME",
            description = "draw this one only; may be repeated (default: all)")
    private List<String> dashboards = List.of();

    @Option(
            names = "--now",
            paramLabel = "INSTANT",
            description =
                    "the present to draw (default: the clock for Job health and while the data are"
                            + " at most two days old, else the data cut-off)")
    private Instant now;

    @Option(
            names = "--from",
            paramLabel = "INSTANT",
            description = "where the time range begins (default: as each dashboard says)")
    private Instant from;

    @Option(names = "--no-pictures", description = "pages only; Chromium is not needed then")
    private boolean noPictures;

    @Mixin private StateOption state;

    @Override
    public Integer call() {
        if (input != null && elasticsearch != null) {
            throw new ParameterException(
                    spec.commandLine(), "Name either --elasticsearch or --input, not both.");
        }
        if (input != null && !Files.isDirectory(input)) {
            throw new ParameterException(
                    spec.commandLine(), "--input: there is no folder " + input + ".");
        }
        Installation installation = Installation.find();
        NodePrograms programs = NodePrograms.build(installation);
        if (input == null) {
            return elasticsearch == null
                    ? render(programs, running())
                    : render(programs, elasticsearch, prometheus);
        }
        Console console = Console.standardOutput();
        try (DashboardStack stack =
                DashboardStack.start(installation, state.folder(installation), console)) {
            long documents =
                    new DocumentImport(new ElasticsearchClient(stack.elasticsearch()))
                            .readFrom(input);
            console.note("Loaded " + documents + " documents.");
            return render(programs, stack.elasticsearch(), prometheus);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int render(NodePrograms programs, Addresses stack) {
        return render(
                programs,
                stack.elasticsearch(),
                prometheus == null ? stack.prometheus() : prometheus);
    }

    private int render(NodePrograms programs, URI documents, URI metrics) {
        List<String> arguments = new ArrayList<>();
        arguments.add("--elasticsearch=" + documents);
        if (metrics != null) {
            arguments.add("--prometheus=" + metrics);
        }
        arguments.add("--output=" + output.toAbsolutePath().normalize());
        variables.forEach(variable -> arguments.add("--variable=" + variable));
        dashboards.forEach(dashboard -> arguments.add("--dashboard=" + dashboard));
        if (now != null) {
            arguments.add("--now=" + now);
        }
        if (from != null) {
            arguments.add("--from=" + from);
        }
        if (noPictures) {
            arguments.add("--no-pictures");
        }
        return programs.run("render/main.js", arguments);
    }

    private Addresses running() {
        return state.folder(Installation.find()).running().stream()
                .flatMap(run -> BackgroundRun.readFrom(run).stream())
                .map(BackgroundRun::addresses)
                .findFirst()
                .orElseThrow(
                        () ->
                                new StackFailure(
                                        "The stack is not running. 'infra/takedown up' starts it;"
                                                + " --elasticsearch names another cluster, --input"
                                                + " a folder of documents."));
    }
}
