package vn.takedown.compliance.ingest;

import java.time.Duration;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.arbitraries.StringArbitrary;
import vn.takedown.model.event.Acknowledgement;
import vn.takedown.model.event.AcknowledgementType;
import vn.takedown.model.event.Action;
import vn.takedown.model.event.Category;
import vn.takedown.model.event.ControlStatus;
import vn.takedown.model.event.Heartbeat;
import vn.takedown.model.event.Observation;
import vn.takedown.model.event.ObservationStatus;
import vn.takedown.model.event.RequestIssued;
import vn.takedown.model.event.RequestSource;
import vn.takedown.model.event.RequestUpdate;
import vn.takedown.model.event.RequestUpdated;
import vn.takedown.model.event.TakedownEvent;
import vn.takedown.model.event.Urgency;
import vn.takedown.model.event.Vantage;
import vn.takedown.model.reference.ClockStart;
import vn.takedown.model.reference.Confirmation;
import vn.takedown.model.reference.Jurisdiction;
import vn.takedown.model.reference.Policy;
import vn.takedown.model.reference.PolicyMatch;
import vn.takedown.model.reference.Provider;
import vn.takedown.model.reference.ProviderType;
import vn.takedown.model.reference.Strike;

/** Every kind of valid event and reference record. */
final class RecordArbitraries {

    private static final long FIRST = 946_684_800_000L;

    private static final long LAST = 4_102_444_799_999L;

    private RecordArbitraries() {}

    static Arbitrary<TakedownEvent> requests() {
        return Arbitraries.oneOf(issued(), updated(), heartbeats());
    }

    static Arbitrary<TakedownEvent> acknowledgements() {
        return Arbitraries.oneOf(answers(), heartbeats());
    }

    static Arbitrary<TakedownEvent> observations() {
        return Arbitraries.oneOf(seen(), heartbeats());
    }

    static Arbitrary<Heartbeat> heartbeats() {
        return Combinators.combine(eventIds(), instants()).as(Heartbeat::new);
    }

    private static Arbitrary<RequestIssued> issued() {
        return Combinators.combine(cases(), whatIsAsked(), keys(), keys(), texts())
                .as(
                        (about, asked, contentKey, accountKey, legalBasis) ->
                                new RequestIssued(
                                        about.eventId(),
                                        about.occurredAt(),
                                        about.requestId(),
                                        about.itemId(),
                                        about.providerId(),
                                        about.targetKey(),
                                        asked.action(),
                                        asked.category(),
                                        asked.urgency(),
                                        asked.authorityId(),
                                        asked.source(),
                                        contentKey,
                                        accountKey,
                                        legalBasis))
                .flatMap(RecordArbitraries::withoutSomeOptionalFields);
    }

    private static Arbitrary<RequestIssued> withoutSomeOptionalFields(RequestIssued full) {
        return Arbitraries.integers()
                .between(0, 7)
                .map(
                        absent ->
                                new RequestIssued(
                                        full.eventId(),
                                        full.occurredAt(),
                                        full.requestId(),
                                        full.itemId(),
                                        full.providerId(),
                                        full.targetKey(),
                                        full.action(),
                                        full.category(),
                                        full.urgency(),
                                        full.authorityId(),
                                        full.source(),
                                        (absent & 1) != 0 ? null : full.contentKey(),
                                        (absent & 2) != 0 ? null : full.accountKey(),
                                        (absent & 4) != 0 ? null : full.legalBasis()));
    }

    private static Arbitrary<RequestUpdated> updated() {
        return Combinators.combine(
                        cases(), Arbitraries.of(RequestUpdate.class), texts().injectNull(0.3))
                .as(
                        (about, update, reason) ->
                                new RequestUpdated(
                                        about.eventId(),
                                        about.occurredAt(),
                                        update,
                                        about.requestId(),
                                        about.itemId(),
                                        about.providerId(),
                                        about.targetKey(),
                                        hasReason(update) ? reason : null));
    }

    private static boolean hasReason(RequestUpdate update) {
        return switch (update) {
            case PAUSED, HELD, WITHDRAWN, UNDELIVERABLE -> true;
            case DELIVERED, RELEASED, RESUMED -> false;
        };
    }

    private static Arbitrary<Acknowledgement> answers() {
        return Combinators.combine(
                        cases(), Arbitraries.of(AcknowledgementType.class), texts().injectNull(0.3))
                .as(
                        (about, type, reason) ->
                                new Acknowledgement(
                                        about.eventId(),
                                        about.occurredAt(),
                                        type,
                                        about.requestId(),
                                        about.itemId(),
                                        about.providerId(),
                                        about.targetKey(),
                                        reason));
    }

    private static Arbitrary<Observation> seen() {
        Arbitrary<Vantage> vantages = Combinators.combine(ids(), texts(), asns()).as(Vantage::new);
        return Combinators.combine(
                        eventIds(),
                        instants(),
                        ids(),
                        keys(),
                        Arbitraries.of(ObservationStatus.class),
                        vantages,
                        Arbitraries.of(ControlStatus.class),
                        Combinators.combine(
                                        keys().injectNull(0.5),
                                        Arbitraries.integers().injectNull(0.5))
                                .as(ContentAndStatus::new))
                .as(
                        (eventId,
                                occurredAt,
                                providerId,
                                targetKey,
                                status,
                                vantage,
                                control,
                                rest) ->
                                new Observation(
                                        eventId,
                                        occurredAt,
                                        providerId,
                                        targetKey,
                                        status,
                                        vantage,
                                        control,
                                        rest.contentKey(),
                                        rest.httpStatus()));
    }

    static Arbitrary<Provider> providers() {
        return Combinators.combine(
                        ids(),
                        texts(),
                        Arbitraries.of(ProviderType.class),
                        Arbitraries.of(Jurisdiction.class),
                        texts(),
                        asns().set().ofMaxSize(5))
                .as(Provider::new);
    }

    static Arbitrary<Policy> policies() {
        Arbitrary<PolicyMatch> matches =
                Combinators.combine(
                                some(ProviderType.class),
                                some(Jurisdiction.class),
                                some(Action.class),
                                some(Category.class),
                                some(Urgency.class))
                        .as(PolicyMatch::new);
        Arbitrary<Clock> clocks =
                Combinators.combine(
                                Arbitraries.of(ClockStart.class),
                                durations().filter(duration -> !duration.isZero()))
                        .as(Clock::new);
        Arbitrary<Confirmation> confirmations =
                Combinators.combine(counts(), counts(), durations()).as(Confirmation::new);
        Arbitrary<Strike> strikes =
                Combinators.combine(counts(), durations(), counts()).as(Strike::new);
        Arbitrary<Double> fractions = Arbitraries.doubles().between(0, false, 1, true).ofScale(6);
        Arbitrary<Identity> identities =
                Combinators.combine(
                                ids(),
                                Arbitraries.integers().greaterOrEqual(0),
                                instants().filter(instant -> instant < LAST),
                                Arbitraries.integers())
                        .as(Identity::new);
        Arbitrary<Later> later =
                Combinators.combine(
                                durations().injectNull(0.3),
                                durations(),
                                durations().injectNull(0.3),
                                Arbitraries.longs().between(1, LAST - FIRST).injectNull(0.3))
                        .as(Later::new);
        return Combinators.combine(
                        identities,
                        texts(),
                        matches,
                        clocks,
                        later,
                        fractions.list().ofMaxSize(3),
                        confirmations,
                        strikes.list().ofMaxSize(3))
                .as(
                        (identity, legalBasis, match, clock, rest, warnAt, confirmation, steps) ->
                                new Policy(
                                        identity.policyId(),
                                        identity.version(),
                                        identity.effectiveFrom(),
                                        rest.inForceFor() == null
                                                ? null
                                                : Math.min(
                                                        LAST,
                                                        identity.effectiveFrom()
                                                                + rest.inForceFor()),
                                        legalBasis,
                                        identity.priority(),
                                        match,
                                        clock.start(),
                                        clock.duration(),
                                        rest.ackWithin(),
                                        warnAt,
                                        confirmation,
                                        rest.claimTolerance(),
                                        rest.secondNoticeAfter(),
                                        steps));
    }

    private record About(
            String eventId,
            long occurredAt,
            String requestId,
            String itemId,
            String providerId,
            String targetKey) {}

    private record Asked(
            Action action,
            Category category,
            Urgency urgency,
            String authorityId,
            RequestSource source) {}

    private record ContentAndStatus(String contentKey, Integer httpStatus) {}

    private record Identity(String policyId, int version, long effectiveFrom, int priority) {}

    private record Clock(ClockStart start, Duration duration) {}

    private record Later(
            Duration ackWithin,
            Duration claimTolerance,
            Duration secondNoticeAfter,
            Long inForceFor) {}

    private static Arbitrary<About> cases() {
        return Combinators.combine(eventIds(), instants(), ids(), ids(), ids(), keys())
                .as(About::new);
    }

    private static Arbitrary<Asked> whatIsAsked() {
        return Combinators.combine(
                        Arbitraries.of(Action.class),
                        Arbitraries.of(Category.class),
                        Arbitraries.of(Urgency.class),
                        ids(),
                        Arbitraries.of(RequestSource.class))
                .as(Asked::new);
    }

    private static <E extends Enum<E>> Arbitrary<Set<E>> some(Class<E> type) {
        return Arbitraries.of(type).set();
    }

    private static Arbitrary<String> ids() {
        return withoutUnpairedSurrogates(
                characters()
                        .excludeChars('/', '|', ' ', '\u00a0', '\u3000', '\n')
                        .ofMinLength(1)
                        .ofMaxLength(128));
    }

    private static Arbitrary<String> eventIds() {
        return withoutUnpairedSurrogates(characters().ofMinLength(1).ofMaxLength(64));
    }

    private static Arbitrary<String> texts() {
        return withoutUnpairedSurrogates(characters().ofMaxLength(200));
    }

    private static StringArbitrary characters() {
        return Arbitraries.strings()
                .withCharRange('!', '~')
                .withChars("ếđ公\u0000\u001f\u007f\\\"\u00a0 \n/|\ufeff\ufffd");
    }

    /** Some of the strings with a character beyond the basic plane at their ends. */
    private static Arbitrary<String> withoutUnpairedSurrogates(StringArbitrary plain) {
        return Combinators.combine(plain, Arbitraries.of(true, false))
                .as(
                        (text, smile) ->
                                smile
                                        ? text.substring(1 > text.length() ? 0 : 1) + "\uD83D\uDE42"
                                        : text);
    }

    private static Arbitrary<String> keys() {
        return Arbitraries.strings().withChars("0123456789abcdef").ofLength(64);
    }

    private static Arbitrary<Long> instants() {
        return Arbitraries.longs().between(FIRST, LAST);
    }

    private static Arbitrary<Long> asns() {
        return Arbitraries.longs().between(0, 0xFFFF_FFFFL);
    }

    private static Arbitrary<Integer> counts() {
        return Arbitraries.integers().greaterOrEqual(1);
    }

    private static Arbitrary<Duration> durations() {
        return Arbitraries.longs().between(0, DurationType.MAX.toMillis()).map(Duration::ofMillis);
    }
}
