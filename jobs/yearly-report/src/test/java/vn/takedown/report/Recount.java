package vn.takedown.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
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

    String items() {
        return Integer.toString(cases.size());
    }

    String orders() {
        return Long.toString(cases.stream().map(item -> item.get("request_id")).distinct().count());
    }

    String count(Predicate<OracleCase> wanted) {
        return Long.toString(cases.stream().filter(wanted).count());
    }

    String share(Predicate<OracleCase> part, Predicate<OracleCase> whole) {
        long of = cases.stream().filter(whole).count();
        if (of == 0) {
            return "NOT_APPLICABLE";
        }
        double share = (double) cases.stream().filter(part).count() / of;
        return BigDecimal.valueOf(share).setScale(6, RoundingMode.HALF_UP).toPlainString();
    }

    String median(String field, Predicate<OracleCase> wanted) {
        List<Long> values =
                cases.stream()
                        .filter(wanted)
                        .map(item -> (Long) item.get(field))
                        .filter(Objects::nonNull)
                        .sorted()
                        .toList();
        return values.isEmpty()
                ? "NOT_APPLICABLE"
                : values.get((values.size() + 1) / 2 - 1).toString();
    }

    private record Subject(long time, boolean removed) {}

    /** The product-limit quantile, for cases without pauses. */
    String survival(int percent) {
        if (cases.stream().noneMatch(Recount::eligible)) {
            return "NOT_APPLICABLE";
        }
        List<Subject> subjects = subjects();
        double left = 1;
        for (long time :
                subjects.stream().filter(Subject::removed).map(Subject::time).distinct().toList()) {
            long atRisk = subjects.stream().filter(subject -> subject.time() >= time).count();
            long gone =
                    subjects.stream()
                            .filter(subject -> subject.time() == time && subject.removed())
                            .count();
            left *= 1 - (double) gone / atRisk;
            if (left <= 1 - percent / 100.0 + 1e-9) {
                return Long.toString(time);
            }
        }
        return "NOT_REACHED";
    }

    private List<Subject> subjects() {
        return cases.stream()
                .filter(Recount::eligible)
                .filter(item -> item.get("t0") != null)
                .map(this::subject)
                .sorted(Comparator.comparingLong(Subject::time))
                .toList();
    }

    String followedUpTo(long time) {
        return Long.toString(subjects().stream().filter(item -> item.time() >= time).count());
    }

    /** The product-limit estimate, step by step. */
    double stillUpAfter(long time) {
        List<Subject> subjects = subjects();
        double left = 1;
        for (long step :
                subjects.stream()
                        .filter(Subject::removed)
                        .map(Subject::time)
                        .distinct()
                        .filter(at -> at <= time)
                        .toList()) {
            long atRisk = subjects.stream().filter(item -> item.time() >= step).count();
            long gone =
                    subjects.stream().filter(item -> item.time() == step && item.removed()).count();
            left *= 1 - (double) gone / atRisk;
        }
        return left;
    }

    private Subject subject(OracleCase item) {
        if (item.get("first_down_at") != null) {
            return new Subject((long) item.get("ttr_high_ms"), true);
        }
        Long withdrawn = (Long) item.get("withdrawn_at");
        long until = withdrawn == null ? cutOff : withdrawn;
        return new Subject(Math.max(0, until - (long) item.get("t0")), false);
    }
}
