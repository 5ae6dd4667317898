package vn.takedown.stack.policy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import vn.takedown.model.cases.DeadlineExplanation;
import vn.takedown.model.event.RequestIssued;
import vn.takedown.model.event.RequestUpdated;
import vn.takedown.model.reference.Criterion;
import vn.takedown.model.reference.Policy;
import vn.takedown.model.reference.PolicyCandidate;
import vn.takedown.model.reference.PolicyMatch;
import vn.takedown.model.reference.PolicyStanding;
import vn.takedown.model.reference.Provider;
import vn.takedown.model.reference.ReferenceBook;

/** Says which policy a request falls under and why, and then why its deadline is what it is. */
public final class RequestExplanation {

    private final PolicyFiles files;
    private final ReferenceBook book;
    private final RequestIssued issued;
    private final Provider provider;
    private final List<String> lines = new ArrayList<>();

    private RequestExplanation(PolicyFiles files, ReferenceBook book, RequestIssued issued) {
        this.files = files;
        this.book = book;
        this.issued = issued;
        this.provider = book.provider(issued.providerId());
    }

    /**
     * @param book the policies of {@code files}, and the providers
     * @param updates the later events of the request, in any order
     */
    public static List<String> of(
            PolicyFiles files,
            ReferenceBook book,
            RequestIssued issued,
            Collection<RequestUpdated> updates) {
        RequestExplanation explanation = new RequestExplanation(files, book, issued);
        Policy policy = book.policyFor(issued);
        explanation.describeRequest();
        explanation.describeCandidates(policy);
        explanation.lines.add("");
        explanation.lines.addAll(DeadlineText.of(DeadlineExplanation.of(issued, policy, updates)));
        explanation.describeProvenance(policy);
        return explanation.lines;
    }

    private void describeRequest() {
        lines.add(
                "Request: "
                        + issued.action()
                        + ", "
                        + issued.category()
                        + ", "
                        + issued.urgency()
                        + ", issued "
                        + Wording.both(issued.occurredAt()));
        lines.add(
                provider == null
                        ? "Provider: "
                                + issued.providerId()
                                + " is not in the registry; only a policy that names neither"
                                + " provider types nor jurisdictions can match"
                        : "Provider: " + provider.type() + ", " + provider.jurisdiction());
    }

    private void describeCandidates(Policy applied) {
        lines.add("");
        lines.add("Policies, in the order in which they would win:");
        for (PolicyCandidate candidate : book.candidates(issued)) {
            Policy policy = candidate.policy();
            lines.add(
                    "  "
                            + PolicyLine.name(policy)
                            + " (priority "
                            + policy.priority()
                            + "): "
                            + text(policy, candidate.standing()));
        }
        lines.add(
                "  built-in default: "
                        + (applied == Policy.DEFAULT
                                ? "APPLIES, as no policy matches"
                                : "not needed"));
    }

    private String text(Policy policy, PolicyStanding standing) {
        if (standing instanceof PolicyStanding.NotYetInForce) {
            return "not in force yet, only from " + Wording.utc(policy.effectiveFrom());
        }
        if (standing instanceof PolicyStanding.NoLongerInForce) {
            return "not in force any more since " + Wording.utc(policy.effectiveTo());
        }
        if (standing instanceof PolicyStanding.Replaced replaced) {
            return "replaced by version " + replaced.by().version() + ", which is in force too";
        }
        if (standing instanceof PolicyStanding.Mismatch mismatch) {
            return "does not match: "
                    + new TreeSet<>(mismatch.unmet())
                            .stream()
                                    .map(criterion -> unmet(policy.match(), criterion))
                                    .collect(Collectors.joining("; "));
        }
        if (standing instanceof PolicyStanding.Outranked outranked) {
            return "matches, but "
                    + PolicyLine.name(outranked.by())
                    + (outranked.by().priority() > policy.priority()
                            ? " has a higher priority"
                            : " has the same priority and the earlier id");
        }
        return "APPLIES: in force "
                + Wording.interval(policy.effectiveFrom(), policy.effectiveTo())
                + ", matches, and nothing that matches ranks higher";
    }

    private String unmet(PolicyMatch match, Criterion criterion) {
        Object value =
                switch (criterion) {
                    case PROVIDER_TYPE -> provider == null ? "unknown" : provider.type();
                    case JURISDICTION -> provider == null ? "unknown" : provider.jurisdiction();
                    case ACTION -> issued.action();
                    case CATEGORY -> issued.category();
                    case URGENCY -> issued.urgency();
                };
        Set<? extends Enum<?>> allowed =
                switch (criterion) {
                    case PROVIDER_TYPE -> match.providerTypes();
                    case JURISDICTION -> match.jurisdictions();
                    case ACTION -> match.actions();
                    case CATEGORY -> match.categories();
                    case URGENCY -> match.urgencies();
                };
        return Wording.criterion(criterion)
                + " is "
                + value
                + ", not "
                + allowed.stream().map(Enum::name).sorted().collect(Collectors.joining(" or "));
    }

    private void describeProvenance(Policy policy) {
        files.lineOf(policy)
                .map(PolicyLine::provenance)
                .ifPresent(
                        provenance -> {
                            addIfKnown("Source: ", provenance.source());
                            addIfKnown("Certainty: ", provenance.certainty());
                            addIfKnown("Note: ", provenance.note());
                        });
    }

    private void addIfKnown(String label, String value) {
        if (value != null) {
            lines.add(label + value);
        }
    }
}
