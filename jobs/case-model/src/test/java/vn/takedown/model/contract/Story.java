package vn.takedown.model.contract;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
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
import vn.takedown.model.oracle.OracleCase;
import vn.takedown.model.oracle.World;
import vn.takedown.model.reference.ClockStart;
import vn.takedown.model.reference.Confirmation;
import vn.takedown.model.reference.Jurisdiction;
import vn.takedown.model.reference.Policy;
import vn.takedown.model.reference.PolicyMatch;
import vn.takedown.model.reference.Provider;
import vn.takedown.model.reference.ProviderType;

/**
 * Tells the story of one case in hours after its request. The clock runs 24 hours from the request,
 * two downs from one vantage point confirm, a claim is tolerated for one hour, unless told
 * otherwise. Events of the same instant have ids in the order in which they are told.
 */
final class Story {

    static final String CASE_ID = "request/item";
    static final String TARGET = "a".repeat(64);
    static final long OWN_ASN = 64500;

    private static final long ISSUED_AT = Instant.parse("2026-05-10T03:00:00.000Z").toEpochMilli();
    private static final Provider PROVIDER =
            new Provider(
                    "provider",
                    "Provider",
                    ProviderType.ISP,
                    Jurisdiction.DOMESTIC,
                    "VN",
                    Set.of(OWN_ASN));

    private final List<TakedownEvent> events = new ArrayList<>();
    private Action action = Action.REMOVE;
    private ClockStart start = ClockStart.ISSUED;
    private List<Provider> providers = List.of(PROVIDER);
    private boolean builtInPolicy;
    private Confirmation confirmation = new Confirmation(2, 1, Duration.ZERO);

    /** The instant so many hours after the request. */
    static long hour(double hours) {
        return ISSUED_AT + hours(hours);
    }

    /** So many hours in milliseconds. */
    static long hours(double hours) {
        return Math.round(hours * 60 * 60 * 1000);
    }

    Story action(Action wanted) {
        action = wanted;
        return this;
    }

    /** The registry does not know the provider. */
    Story unknownProvider() {
        providers = List.of();
        return this;
    }

    /** No policy matches, so the built-in default holds: three downs, two vantages, six hours. */
    Story builtInPolicy() {
        builtInPolicy = true;
        return this;
    }

    Story clockFromDelivery() {
        start = ClockStart.DELIVERED;
        return this;
    }

    Story confirmedBy(int consecutive, int vantages, int holdInHours) {
        confirmation = new Confirmation(consecutive, vantages, Duration.ofHours(holdInHours));
        return this;
    }

    Story then(double hours, RequestUpdate update) {
        return thenAt(hour(hours), update);
    }

    Story thenAt(long instant, RequestUpdate update) {
        events.add(
                new RequestUpdated(
                        nextId(), instant, update, "request", "item", "provider", TARGET, null));
        return this;
    }

    Story answered(double hours, AcknowledgementType type) {
        events.add(
                new Acknowledgement(
                        nextId(), hour(hours), type, "request", "item", "provider", TARGET, null));
        return this;
    }

    Story up(double hours) {
        return upAt(hour(hours));
    }

    Story upAt(long instant) {
        return seenAt(instant, ObservationStatus.UP, "vantage", ControlStatus.UNKNOWN, OWN_ASN);
    }

    Story down(double hours) {
        return downAt(hour(hours));
    }

    Story downAt(long instant) {
        return seenAt(
                instant, ObservationStatus.DOWN_HARD, "vantage", ControlStatus.UNKNOWN, OWN_ASN);
    }

    Story downFrom(double hours, String vantage) {
        return seenAt(
                hour(hours), ObservationStatus.DOWN_SOFT, vantage, ControlStatus.UNKNOWN, OWN_ASN);
    }

    Story seen(double hours, ObservationStatus status) {
        return seenAt(hour(hours), status, "vantage", ControlStatus.UNKNOWN, OWN_ASN);
    }

    Story sourceGone(double hours) {
        return seenAt(
                hour(hours), ObservationStatus.DOWN_HARD, "vantage", ControlStatus.DOWN, OWN_ASN);
    }

    Story seenAt(
            long instant,
            ObservationStatus status,
            String vantage,
            ControlStatus control,
            long asn) {
        events.add(
                new Observation(
                        nextId(),
                        instant,
                        "provider",
                        TARGET,
                        status,
                        new Vantage(vantage, "VN", asn),
                        control,
                        null,
                        null));
        return this;
    }

    /** Time goes on until then. */
    OracleCase at(double hours) {
        return atInstant(hour(hours));
    }

    OracleCase atInstant(long instant) {
        events.add(new Heartbeat(nextId(), instant));
        return end();
    }

    /** T is the last event told. */
    OracleCase end() {
        return Judges.agreeOn(world()).caseOf(CASE_ID);
    }

    private World world() {
        List<TakedownEvent> all = new ArrayList<>(events);
        all.add(
                new RequestIssued(
                        "issued",
                        ISSUED_AT,
                        "request",
                        "item",
                        "provider",
                        TARGET,
                        action,
                        Category.CSAM,
                        Urgency.URGENT,
                        "authority",
                        RequestSource.AUTHORITY,
                        null,
                        null,
                        null));
        Policy policy =
                new Policy(
                        "policy",
                        1,
                        0,
                        null,
                        "basis",
                        0,
                        PolicyMatch.ANY,
                        start,
                        Duration.ofHours(24),
                        null,
                        List.of(),
                        confirmation,
                        Duration.ofHours(1),
                        null,
                        List.of());
        return new World(all, providers, builtInPolicy ? List.of() : List.of(policy));
    }

    private String nextId() {
        return String.format("event-%04d", events.size());
    }
}
