package vn.takedown.model.oracle;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
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
import vn.takedown.model.reference.ClockStart;
import vn.takedown.model.reference.Confirmation;
import vn.takedown.model.reference.Jurisdiction;
import vn.takedown.model.reference.Policy;
import vn.takedown.model.reference.PolicyMatch;
import vn.takedown.model.reference.Provider;
import vn.takedown.model.reference.ProviderType;
import vn.takedown.model.reference.Strike;

/** Builds one random world. */
final class ScenarioBuilder {

    private static final long HOUR = Duration.ofHours(1).toMillis();
    private static final long DAY = Duration.ofDays(1).toMillis();

    /** Midnights in Vietnam: within a month, month, quarter and year ends, a leap day. */
    private static final List<String> MIDNIGHTS =
            List.of(
                    "2026-05-10T17:00:00.000Z",
                    "2026-05-31T17:00:00.000Z",
                    "2026-09-30T17:00:00.000Z",
                    "2026-12-31T17:00:00.000Z",
                    "2028-02-28T17:00:00.000Z");

    private static final Provider ISP =
            new Provider(
                    "isp-a",
                    "Provider A",
                    ProviderType.ISP,
                    Jurisdiction.DOMESTIC,
                    "VN",
                    Set.of(64500L, 64501L));
    private static final Provider HOSTING =
            new Provider(
                    "hosting-b",
                    "Provider B",
                    ProviderType.HOSTING,
                    Jurisdiction.DOMESTIC,
                    "VN",
                    Set.of(64510L));
    private static final Provider SOCIAL =
            new Provider(
                    "social-c",
                    "Provider C",
                    ProviderType.SOCIAL,
                    Jurisdiction.CROSS_BORDER,
                    "US",
                    Set.of());

    /** Where something is to be removed or blocked; several cases may be about the same one. */
    private record Target(Provider provider, String key) {}

    private final Random random;
    private final long midnight;
    private final long step;
    private final List<Provider> known = new ArrayList<>();
    private final List<Policy> policies = new ArrayList<>();
    private final List<Target> targets = new ArrayList<>();
    private final List<RequestIssued> issued = new ArrayList<>();
    private final List<TakedownEvent> events = new ArrayList<>();

    private int lastEventId;

    /** Instants at which some rule changes its answer. */
    private final List<Long> borders = new ArrayList<>();

    ScenarioBuilder(Random random) {
        this.random = random;
        this.midnight = Instant.parse(pick(MIDNIGHTS)).toEpochMilli();
        this.step = pick(List.of(HOUR, 3 * HOUR, 6 * HOUR));
    }

    World build() {
        addProvidersAndTargets();
        int ids = between(0, 3);
        for (int number = 1; number <= ids; number++) {
            addPolicy("policy-" + number);
        }
        int cases = between(1, 5);
        for (int number = 1; number <= cases; number++) {
            addCase(number);
        }
        addBorders();
        for (Target target : targets) {
            addObservations(target);
        }
        addHeartbeats();
        repeatSome();
        Collections.shuffle(events, random);
        return new World(events, known, policies);
    }

    // ---- Reference data

    private void addProvidersAndTargets() {
        List<Provider> present = new ArrayList<>(List.of(ISP, HOSTING, SOCIAL));
        Collections.shuffle(present, random);
        List<Provider> used = present.subList(0, between(1, 3));
        for (Provider provider : used) {
            if (chance(0.9)) {
                known.add(provider);
            }
        }
        int count = between(1, 4);
        for (int number = 0; number < count; number++) {
            // The same key at two providers is two targets.
            targets.add(new Target(pick(used), key(between(1, 3))));
        }
    }

    private void addPolicy(String policyId) {
        int versions = between(1, 2);
        for (int version = 1; version <= versions; version++) {
            long from = chance(0.6) ? midnight - 60 * DAY : near(midnight);
            Long to = chance(0.25) ? (Long) (near(midnight) + between(0, 6) * step) : null;
            policies.add(
                    new Policy(
                            policyId,
                            version,
                            from,
                            to,
                            "basis-" + policyId,
                            between(0, 2),
                            match(),
                            chance(0.6) ? ClockStart.ISSUED : ClockStart.DELIVERED,
                            Duration.ofHours(pick(List.of(1, 3, 6, 12, 24, 48, 168))),
                            chance(0.7) ? Duration.ofHours(pick(List.of(1, 6, 24))) : null,
                            chance(0.7) ? List.of(0.5, 0.75) : List.of(),
                            new Confirmation(
                                    between(1, 3),
                                    between(1, 2),
                                    Duration.ofHours(pick(List.of(0, 0, 3, 6)))),
                            Duration.ofHours(pick(List.of(0, 1, 3, 6))),
                            chance(0.5) ? Duration.ofHours(pick(List.of(6, 24))) : null,
                            chance(0.5)
                                    ? List.of(
                                            new Strike(2, Duration.ofDays(1), 1),
                                            new Strike(3, Duration.ofDays(30), 2))
                                    : List.of()));
        }
    }

    private PolicyMatch match() {
        return new PolicyMatch(
                chance(0.2) ? Set.of(pick(ProviderType.values())) : Set.of(),
                chance(0.2) ? Set.of(pick(Jurisdiction.values())) : Set.of(),
                chance(0.2) ? Set.copyOf(List.of(Action.BLOCK, pick(Action.values()))) : Set.of(),
                chance(0.1)
                        ? Set.copyOf(List.of(Category.CSAM, pick(Category.values())))
                        : Set.of(),
                chance(0.1) ? Set.of(pick(Urgency.values())) : Set.of());
    }

    // ---- Cases

    private void addCase(int number) {
        // Often the instant of another case, so that recidivism meets ties.
        long issuedAt =
                !issued.isEmpty() && chance(0.3)
                        ? pick(issued).occurredAt()
                        : near(midnight) + between(-2, 10) * step;
        RequestIssued request = request(number, pick(targets), issuedAt);
        issued.add(request);
        events.add(request);
        if (chance(0.15)) {
            Target sameTarget = new Target(byId(request.providerId()), request.targetKey());
            events.add(request(number, sameTarget, issuedAt + pick(List.of(0L, 0L, 1L, step))));
        }
        borders.add(issuedAt);
        addUpdates(request);
        addAcknowledgements(request);
        if (chance(0.05)) {
            // Nothing was ever issued under this number.
            RequestIssued never = request(90 + number, pick(targets), issuedAt);
            events.add(update(never, RequestUpdate.DELIVERED, issuedAt + step));
        }
    }

    private RequestIssued request(int number, Target target, long issuedAt) {
        boolean blocks = target.provider().type() == ProviderType.ISP ? chance(0.8) : chance(0.05);
        return new RequestIssued(
                eventId(),
                issuedAt,
                "request-" + (number + 1) / 2,
                "item-" + number,
                target.provider().providerId(),
                target.key(),
                blocks
                        ? Action.BLOCK
                        : pick(
                                List.of(
                                        Action.REMOVE,
                                        Action.DISABLE,
                                        Action.DEINDEX,
                                        Action.LOCK_ACCOUNT)),
                chance(0.7) ? Category.CSAM : pick(Category.values()),
                pick(Urgency.values()),
                "authority-" + between(1, 2),
                pick(RequestSource.values()),
                chance(0.75) ? key(100 + between(1, 2)) : null,
                chance(0.3) ? key(200) : null,
                chance(0.3) ? "basis-request" : null);
    }

    private void addUpdates(RequestIssued request) {
        if (chance(0.7)) {
            addUpdate(request, RequestUpdate.DELIVERED);
        }
        if (chance(0.15)) {
            addUpdate(request, RequestUpdate.DELIVERED);
        }
        while (chance(0.12)) {
            addUpdate(request, RequestUpdate.UNDELIVERABLE);
        }
        while (chance(0.3)) {
            addUpdate(request, RequestUpdate.PAUSED);
            if (chance(0.8)) {
                addUpdate(request, RequestUpdate.RESUMED);
            }
        }
        while (chance(0.2)) {
            addUpdate(request, RequestUpdate.HELD);
            if (chance(0.8)) {
                addUpdate(request, RequestUpdate.RELEASED);
            }
        }
        while (chance(0.15)) {
            addUpdate(request, RequestUpdate.WITHDRAWN);
        }
    }

    private void addUpdate(RequestIssued request, RequestUpdate update) {
        events.add(update(request, update, momentOf(request)));
    }

    private RequestUpdated update(RequestIssued request, RequestUpdate update, long at) {
        borders.add(at);
        return new RequestUpdated(
                eventId(),
                at,
                update,
                request.requestId(),
                request.itemId(),
                request.providerId(),
                // Sometimes the event does not agree with its request.
                chance(0.03) ? key(9) : request.targetKey(),
                chance(0.2) ? "reason" : null);
    }

    private void addAcknowledgements(RequestIssued request) {
        while (chance(0.5)) {
            long at = momentOf(request);
            borders.add(at);
            AcknowledgementType type =
                    chance(0.5)
                            ? AcknowledgementType.CLAIMED_DONE
                            : pick(AcknowledgementType.values());
            events.add(
                    new Acknowledgement(
                            eventId(),
                            at,
                            type,
                            request.requestId(),
                            request.itemId(),
                            request.providerId(),
                            chance(0.03) ? key(9) : request.targetKey(),
                            chance(0.2) ? "reason" : null));
        }
    }

    /** Mostly after the request, now and then at it or before it, or at another border. */
    private long momentOf(RequestIssued request) {
        if (chance(0.2)) {
            return near(pick(borders));
        }
        if (chance(0.07)) {
            return near(request.occurredAt()) - between(0, 2) * step;
        }
        return near(request.occurredAt() + between(0, 20) * step);
    }

    // ---- Observations

    /** Adds what the requests and answers drawn so far make into borders. */
    private void addBorders() {
        for (OracleCase item : BatchOracle.evaluate(new World(events, known, policies)).cases()) {
            Long t0 = item.number("t0");
            if (t0 != null) {
                borders.add(t0);
                borders.add(t0 - 7 * DAY);
                borders.add(t0 - 7 * DAY);
            }
            Long dueAt = item.number("due_at");
            if (dueAt != null) {
                // Twice as likely as the others: most rules turn here.
                borders.add(dueAt);
                borders.add(dueAt);
            }
            Long claimedAt = item.number("claimed_at");
            if (claimedAt != null) {
                borders.add(claimedAt + toleranceOf(item));
            }
        }
    }

    private long toleranceOf(OracleCase item) {
        return policies.stream()
                .filter(policy -> policy.policyId().equals(item.text("policy_id")))
                .filter(policy -> policy.version() == item.number("policy_version"))
                .findFirst()
                .orElse(Policy.DEFAULT)
                .claimTolerance()
                .toMillis();
    }

    private void addObservations(Target target) {
        int count = chance(0.1) ? 0 : between(1, chance(0.2) ? 60 : 20);
        List<Long> times = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            times.add(observationTime());
        }
        Collections.sort(times);
        // Mostly the same answer as before, so that runs come about.
        boolean down = chance(0.3);
        for (long time : times) {
            if (chance(0.25)) {
                down = !down;
            }
            events.add(observation(target, time, down));
        }
    }

    private long observationTime() {
        if (chance(0.35)) {
            return near(pick(borders));
        }
        RequestIssued request = pick(issued);
        if (chance(0.15)) {
            return near(request.occurredAt() - between(1, 9 * 24) * HOUR);
        }
        return near(request.occurredAt() + between(-2, 24) * step);
    }

    private Observation observation(Target target, long time, boolean down) {
        List<ObservationStatus> downs =
                target.provider().type() == ProviderType.ISP && chance(0.6)
                        ? List.of(ObservationStatus.BLOCKED)
                        : List.of(ObservationStatus.DOWN_HARD, ObservationStatus.DOWN_SOFT);
        ObservationStatus status =
                down
                        ? pick(downs)
                        : chance(0.8) ? ObservationStatus.UP : ObservationStatus.GEO_BLOCKED;
        if (chance(0.1)) {
            status = pick(ObservationStatus.values());
        }
        List<Long> own = target.provider().asns().stream().sorted().toList();
        return new Observation(
                eventId(),
                time,
                target.provider().providerId(),
                target.key(),
                status,
                new Vantage(
                        "vantage-" + between(1, 3),
                        "VN",
                        !own.isEmpty() && chance(0.85) ? pick(own) : 64999L),
                chance(0.5) ? ControlStatus.DOWN : pick(ControlStatus.values()),
                chance(0.2) ? key(101) : null,
                chance(0.3) ? (Integer) 200 : null);
    }

    // ---- All topics

    private void addHeartbeats() {
        int count = between(0, 2);
        for (int number = 0; number < count; number++) {
            events.add(new Heartbeat(eventId(), near(pick(borders))));
        }
        if (chance(0.3)) {
            // Everything has fallen silent, yet time goes on.
            events.add(new Heartbeat(eventId(), near(midnight + between(1, 60) * DAY)));
        }
    }

    private void repeatSome() {
        for (TakedownEvent event : List.copyOf(events)) {
            if (chance(0.05)) {
                events.add(event);
            }
        }
    }

    // ---- Chance

    private Provider byId(String providerId) {
        return List.of(ISP, HOSTING, SOCIAL).stream()
                .filter(provider -> provider.providerId().equals(providerId))
                .findFirst()
                .orElseThrow();
    }

    /** Random first digits, so that the order of ids is not that of time. */
    private String eventId() {
        lastEventId++;
        return String.format("%04x-%d", random.nextInt(0x10000), lastEventId);
    }

    private static String key(int number) {
        return String.format("%064x", number);
    }

    private long near(long instant) {
        return instant + pick(List.of(-1, 0, 0, 0, 0, 1));
    }

    private boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    /** Both ends included. */
    private int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    private <E> E pick(List<E> list) {
        return list.get(random.nextInt(list.size()));
    }

    private <E> E pick(E[] values) {
        return values[random.nextInt(values.length)];
    }
}
