package vn.takedown.model.contract;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
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
import vn.takedown.model.event.Urgency;
import vn.takedown.model.event.Vantage;
import vn.takedown.model.reference.ClockStart;
import vn.takedown.model.reference.Confirmation;
import vn.takedown.model.reference.Policy;
import vn.takedown.model.reference.PolicyMatch;

/** Short ways to tell tests about several cases. */
final class Requests {

    private Requests() {}

    static long instant(String text) {
        return Instant.parse(text).toEpochMilli();
    }

    /** A request whose event, request and target are named alike; its case is {@code name/item}. */
    static RequestIssued request(String name, String issuedAt, String provider, String content) {
        return new RequestIssued(
                "issued-" + name,
                instant(issuedAt),
                name,
                "item",
                provider,
                target(name),
                Action.REMOVE,
                Category.CSAM,
                Urgency.URGENT,
                "authority",
                RequestSource.AUTHORITY,
                content,
                null,
                null);
    }

    static Observation seen(String name, String at, String provider, ObservationStatus status) {
        return new Observation(
                "seen-" + name + at,
                instant(at),
                provider,
                target(name),
                status,
                new Vantage("vantage", "VN", 0),
                ControlStatus.UNKNOWN,
                null,
                null);
    }

    static RequestUpdated updated(String name, String at, String provider, RequestUpdate update) {
        return new RequestUpdated(
                "updated-" + name + at,
                instant(at),
                update,
                name,
                "item",
                provider,
                target(name),
                null);
    }

    static Acknowledgement answered(
            String name, String at, String provider, AcknowledgementType type) {
        return new Acknowledgement(
                "answered-" + name + at,
                instant(at),
                type,
                name,
                "item",
                provider,
                target(name),
                null);
    }

    static Heartbeat heartbeat(String at) {
        return new Heartbeat("heartbeat-" + at, instant(at));
    }

    private static String target(String name) {
        return String.format("%064x", name.hashCode());
    }

    /** Always in force, for every request, one down confirms. */
    static Policy policy(String policyId, int version, int priority, int hours) {
        return policy(policyId, version, priority, hours, 0, null, PolicyMatch.ANY);
    }

    static Policy policy(
            String policyId,
            int version,
            int priority,
            int hours,
            long from,
            Long to,
            PolicyMatch match) {
        return new Policy(
                policyId,
                version,
                from,
                to,
                "basis-" + policyId,
                priority,
                match,
                ClockStart.ISSUED,
                Duration.ofHours(hours),
                null,
                List.of(),
                new Confirmation(1, 1, Duration.ZERO),
                Duration.ofHours(1),
                null,
                List.of());
    }
}
