package vn.takedown.model.oracle;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import vn.takedown.model.event.TakedownEvent;

/**
 * Works out the burn-rate alerts of a whole input: on each full hour at which something may be
 * otherwise, the cases are judged anew and those that fell due are counted one by one. For tests
 * only.
 */
public final class BurnExpectation {

    private static final long HOUR = 3_600_000;

    /** A level of a window, the highest first. */
    private record Rule(
            String window, int past, int recent, int level, int factor, String severity) {}

    private static final List<Rule> RULES =
            List.of(
                    new Rule("burn-1d", 24, 6, 2, 10, "critical"),
                    new Rule("burn-1d", 24, 6, 1, 5, "warning"),
                    new Rule("burn-3d", 72, 24, 1, 3, "warning"));

    private final World world;
    private final BigDecimal target;
    private final BigDecimal minimum;
    private final List<TakedownEvent> events;
    private final Map<String, ExpectedAlert> alerts = new TreeMap<>();

    private BurnExpectation(World world, BigDecimal target, int minimum) {
        this.world = world;
        this.target = target;
        this.minimum = BigDecimal.valueOf(minimum);
        this.events = BatchOracle.withoutDuplicates(world.events());
    }

    /**
     * By alert key.
     *
     * @param target the share that must be on time
     * @param minimum how many must be due in the long window
     */
    public static Map<String, ExpectedAlert> of(World world, BigDecimal target, int minimum) {
        BurnExpectation expectation = new BurnExpectation(world, target, minimum);
        if (!world.events().isEmpty()) {
            expectation.run();
        }
        return expectation.alerts;
    }

    private void run() {
        events.sort(CaseHistory.ORDER);
        long end = events.get(events.size() - 1).occurredAt();
        TreeSet<Long> hours = new TreeSet<>();
        events.forEach(event -> hours.add((event.occurredAt() + HOUR - 1) / HOUR));
        while (!hours.isEmpty()) {
            long hour = hours.pollFirst();
            long now = hour * HOUR;
            if (now > end) {
                return;
            }
            List<CaseFigures> cases =
                    BatchOracle.figures(
                            world,
                            new ArrayList<>(
                                    events.stream().filter(e -> e.occurredAt() <= now).toList()),
                            now);
            look(cases, now);
            for (CaseFigures item : cases) {
                for (int later : new int[] {0, 6, 24, 72}) {
                    if (item.dueAt() != null && item.dueAt() / HOUR + 1 + later > hour) {
                        hours.add(item.dueAt() / HOUR + 1 + later);
                    }
                }
            }
        }
    }

    private void look(List<CaseFigures> cases, long now) {
        TreeSet<String> providers = new TreeSet<>();
        cases.forEach(item -> providers.add(item.issued().providerId()));
        for (String provider : providers) {
            List<CaseFigures> own =
                    cases.stream()
                            .filter(item -> item.issued().providerId().equals(provider))
                            .toList();
            for (String window : List.of("burn-1d", "burn-3d")) {
                look("PROVIDER_STRIKES|" + provider + "|" + window, window, own, now);
            }
        }
    }

    private void look(String key, String window, List<CaseFigures> cases, long now) {
        ExpectedAlert before = alerts.get(key);
        boolean fired = before != null && before.firing();
        int held = fired ? Integer.parseInt(before.level()) : 0;
        for (Rule rule : RULES) {
            if (rule.window().equals(window)
                    && (goesOn(rule, BigDecimal.ONE, false, cases, now)
                            || (rule.level() <= held
                                    && goesOn(rule, new BigDecimal("0.75"), true, cases, now)))) {
                long since = fired ? before.startsAt() : now;
                String level = Integer.toString(rule.level());
                alerts.put(key, new ExpectedAlert(key, true, since, null, rule.severity(), level));
                return;
            }
        }
        if (fired) {
            alerts.put(
                    key,
                    new ExpectedAlert(
                            key, false, before.startsAt(), now, before.severity(), before.level()));
        }
    }

    /**
     * @param part of the minimum and the factor that do
     */
    private boolean goesOn(
            Rule rule, BigDecimal part, boolean held, List<CaseFigures> cases, long now) {
        List<CaseFigures> past = due(cases, now - rule.past() * HOUR, now);
        List<CaseFigures> recent = due(cases, now - rule.recent() * HOUR, now);
        BigDecimal allowed = BigDecimal.ONE.subtract(target);
        BigDecimal share =
                part.multiply(
                        BigDecimal.ONE.min(allowed.multiply(BigDecimal.valueOf(rule.factor()))));
        return BigDecimal.valueOf(past.size()).compareTo(part.multiply(minimum)) >= 0
                && late(past, share)
                && (late(recent, share) || (held && recent.isEmpty()));
    }

    private static boolean late(List<CaseFigures> due, BigDecimal share) {
        long late =
                due.stream()
                        .filter(item -> StandingExpectation.LATE.contains(item.verdict()))
                        .count();
        return late > 0
                && BigDecimal.valueOf(late)
                                .compareTo(share.multiply(BigDecimal.valueOf(due.size())))
                        >= 0;
    }

    private static List<CaseFigures> due(List<CaseFigures> cases, long from, long to) {
        return cases.stream()
                .filter(item -> item.dueAt() != null && item.dueAt() >= from && item.dueAt() < to)
                .filter(item -> StandingExpectation.DUE.contains(item.verdict()))
                .toList();
    }
}
