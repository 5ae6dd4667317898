package vn.takedown.model.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import vn.takedown.model.event.TakedownEvent;
import vn.takedown.model.reference.Policy;
import vn.takedown.model.reference.Strike;

/**
 * Works out every alert of a whole input from what it was about at each instant: the cases are
 * judged anew from the events up to then. For tests only: it is as slow as it is plain.
 */
public final class AlertExpectation {

    private static final List<String> KINDS =
            List.of(
                    "ACK_OVERDUE",
                    "DEADLINE_NEAR",
                    "SLA_OVERDUE",
                    "SLA_BREACH",
                    "SECOND_NOTICE_DUE",
                    "FALSE_CLAIM",
                    "REINSTATEMENT",
                    "CONTENT_RECIDIVISM");

    /** A reason for an alert: it goes on, or was there and is over. */
    private record Reason(boolean goesOn, long startsAt, String severity, String level) {}

    private final World world;
    private final List<TakedownEvent> events;
    private final long cutOff;
    private final Map<String, String> recidivism = new TreeMap<>();
    private final Map<String, ExpectedAlert> alerts = new TreeMap<>();
    private final Map<String, Long> reinstatedAt = new TreeMap<>();
    private final Map<String, Long> reinstatements = new TreeMap<>();

    private AlertExpectation(World world) {
        this.world = world;
        this.events = BatchOracle.withoutDuplicates(world.events());
        events.sort(CaseHistory.ORDER);
        OracleResult result = BatchOracle.evaluate(world);
        cutOff = result.cutOff();
        result.cases().forEach(c -> recidivism.put(c.caseId(), c.text("recidivism")));
    }

    /** By alert key; all but {@code MONITOR_BLIND}. */
    public static Map<String, ExpectedAlert> of(World world) {
        if (world.events().isEmpty()) {
            return Map.of();
        }
        AlertExpectation expectation = new AlertExpectation(world);
        expectation.run();
        return expectation.alerts;
    }

    private void run() {
        TreeSet<Long> instants = new TreeSet<>();
        events.forEach(event -> instants.add(event.occurredAt()));
        while (!instants.isEmpty()) {
            long now = instants.pollFirst();
            List<CaseFigures> cases = casesAt(now);
            cases.forEach(item -> follow(item, now));
            strikes(cases, now);
            marks(cases, now).stream()
                    .filter(mark -> mark > now && mark <= cutOff)
                    .forEach(instants::add);
        }
    }

    private List<CaseFigures> casesAt(long now) {
        List<TakedownEvent> known =
                new ArrayList<>(events.stream().filter(e -> e.occurredAt() <= now).toList());
        return BatchOracle.figures(world, known, now);
    }

    /** Every instant at which time alone may change something, by what is known at {@code now}. */
    private List<Long> marks(List<CaseFigures> cases, long now) {
        List<Long> marks = new ArrayList<>();
        for (CaseFigures item : cases) {
            if (item.t0() == null) {
                continue;
            }
            Policy policy = item.policy();
            List<Long> durations = new ArrayList<>();
            policy.warnAt()
                    .forEach(share -> durations.add((long) (share * policy.duration().toMillis())));
            if (policy.ackWithin() != null) {
                durations.add(policy.ackWithin().toMillis());
            }
            for (long duration : durations) {
                long left = duration - item.clockAt(now);
                boolean runs = item.clockAt(now + 1) > item.clockAt(now);
                boolean reached =
                        left == 0 && (now == item.t0() || item.clockAt(now - 1) < duration);
                if (reached || (left > 0 && runs)) {
                    marks.add(now + left + 1);
                }
            }
            if (item.dueAt() != null) {
                marks.add(item.dueAt() + 1);
                if (policy.secondNoticeAfter() != null) {
                    marks.add(item.dueAt() + policy.secondNoticeAfter().toMillis() + 1);
                }
            }
            if (item.breachedAt() != null) {
                for (Strike strike : strikesOf(policy.policyId(), now)) {
                    marks.add(item.breachedAt() + strike.window().toMillis());
                }
            }
        }
        return marks;
    }

    private void follow(CaseFigures item, long now) {
        String caseId = item.issued().caseId();
        if (item.reinstatements() > reinstatements.getOrDefault(caseId, 0L)) {
            reinstatedAt.put(caseId, now);
        }
        reinstatements.put(caseId, item.reinstatements());
        for (String kind : KINDS) {
            note(
                    kind + "|" + item.issued().providerId() + "|" + caseId,
                    reason(kind, item, now),
                    now);
        }
    }

    private void note(String key, Reason reason, long now) {
        ExpectedAlert before = alerts.get(key);
        boolean fired = before != null && before.firing();
        if (reason != null && reason.goesOn()) {
            alerts.put(
                    key,
                    new ExpectedAlert(
                            key, true, reason.startsAt(), null, reason.severity(), reason.level()));
        } else if (reason != null && (before == null || fired)) {
            alerts.put(
                    key,
                    new ExpectedAlert(
                            key, false, reason.startsAt(), now, reason.severity(), reason.level()));
        } else if (fired) {
            alerts.put(
                    key,
                    new ExpectedAlert(
                            key, false, before.startsAt(), now, before.severity(), before.level()));
        }
    }

    private Reason reason(String kind, CaseFigures item, long now) {
        boolean settled =
                item.withdrawnAt() != null
                        || item.firstDownAt() != null
                        || item.verdict().equals("EXCLUDED");
        Policy policy = item.policy();
        switch (kind) {
            case "ACK_OVERDUE":
                // "not acknowledged within ack_within" of the legal clock.
                if (settled || item.acknowledgedAt() != null || policy.ackWithin() == null) {
                    return null;
                }
                return mark(item, policy.ackWithin().toMillis(), now, "warning", null);
            case "DEADLINE_NEAR":
                return deadlineNear(item, policy, settled, now);
            case "SLA_OVERDUE":
                // "deadline passed, nothing known".
                return List.of("OVERDUE", "UNOBSERVED").contains(item.verdict())
                        ? new Reason(true, item.dueAt(), "warning", null)
                        : null;
            case "SLA_BREACH":
                // Section 6, 17: "starts at the first up observation after due_at and lives while
                // the verdict is BREACH and the content is up".
                if (!item.verdict().equals("BREACH")) {
                    return null;
                }
                boolean up = !item.state().equals("REMOVED") && item.withdrawnAt() == null;
                return new Reason(up, item.breachedAt(), "critical", null);
            case "SECOND_NOTICE_DUE":
                // "second_notice_after past the deadline".
                if (settled
                        || policy.secondNoticeAfter() == null
                        || item.dueAt() == null
                        || item.verdict().equals("UNCONFIRMED")) {
                    return null;
                }
                long notice = item.dueAt() + policy.secondNoticeAfter().toMillis();
                return now > notice ? new Reason(true, notice, "warning", null) : null;
            case "FALSE_CLAIM":
                return item.falseClaimAt() == null
                        ? null
                        : new Reason(!settled, item.falseClaimAt(), "warning", null);
            case "REINSTATEMENT":
                return item.state().equals("REINSTATED")
                        ? new Reason(
                                true, reinstatedAt.get(item.issued().caseId()), "critical", null)
                        : null;
            default:
                // Section 6, 16: "LOOSE (warning) and STRICT (critical) … with the level".
                String level = recidivism.get(item.issued().caseId());
                return level.equals("NONE")
                        ? null
                        : new Reason(
                                !settled,
                                item.issuedAt(),
                                level.equals("STRICT") ? "critical" : "warning",
                                level);
        }
    }

    // "DEADLINE_NEAR (at the policy's fractions)", until the deadline, not while the clock stands.
    private static Reason deadlineNear(CaseFigures item, Policy policy, boolean settled, long now) {
        if (settled || item.dueAt() == null || !item.verdict().equals("PENDING")) {
            return null;
        }
        Reason highest = null;
        for (double share : policy.warnAt()) {
            boolean last = share == policy.warnAt().get(policy.warnAt().size() - 1);
            Reason reason =
                    mark(
                            item,
                            (long) (share * policy.duration().toMillis()),
                            now,
                            last ? "warning" : "info",
                            Double.toString(share));
            if (reason != null && highest == null) {
                highest = reason;
            } else if (reason != null) {
                highest = new Reason(true, highest.startsAt(), reason.severity(), reason.level());
            }
        }
        return highest;
    }

    /** A reason since the clock showed a duration, if it did so before now. */
    private static Reason mark(
            CaseFigures item, long duration, long now, String severity, String level) {
        if (item.t0() == null || now <= item.t0() || item.clockAt(now - 1) < duration) {
            return null;
        }
        long low = item.t0();
        long high = now - 1;
        while (low < high) {
            long middle = (low + high) >>> 1;
            if (item.clockAt(middle) >= duration) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return new Reason(true, low, severity, level);
    }

    // Section 1: "strikes (array of {count, window, level})"; section 6, 17: "for provider alerts
    // the policy".
    private void strikes(List<CaseFigures> cases, long now) {
        Map<String, List<Long>> breaches = new TreeMap<>();
        for (CaseFigures item : cases) {
            String key =
                    "PROVIDER_STRIKES|"
                            + item.issued().providerId()
                            + "|"
                            + item.policy().policyId();
            breaches.computeIfAbsent(key, k -> new ArrayList<>());
            if (item.verdict().equals("BREACH")) {
                breaches.get(key).add(item.breachedAt());
            }
        }
        breaches.forEach((key, instants) -> note(key, struck(key, instants, now), now));
    }

    private Reason struck(String key, List<Long> breaches, long now) {
        List<Strike> strikes = strikesOf(key.substring(key.lastIndexOf('|') + 1), now);
        int level = 0;
        for (Strike strike : strikes) {
            long count =
                    breaches.stream().filter(at -> at > now - strike.window().toMillis()).count();
            if (count >= strike.count()) {
                level = Math.max(level, strike.level());
            }
        }
        if (level == 0) {
            return null;
        }
        ExpectedAlert before = alerts.get(key);
        int highest = strikes.stream().mapToInt(Strike::level).max().orElseThrow();
        return new Reason(
                true,
                before != null && before.firing() ? before.startsAt() : now,
                level == highest ? "critical" : "warning",
                Integer.toString(level));
    }

    /** Of the highest version in force at an instant, else of the highest. */
    private List<Strike> strikesOf(String policyId, long at) {
        Policy best = null;
        for (Policy policy : world.policies()) {
            if (policy.policyId().equals(policyId)
                    && (best == null
                            || policy.inForceAt(at) && !best.inForceAt(at)
                            || policy.inForceAt(at) == best.inForceAt(at)
                                    && policy.version() >= best.version())) {
                best = policy;
            }
        }
        return best == null ? List.of() : best.strikes();
    }
}
