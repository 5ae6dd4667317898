package vn.takedown.stack.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vn.takedown.stack.StackFailure;
import vn.takedown.stack.explain.CaseInquiry;
import vn.takedown.stack.explain.CaseReport;
import vn.takedown.stack.explain.Language;
import vn.takedown.stack.replay.InputFolder;
import vn.takedown.stack.server.Installation;
import vn.takedown.stack.server.RunFolder;

/**
 * {@code infra/takedown explain}: the history of one case, and why its figures are what they are.
 */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:failed, no such case, or the events do not give what was published",
            "2:wrong usage"
        },
        description = {
            "Tells the history of one case: every event and whether it counted, each deadline, each"
                    + " change of the verdict, the figures and the events that prove them.",
            "Without --input and --elasticsearch it asks the stack that runs: that of 'up' or of"
                    + " 'demo --keep-running'. With Kafka at hand the case is computed anew from"
                    + " its events and compared with the published transition log."
        })
final class ExplainCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "CASE_ID", description = "the case, request_id/item_id")
    private String caseId;

    @Option(
            names = "--input",
            paramLabel = "DIR",
            description = "compute the case from a folder of events, as 'replay' reads; no servers")
    private Path input;

    @Option(
            names = "--elasticsearch",
            paramLabel = "URL",
            description = "ask this Elasticsearch for what was published")
    private URI elasticsearch;

    @Option(
            names = "--kafka",
            paramLabel = "HOST:PORT",
            description = "with --elasticsearch: ask this broker for the events")
    private String kafka;

    @Option(
            names = "--lang",
            paramLabel = "LANG",
            defaultValue = "en",
            description = "one of ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})")
    private Language language;

    @Option(
            names = "--all",
            description = "list observations that change nothing one by one, not summed up")
    private boolean all;

    @Mixin private StateOption state;

    @Override
    public Integer call() throws IOException {
        CaseReport report = report(checkUsage());
        PrintWriter out = spec.commandLine().getOut();
        report.lines(language, all).forEach(out::println);
        out.flush();
        return report.isConsistent() ? 0 : Failures.FAILED;
    }

    private CaseReport report(InputFolder folder) throws IOException {
        CaseInquiry inquiry = new CaseInquiry(caseId);
        if (folder != null) {
            return inquiry.inFolder(folder);
        }
        if (elasticsearch != null) {
            return inquiry.inCluster(elasticsearch, kafka);
        }
        BackgroundRun run =
                running()
                        .orElseThrow(
                                () ->
                                        new StackFailure(
                                                "No stack runs. Start one with 'infra/takedown up'"
                                                        + " or 'infra/takedown demo --keep-running',"
                                                        + " or give --elasticsearch URL or --input"
                                                        + " DIR."));
        return inquiry.inCluster(run.addresses().elasticsearch(), run.addresses().kafka());
    }

    private Optional<BackgroundRun> running() {
        for (RunFolder run : state.folder(Installation.find()).running()) {
            Optional<BackgroundRun> found = BackgroundRun.readFrom(run);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** The folder to read; null when a cluster is asked. */
    private InputFolder checkUsage() {
        require(
                input == null || elasticsearch == null,
                "--input and --elasticsearch exclude each other.");
        require(
                kafka == null || elasticsearch != null,
                "--kafka needs --elasticsearch, which knows what was published.");
        require(
                elasticsearch == null
                        || "http".equals(elasticsearch.getScheme())
                        || "https".equals(elasticsearch.getScheme()),
                "--elasticsearch is an address like http://localhost:9200.");
        try {
            return input == null ? null : InputFolder.open(input);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--input: " + e.getMessage(), e);
        }
    }

    private void require(boolean holds, String rule) {
        if (!holds) {
            throw new ParameterException(spec.commandLine(), rule);
        }
    }
}
