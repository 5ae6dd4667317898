package vn.takedown.model.cases;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import vn.takedown.model.alerting.Alert;
import vn.takedown.model.alerting.AlertKind;
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
import vn.takedown.model.event.TakedownEvent;
import vn.takedown.model.event.Urgency;
import vn.takedown.model.event.Vantage;
import vn.takedown.model.oracle.World;
import vn.takedown.model.reference.ClockStart;
import vn.takedown.model.reference.Confirmation;
import vn.takedown.model.reference.Jurisdiction;
import vn.takedown.model.reference.Policy;
import vn.takedown.model.reference.PolicyMatch;
import vn.takedown.model.reference.Provider;
import vn.takedown.model.reference.ProviderType;
import vn.takedown.model.reference.Strike;

/**
 * What happens to the cases of one provider, in hours. The clock runs 24 hours, with a warning
 * after half of them; 6 to acknowledge; two downs confirm; a claim is tolerated for one; the second
 * notice comes 12 after the deadline; two breaches within 30 days are the highest level of strikes.
 */
final class AlertStory {

    private static final long START = Instant.parse("2026-05-10T03:00:00.000Z").toEpochMilli();

    private final List<TakedownEvent> events = new ArrayList<>();

    /** The instant so many hours after the beginning. */
    static long hour(double hours) {
        return START + Math.round(hours * 60 * 60 * 1000);
    }

    AlertStory issued(String name, double hours) {
        events.add(
                new RequestIssued(
                        id(),
                        hour(hours),
                        name,
                        "item",
                        "provider",
                        target(name),
                        Action.REMOVE,
                        Category.CSAM,
                        Urgency.URGENT,
                        "authority",
                        RequestSource.AUTHORITY,
                        "c".repeat(64),
                        null,
                        null));
        return this;
    }

    AlertStory answered(String name, double hours, AcknowledgementType type) {
        events.add(
                new Acknowledgement(
                        id(), hour(hours), type, name, "item", "provider", target(name), null));
        return this;
    }

    AlertStory up(String name, double... hours) {
        return seen(name, ObservationStatus.UP, hours);
    }

    AlertStory down(String name, double... hours) {
        return seen(name, ObservationStatus.DOWN_HARD, hours);
    }

    private AlertStory seen(String name, ObservationStatus status, double... hours) {
        for (double hour : hours) {
            events.add(
                    new Observation(
                            id(),
                            hour(hour),
                            "provider",
                            target(name),
                            status,
                            new Vantage("vantage", "VN", 0),
                            ControlStatus.UNKNOWN,
                            null,
                            null));
        }
        return this;
    }

    /** What is said of one alert until then, in order. */
    List<Alert> said(AlertKind kind, String subject, long until) {
        List<TakedownEvent> known =
                new ArrayList<>(events.stream().filter(e -> e.occurredAt() <= until).toList());
        known.add(new Heartbeat("heartbeat", until));
        World world = new World(known, List.of(provider()), List.of(policy()));
        return AlertReplay.of(MachineReplay.of(world, until)).documents().stream()
                .filter(alert -> alert.kind() == kind && alert.subject().equals(subject))
                .toList();
    }

    private static String target(String name) {
        return String.format("%064x", name.hashCode());
    }

    private String id() {
        return String.format("event-%04d", events.size());
    }

    private static Provider provider() {
        return new Provider(
                "provider",
                "Provider",
                ProviderType.HOSTING,
                Jurisdiction.DOMESTIC,
                "VN",
                Set.of());
    }

    private static Policy policy() {
        return new Policy(
                "policy",
                1,
                0,
                null,
                "basis",
                0,
                PolicyMatch.ANY,
                ClockStart.ISSUED,
                Duration.ofHours(24),
                Duration.ofHours(6),
                List.of(0.5),
                new Confirmation(2, 1, Duration.ZERO),
                Duration.ofHours(1),
                Duration.ofHours(12),
                List.of(new Strike(2, Duration.ofDays(30), 1)));
    }
}
