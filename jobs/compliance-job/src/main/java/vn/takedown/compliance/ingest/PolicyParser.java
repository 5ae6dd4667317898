package vn.takedown.compliance.ingest;

import java.time.Duration;
import java.util.List;
import vn.takedown.model.reference.Confirmation;
import vn.takedown.model.reference.Policy;
import vn.takedown.model.reference.PolicyMatch;
import vn.takedown.model.reference.Strike;

/**
 * Parser of {@link Topics#POLICIES}: gives {@link ReferenceRecord.PolicyRecord} and heartbeats.
 * Absent optional fields take the contract's defaults.
 */
public final class PolicyParser implements RecordParser<ReferenceRecord> {

    private final StringCache cache = new StringCache();
    private final ObjectShape shape = ObjectShape.root();
    private final ReferenceHeader header = new ReferenceHeader(shape);
    private final Field<String> policyId = shape.field("policy_id", TextTypes.id(cache));
    private final Field<Integer> version = shape.field("version", NumberTypes.integerFrom(0));
    private final Field<Long> effectiveFrom = shape.field("effective_from", TextTypes.instant());
    private final Field<Long> effectiveTo = shape.field("effective_to", TextTypes.instant());
    private final Field<String> legalBasis = shape.field("legal_basis", TextTypes.freeText());
    private final Field<Integer> priority =
            shape.field("priority", NumberTypes.integerFrom(Integer.MIN_VALUE));
    private final Field<PolicyMatch> match = shape.field("match", new PolicyMatchType("match"));
    private final Field<ClockType.Clock> clock = shape.field("clock", new ClockType("clock"));
    private final Field<Duration> ackWithin = shape.field("ack_within", DurationType.fromZero());
    private final Field<List<Double>> warnAt =
            shape.field("warn_at", new ListType<>("warn_at", NumberTypes.fraction()));
    private final Field<Confirmation> confirm =
            shape.field("confirm", new ConfirmationType("confirm"));
    private final Field<Duration> claimTolerance =
            shape.field("claim_tolerance", DurationType.fromZero());
    private final Field<Duration> secondNoticeAfter =
            shape.field("second_notice_after", DurationType.fromZero());
    private final Field<List<Strike>> strikes =
            shape.field("strikes", new ListType<>("strikes", new StrikeType("strikes[]")));
    private final RecordReader<ReferenceRecord> reader = new RecordReader<>(shape, this::build);

    @Override
    public ParseResult<ReferenceRecord> parse(byte[] value) {
        return reader.read(value);
    }

    private ReferenceRecord build() {
        if (header.isHeartbeat()) {
            return header.heartbeat();
        }
        header.checkSchemaVersion();
        shape.required(policyId);
        shape.required(version);
        Long from = shape.required(effectiveFrom);
        Long to = shape.optional(effectiveTo);
        if (from != null && to != null && to <= from) {
            shape.reject(RejectionReason.OUT_OF_RANGE, "effective_to must be after effective_from");
        }
        shape.required(legalBasis);
        int givenPriority = shape.optional(priority, 0);
        PolicyMatch givenMatch = shape.optional(match, PolicyMatch.ANY);
        shape.required(clock);
        shape.optional(ackWithin);
        List<Double> givenWarnAt = shape.optional(warnAt, List.of());
        Confirmation confirmation = shape.optional(confirm, Confirmation.DEFAULT);
        Duration tolerance = shape.optional(claimTolerance, Policy.DEFAULT_CLAIM_TOLERANCE);
        shape.optional(secondNoticeAfter);
        List<Strike> givenStrikes = shape.optional(strikes, List.of());
        if (shape.problem() != null) {
            return null;
        }
        return new ReferenceRecord.PolicyRecord(
                new Policy(
                        policyId.value(),
                        version.value(),
                        from,
                        to,
                        legalBasis.value(),
                        givenPriority,
                        givenMatch,
                        clock.value().start(),
                        clock.value().duration(),
                        ackWithin.value(),
                        givenWarnAt,
                        confirmation,
                        tolerance,
                        secondNoticeAfter.value(),
                        givenStrikes));
    }
}
