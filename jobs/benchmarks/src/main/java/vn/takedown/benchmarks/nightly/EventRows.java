package vn.takedown.benchmarks.nightly;

import vn.takedown.compliance.event.InputTopic;
import vn.takedown.compliance.ingest.ParseResult;
import vn.takedown.compliance.ingest.ReferenceRecord;
import vn.takedown.compliance.source.RecordReaders;
import vn.takedown.model.event.Acknowledgement;
import vn.takedown.model.event.Heartbeat;
import vn.takedown.model.event.Observation;
import vn.takedown.model.event.RequestIssued;
import vn.takedown.model.reference.ClockStart;
import vn.takedown.model.reference.Policy;
import vn.takedown.model.reference.PolicyMatch;
import vn.takedown.model.reference.Provider;
import vn.takedown.stack.StackFailure;

/** Records as rows of the tables. Belongs to one thread. */
final class EventRows {

    private final RecordReaders readers = new RecordReaders();
    private final StringBuilder row = new StringBuilder(512);
    private long latest = Long.MIN_VALUE;

    /** The table that holds what a topic says. */
    static String table(InputTopic topic) {
        return switch (topic) {
            case REQUESTS -> "request";
            case ACKNOWLEDGEMENTS -> "acknowledgement";
            case OBSERVATIONS -> "observation";
            case PROVIDERS -> "provider";
            case POLICIES -> "policy";
        };
    }

    /** Greatest event time so far, milliseconds since the epoch. */
    long latest() {
        return latest;
    }

    /**
     * The row for a record, without the line break; null for a heartbeat. Valid until the next
     * call.
     *
     * @throws StackFailure when the SQL does not know what the record says
     */
    CharSequence of(InputTopic topic, byte[] value) {
        if (!(readers.parse(topic, value) instanceof ParseResult.Parsed<?> parsed)) {
            throw unknown(topic, "a dead letter");
        }
        CopyText text = CopyText.in(row);
        if (parsed.value() instanceof Observation observation) {
            write(observation, text);
        } else if (parsed.value() instanceof RequestIssued issued) {
            write(issued, text);
        } else if (parsed.value() instanceof Acknowledgement acknowledgement) {
            write(acknowledgement, text);
        } else if (parsed.value() instanceof Heartbeat heartbeat) {
            latest = Math.max(latest, heartbeat.occurredAt());
            return null;
        } else if (parsed.value() instanceof ReferenceRecord.ProviderRecord entry) {
            write(entry.provider(), text);
        } else if (parsed.value() instanceof ReferenceRecord.PolicyRecord entry) {
            write(entry.policy(), text);
        } else {
            throw unknown(topic, parsed.value().getClass().getSimpleName());
        }
        return row;
    }

    private void write(Observation observation, CopyText text) {
        latest = Math.max(latest, observation.occurredAt());
        text.add(observation.occurredAt())
                .add(observation.vantage().asn())
                .addKey(observation.targetKey())
                .add(observation.providerId())
                .add(observation.eventId())
                .add(observation.status().name())
                .add(observation.vantage().id());
    }

    private void write(RequestIssued issued, CopyText text) {
        latest = Math.max(latest, issued.occurredAt());
        text.add(issued.occurredAt())
                .add(issued.providerId())
                .addKey(issued.targetKey())
                .add(issued.caseId())
                .add(issued.action().name())
                .add(issued.category().name())
                .add(issued.urgency().name())
                .addKey(issued.contentKey());
    }

    private void write(Acknowledgement acknowledgement, CopyText text) {
        latest = Math.max(latest, acknowledgement.occurredAt());
        text.add(acknowledgement.occurredAt())
                .add(acknowledgement.providerId())
                .addKey(acknowledgement.targetKey())
                .add(acknowledgement.caseId())
                .add(acknowledgement.type().name());
    }

    private static void write(Provider provider, CopyText text) {
        text.add(provider.providerId())
                .add(provider.type().name())
                .add(provider.jurisdiction().name())
                .add(provider.asns());
    }

    private static void write(Policy policy, CopyText text) {
        if (policy.clockStart() != ClockStart.ISSUED) {
            throw unknown(InputTopic.POLICIES, "a clock that starts at delivery");
        }
        PolicyMatch match = policy.match();
        text.add(policy.policyId())
                .add(policy.version())
                .add(policy.effectiveFrom())
                .add(policy.effectiveTo())
                .add(policy.priority())
                .add(match.providerTypes())
                .add(match.jurisdictions())
                .add(match.actions())
                .add(match.categories())
                .add(match.urgencies())
                .add(policy.duration().toMillis())
                .add(policy.confirmation().consecutive())
                .add(policy.confirmation().vantages())
                .add(policy.confirmation().hold().toMillis())
                .add(policy.claimTolerance().toMillis());
    }

    private static StackFailure unknown(InputTopic topic, String what) {
        return new StackFailure(
                "The SQL of the nightly alternative knows nothing of "
                        + what
                        + " in "
                        + topic.topicName()
                        + ".");
    }
}
