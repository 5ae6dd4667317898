package vn.takedown.stack.command;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import vn.takedown.model.event.Action;
import vn.takedown.model.event.Category;
import vn.takedown.model.event.Urgency;
import vn.takedown.model.reference.Jurisdiction;
import vn.takedown.model.reference.ProviderType;
import vn.takedown.stack.policy.Situation;

/** A request told by what a policy looks at, instead of by its events. */
final class RequestOptions {

    private static final Instant FIRST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("2100-01-01T00:00:00Z");

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--issued-at",
            paramLabel = "INSTANT",
            description = "when the request is issued, such as 2026-07-03T08:00:00Z")
    private String issuedAt;

    @Option(
            names = "--provider-type",
            paramLabel = "TYPE",
            description = "one of ${COMPLETION-CANDIDATES}")
    private ProviderType providerType;

    @Option(
            names = "--jurisdiction",
            paramLabel = "NAME",
            description = "one of ${COMPLETION-CANDIDATES}")
    private Jurisdiction jurisdiction;

    @Option(
            names = "--action",
            paramLabel = "NAME",
            description = "one of ${COMPLETION-CANDIDATES}")
    private Action action;

    @Option(
            names = "--category",
            paramLabel = "NAME",
            description = "one of ${COMPLETION-CANDIDATES}")
    private Category category;

    @Option(
            names = "--urgency",
            paramLabel = "NAME",
            description = "one of ${COMPLETION-CANDIDATES}")
    private Urgency urgency;

    private List<Object> given() {
        return Stream.of(issuedAt, providerType, jurisdiction, action, category, urgency)
                .filter(Objects::nonNull)
                .map(Object.class::cast)
                .toList();
    }

    boolean anyGiven() {
        return !given().isEmpty();
    }

    /** Ends the command as wrong usage unless all of them are given. */
    void requireAll() {
        if (given().size() < 6) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--issued-at, --provider-type, --jurisdiction, --action, --category and"
                            + " --urgency go together.");
        }
        issuedAtMillis();
    }

    long issuedAtMillis() {
        try {
            Instant instant = Instant.parse(issuedAt);
            if (!instant.isBefore(FIRST) && instant.isBefore(END)) {
                return instant.toEpochMilli();
            }
        } catch (DateTimeException invalid) {
            // Told below, together with what is outside the years of the contract.
        }
        throw new ParameterException(
                spec.commandLine(),
                "--issued-at: give an instant of 2000 to 2099, such as 2026-07-03T08:00:00Z.");
    }

    Situation situation() {
        return new Situation(providerType, jurisdiction, action, category, urgency);
    }
}
