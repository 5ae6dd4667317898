package vn.takedown.model.oracle;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.takedown.model.reference.Provider;

/**
 * Works out how each provider stands at the cut-off, from the finished cases. Windows and ages end
 * with the last full hour. For tests only.
 */
public final class StandingExpectation {

    static final List<String> LATE = List.of("BREACH", "OVERDUE", "UNOBSERVED", "UNCONFIRMED");
    static final List<String> DUE =
            List.of("ON_TIME", "INDETERMINATE", "BREACH", "OVERDUE", "UNOBSERVED", "UNCONFIRMED");

    private static final long HOUR = 3_600_000;
    private static final long DAY = 24 * HOUR;

    private final long cutOff;
    private final long end;
    private final BigDecimal target;
    private final int minimum;

    private StandingExpectation(long cutOff, BigDecimal target, int minimum) {
        this.cutOff = cutOff;
        this.end = cutOff / HOUR * HOUR;
        this.target = target;
        this.minimum = minimum;
    }

    /**
     * The fields of each state by {@code provider_id}, without the levels and {@code updated_at}.
     *
     * @param target the share that must be on time
     * @param minimum how many must be due for a burn rate
     * @param leagueMinimum how many must be due in 90 days for a position
     */
    public static Map<String, Map<String, Object>> of(
            World world, BigDecimal target, int minimum, int leagueMinimum) {
        OracleResult result = BatchOracle.evaluate(world);
        Map<String, Map<String, Object>> states = new TreeMap<>();
        if (result.cases().isEmpty()) {
            return states;
        }
        StandingExpectation expectation = new StandingExpectation(result.cutOff(), target, minimum);
        Map<String, List<OracleCase>> cases = new TreeMap<>();
        for (OracleCase item : result.cases()) {
            cases.computeIfAbsent(item.text("provider_id"), id -> new ArrayList<>()).add(item);
        }
        Map<String, Provider> providers = new TreeMap<>();
        world.providers().forEach(provider -> providers.put(provider.providerId(), provider));
        cases.forEach((id, own) -> states.put(id, expectation.state(id, providers.get(id), own)));
        rank(states, leagueMinimum);
        Map<String, Object> all = expectation.state("_all", null, result.cases());
        all.put("league_position", null);
        all.put("league_size", ranked(states, leagueMinimum));
        states.put("_all", all);
        return states;
    }

    private static long ranked(Map<String, Map<String, Object>> states, int minimum) {
        return states.values().stream()
                .filter(state -> (long) state.get("due_90d") >= minimum)
                .count();
    }

    /** Position = 1 + how many are better; names decide between equals. */
    private static void rank(Map<String, Map<String, Object>> states, int minimum) {
        long size = ranked(states, minimum);
        for (Map<String, Object> own : states.values()) {
            long better =
                    states.values().stream()
                            .filter(other -> (long) other.get("due_90d") >= minimum)
                            .filter(other -> isBetter(other, own))
                            .count();
            own.put(
                    "league_position",
                    (long) own.get("due_90d") >= minimum ? (Long) (better + 1) : null);
            own.put("league_size", size);
        }
    }

    private static boolean isBetter(Map<String, Object> one, Map<String, Object> other) {
        if (other.get("compliance_90d") == null) {
            return true;
        }
        int compared =
                Double.compare(
                        (double) one.get("compliance_90d"), (double) other.get("compliance_90d"));
        String name = (String) one.get("provider_id");
        return compared > 0
                || (compared == 0 && name.compareTo((String) other.get("provider_id")) < 0);
    }

    private Map<String, Object> state(String id, Provider provider, List<OracleCase> cases) {
        Map<String, Object> state = new TreeMap<>();
        state.put("provider_id", id);
        state.put("provider_name", provider == null ? null : provider.name());
        state.put("provider_type", provider == null ? null : provider.type().name());
        state.put("jurisdiction", provider == null ? null : provider.jurisdiction().name());
        state.put("as_of", cutOff);
        List<OracleCase> open =
                cases.stream()
                        .filter(item -> !item.text("verdict").equals("EXCLUDED"))
                        .filter(item -> !item.text("state").equals("REMOVED"))
                        .filter(item -> !item.text("state").equals("WITHDRAWN"))
                        .toList();
        state.put("open_cases", (long) open.size());
        overdue(open, state);
        for (Map.Entry<String, Integer> window : windows().entrySet()) {
            List<OracleCase> due = due(cases, window.getValue());
            long late = due.stream().filter(item -> LATE.contains(item.text("verdict"))).count();
            state.put("due_" + window.getKey(), (long) due.size());
            state.put("late_" + window.getKey(), late);
            state.put(
                    "burn_" + window.getKey(),
                    due.isEmpty() || due.size() < minimum ? null : rate(late, due.size()));
        }
        List<OracleCase> due = due(cases, 90 * 24);
        long onTime = due.stream().filter(item -> item.text("verdict").equals("ON_TIME")).count();
        state.put("due_90d", (long) due.size());
        state.put("on_time_90d", onTime);
        state.put("compliance_90d", due.isEmpty() ? null : (Double) ((double) onTime / due.size()));
        return state;
    }

    private Double rate(long late, long due) {
        BigDecimal allowed = BigDecimal.valueOf(due).multiply(BigDecimal.ONE.subtract(target));
        return BigDecimal.valueOf(late).divide(allowed, MathContext.DECIMAL128).doubleValue();
    }

    private static Map<String, Integer> windows() {
        Map<String, Integer> windows = new LinkedHashMap<>();
        windows.put("6h", 6);
        windows.put("1d", 24);
        windows.put("3d", 72);
        windows.put("28d", 28 * 24);
        return windows;
    }

    private List<OracleCase> due(List<OracleCase> cases, int hours) {
        return cases.stream()
                .filter(item -> DUE.contains(item.text("verdict")))
                .filter(item -> item.number("due_at") != null)
                .filter(item -> item.number("due_at") >= end - hours * HOUR)
                .filter(item -> item.number("due_at") < end)
                .toList();
    }

    private void overdue(List<OracleCase> open, Map<String, Object> state) {
        List<Long> deadlines =
                open.stream()
                        .filter(item -> LATE.contains(item.text("verdict")))
                        .map(item -> item.number("due_at"))
                        .sorted()
                        .toList();
        state.put("overdue_cases", (long) deadlines.size());
        String[] bands = {"0_24h", "1_3d", "3_7d", "7_14d", "14_28d", "over_28d"};
        long[] until = {DAY, 3 * DAY, 7 * DAY, 14 * DAY, 28 * DAY, Long.MAX_VALUE};
        for (int band = 0; band < bands.length; band++) {
            long from = band == 0 ? Long.MIN_VALUE : until[band - 1];
            long to = until[band];
            state.put(
                    "overdue_" + bands[band],
                    deadlines.stream()
                            .map(deadline -> end - deadline)
                            .filter(age -> age > from && age <= to)
                            .count());
        }
        state.put("oldest_overdue_ms", deadlines.isEmpty() ? null : oldest(deadlines.get(0)));
    }

    /** In full hours; to the day when it is long ago. */
    private Long oldest(long deadline) {
        long hour = deadline / HOUR;
        long byDayBefore = (end / HOUR - 90 * 24) / 24 * 24;
        return end - (hour < byDayBefore ? hour / 24 * 24 : hour) * HOUR;
    }
}
