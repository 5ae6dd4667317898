package vn.takedown.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import vn.takedown.model.cohort.Period;
import vn.takedown.model.oracle.OracleCase;

/**
 * Some cases, counted one by one: as slow as it is plain, and nothing of the report's own code.
 *
 * @param cutOff {@code T}, milliseconds since the epoch
 */
record Recount(List<OracleCase> cases, long cutOff) {

    private static final long HOUR = 3_600_000;
    private static final Set<String> DUE =
            Set.of("ON_TIME", "BREACH", "INDETERMINATE", "OVERDUE", "UNOBSERVED", "UNCONFIRMED");

    static boolean eligible(OracleCase item) {
        return !item.get("verdict").equals("EXCLUDED");
    }

    static boolean due(OracleCase item) {
        return DUE.contains((String) item.get("verdict"));
    }

    static boolean onTime(OracleCase item) {
        return item.get("verdict").equals("ON_TIME");
    }

    static boolean notLate(OracleCase item) {
        return onTime(item) || item.get("verdict").equals("INDETERMINATE");
    }

    static boolean removed(OracleCase item) {
        return eligible(item) && item.get("first_down_at") != null;
    }

    static boolean within(OracleCase item, int hours) {
        return removed(item) && (long) item.get("ttr_high_ms") <= hours * HOUR;
    }

    static boolean stillUp(OracleCase item) {
        return eligible(item)
                && item.get("withdrawn_at") == null
                && (item.get("first_down_at") == null || item.get("state").equals("REINSTATED"));
    }

    static boolean isOpen(OracleCase item, long at) {
        Long withdrawn = (Long) item.get("withdrawn_at");
        Long down = (Long) item.get("first_down_at");
        Long again = (Long) item.get("reappeared_at");
        if (withdrawn != null && withdrawn < at) {
            return false;
        }
        boolean wentDown = down != null && down < at;
        boolean cameBack = item.get("state").equals("REINSTATED") && again != null && again < at;
        return !wentDown || cameBack;
    }

    static long startOf(int year) {
        return LocalDate.of(year, 1, 1)
                .atStartOfDay(ZoneId.of("Asia/Ho_Chi_Minh"))
                .toInstant()
                .toEpochMilli();
    }

    static boolean overdueAWeek(OracleCase item, long cutOff) {
        return stillUp(item)
                && item.get("due_at") != null
                && cutOff - (long) item.get("due_at") > 168 * HOUR;
    }

    static boolean downFor30Days(OracleCase item, long cutOff) {
        return eligible(item)
                && item.get("confirmed_down_at") != null
                && cutOff - (long) item.get("confirmed_down_at") >= 720 * HOUR;
    }

    static boolean backWithin30Days(OracleCase item, long cutOff) {
        return downFor30Days(item, cutOff)
                && item.get("reappeared_at") != null
                && (long) item.get("reappeared_at") - (long) item.get("confirmed_down_at")
                        <= 720 * HOUR;
    }

    static int year(OracleCase item) {
        return Integer.parseInt(Period.YEAR.startOf((long) item.get("issued_at")).substring(0, 4));
    }

    /** The text of a field; UNKNOWN when it is absent. */
    static String name(OracleCase item, String field) {
        return item.get(field) == null ? "UNKNOWN" : item.get(field).toString();
    }

    String items() {
        return Integer.toString(cases.size());
    }

    String orders() {
        return Long.toString(cases.stream().map(item -> item.get("request_id")).distinct().count());
    }

    String count(Predicate<OracleCase> wanted) {
        return Long.toString(cases.stream().filter(wanted).count());
    }

    private static final List<String> NOTHING = List.of("NOT_APPLICABLE", "", "");

    Recount where(Predicate<OracleCase> wanted) {
        return new Recount(cases.stream().filter(wanted).toList(), cutOff);
    }

    long number(Predicate<OracleCase> wanted) {
        return cases.stream().filter(wanted).count();
    }

    /** The share with the ends of Wilson's interval, as the annex writes them. */
    List<String> share(Predicate<OracleCase> part, Predicate<OracleCase> whole) {
        long of = number(whole);
        if (of == 0) {
            return NOTHING;
        }
        double p = (double) number(part) / of;
        double z = PlainSurvival.Z;
        double middle = (p + z * z / (2 * of)) / (1 + z * z / of);
        double half = z * Math.sqrt(p * (1 - p) / of + z * z / (4.0 * of * of)) / (1 + z * z / of);
        return List.of(decimal(p), decimal(middle - half), decimal(middle + half));
    }

    static String decimal(double value) {
        return BigDecimal.valueOf(value).setScale(6, RoundingMode.HALF_UP).toPlainString();
    }

    String claimInflation() {
        Predicate<OracleCase> claimed = item -> eligible(item) && item.get("claimed_at") != null;
        return number(claimed) == 0
                ? "NOT_APPLICABLE"
                : decimal(
                        (double) (number(claimed) - number(Recount::removed))
                                / number(Recount::eligible));
    }

    String median(String field, Predicate<OracleCase> wanted) {
        return median(
                cases.stream()
                        .filter(wanted)
                        .map(item -> (Long) item.get(field))
                        .filter(Objects::nonNull)
                        .toList());
    }

    /** Between the last observation that found it up and the first that found it down. */
    String gapMedian() {
        return median(
                cases.stream()
                        .filter(Recount::removed)
                        .filter(item -> item.get("last_up_at") != null)
                        .map(
                                item ->
                                        Math.max(
                                                0,
                                                (long) item.get("first_down_at")
                                                        - (long) item.get("last_up_at")))
                        .toList());
    }

    private static String median(List<Long> values) {
        return values.isEmpty()
                ? "NOT_APPLICABLE"
                : values.stream().sorted().toList().get((values.size() + 1) / 2 - 1).toString();
    }

    String removedMean() {
        return cases.stream()
                .filter(Recount::removed)
                .mapToLong(item -> (long) item.get("ttr_high_ms"))
                .average()
                .stream()
                .mapToObj(mean -> Long.toString(Math.round(mean)))
                .findFirst()
                .orElse("NOT_APPLICABLE");
    }

    /** With its limits, for cases without pauses. */
    List<String> survival(int percent) {
        return number(Recount::eligible) == 0 ? NOTHING : survival().quantile(percent);
    }

    /** The same, where enough cases are required for a high quantile. */
    List<String> survival(int percent, int enough) {
        long eligible = number(Recount::eligible);
        return eligible > 0 && eligible < enough ? List.of("TOO_FEW", "", "") : survival(percent);
    }

    PlainSurvival survival() {
        return survival("ttr_high_ms");
    }

    /**
     * @param event the field that says when it went away
     */
    PlainSurvival survival(String event) {
        return new PlainSurvival(
                cases.stream()
                        .filter(Recount::eligible)
                        .filter(item -> item.get("t0") != null)
                        .map(item -> subject(item, event))
                        .toList());
    }

    private PlainSurvival.Subject subject(OracleCase item, String event) {
        if (item.get("first_down_at") != null) {
            return new PlainSurvival.Subject((long) item.get(event), true);
        }
        Long withdrawn = (Long) item.get("withdrawn_at");
        long until = withdrawn == null ? cutOff : withdrawn;
        return new PlainSurvival.Subject(Math.max(0, until - (long) item.get("t0")), false);
    }
}
