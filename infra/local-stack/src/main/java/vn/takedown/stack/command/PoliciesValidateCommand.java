package vn.takedown.stack.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vn.takedown.model.reference.ReferenceBook;
import vn.takedown.stack.StackFailure;
import vn.takedown.stack.policy.PolicyFiles;
import vn.takedown.stack.policy.PolicyValidation;
import vn.takedown.stack.policy.ProviderFile;
import vn.takedown.stack.policy.RequestExplanation;
import vn.takedown.stack.policy.RequestFile;
import vn.takedown.stack.policy.Severity;
import vn.takedown.stack.replay.RecordLines;

/** {@code infra/takedown policies validate}: checks policies, and explains one deadline. */
@Command(
        name = "validate",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:no errors",
            "1:errors, with --strict any finding; or a file cannot be read",
            "2:wrong usage"
        },
        description = {
            "Checks files of policies, one JSON object per line, together as one set.",
            "For a request it also says which policy applies and why, and how its deadline comes"
                    + " about. Name the request by its events (--request, best with --providers)"
                    + " or by what a policy looks at (--issued-at to --urgency)."
        })
final class PoliciesValidateCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description = "policies, plain or packed (.gz), such as infra/policies/vietnam.jsonl")
    private List<Path> files;

    @Option(names = "--strict", description = "warnings and notes fail too")
    private boolean strict;

    @Option(
            names = "--request",
            paramLabel = "FILE",
            description =
                    "the ISSUED event of a request and, on further lines, its later events"
                            + " (DELIVERED, PAUSED, HELD, …); - reads standard input")
    private Path request;

    @Option(
            names = "--providers",
            paramLabel = "FILE",
            description = "the provider registry, which tells type and jurisdiction")
    private Path providers;

    @Mixin private RequestOptions options;

    @Override
    public Integer call() {
        checkUsage();
        try {
            PolicyFiles policies = PolicyFiles.read(files);
            PolicyValidation validation = PolicyValidation.of(policies);
            validation.report().forEach(this::print);
            if (request != null || options.anyGiven()) {
                print("");
                explain(policies).forEach(this::print);
            }
            boolean failed =
                    strict
                            ? !validation.findings().isEmpty()
                            : validation.count(Severity.ERROR) > 0;
            return failed ? Failures.FAILED : 0;
        } catch (IOException e) {
            throw new StackFailure("A file could not be read: " + e.getMessage(), e);
        } finally {
            spec.commandLine().getOut().flush();
        }
    }

    private List<String> explain(PolicyFiles policies) throws IOException {
        ReferenceBook book = policies.book();
        if (request == null) {
            book.put(options.situation().provider());
            return RequestExplanation.of(
                    policies,
                    book,
                    options.situation().issued(options.issuedAtMillis()),
                    List.of());
        }
        if (providers != null) {
            try (RecordLines lines = RecordLines.of(providers)) {
                ProviderFile.read(providers.toString(), lines, book);
            }
        }
        try (RecordLines lines = requestLines()) {
            RequestFile events = RequestFile.read(requestName(), lines);
            return RequestExplanation.of(policies, book, events.issued(), events.updates());
        }
    }

    private RecordLines requestLines() throws IOException {
        return isStandardInput()
                ? new RecordLines(requestName(), System.in)
                : RecordLines.of(request);
    }

    private String requestName() {
        return isStandardInput() ? "standard input" : request.toString();
    }

    private boolean isStandardInput() {
        return request.toString().equals("-");
    }

    private void checkUsage() {
        files.forEach(this::requireFile);
        if (request != null) {
            require(
                    !options.anyGiven(),
                    "Name the request either by --request or by --issued-at to --urgency.");
            if (!isStandardInput()) {
                requireFile(request);
            }
        } else if (options.anyGiven()) {
            options.requireAll();
        }
        if (providers != null) {
            require(request != null, "--providers goes with --request.");
            requireFile(providers);
        }
    }

    private void requireFile(Path file) {
        require(Files.isRegularFile(file), "There is no file " + file + ".");
    }

    private void require(boolean holds, String rule) {
        if (!holds) {
            throw new ParameterException(spec.commandLine(), rule);
        }
    }

    private void print(String line) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(line);
    }
}
