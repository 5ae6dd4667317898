package vn.takedown.model.oracle;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;

/** The provider periods over finished cases (contract section 4). */
final class PeriodFigures {

    // Preamble: "calendar periods are cut in Asia/Ho_Chi_Minh".
    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

    static final List<String> PERIODS = List.of("DAY", "MONTH", "QUARTER", "YEAR");

    private static final long HOUR = 60L * 60 * 1000;

    /** A case document with its place in the survival estimate, null when it has none. */
    record Member(OracleCase document, KaplanMeier.Subject survival) {}

    private PeriodFigures() {}

    // Section 6, 9: "Period start is the date in Vietnam, YYYY-MM-DD."
    static String start(String period, long issuedAt) {
        LocalDate date = Instant.ofEpochMilli(issuedAt).atZone(VIETNAM).toLocalDate();
        LocalDate start =
                switch (period) {
                    case "DAY" -> date;
                    case "MONTH" -> date.withDayOfMonth(1);
                    case "QUARTER" ->
                            LocalDate.of(date.getYear(), (date.getMonthValue() - 1) / 3 * 3 + 1, 1);
                    case "YEAR" -> date.withDayOfYear(1);
                    default -> throw new IllegalArgumentException(period);
                };
        return start.toString();
    }

    static OraclePeriod of(String period, String start, String providerId, List<Member> cohort) {
        // Section 6, 20: "in periods, acknowledged, claimed, false_claims, reinstated,
        // recidivism_*, tta_* run over the whole cohort; removed, ttr_*, within_*, km_* over the
        // eligible."
        List<OracleCase> all = cohort.stream().map(Member::document).toList();
        List<OracleCase> eligible =
                all.stream().filter(item -> !item.text("verdict").equals("EXCLUDED")).toList();
        List<Long> tta =
                all.stream().map(item -> item.number("tta_ms")).filter(Objects::nonNull).toList();
        List<Long> ttr =
                eligible.stream()
                        .map(item -> item.number("ttr_high_ms"))
                        .filter(Objects::nonNull)
                        .toList();
        List<KaplanMeier.Subject> subjects =
                cohort.stream().map(Member::survival).filter(Objects::nonNull).toList();

        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("period", period);
        fields.put("start", start);
        fields.put("provider_id", providerId);
        fields.put("issued", (long) all.size());
        fields.put("eligible", (long) eligible.size());
        fields.put("excluded", (long) all.size() - eligible.size());
        fields.put("excluded_already_down", excluded(all, "ALREADY_DOWN"));
        fields.put("excluded_withdrawn", excluded(all, "WITHDRAWN"));
        fields.put("excluded_undeliverable", excluded(all, "UNDELIVERABLE"));
        fields.put("excluded_held", excluded(all, "HELD"));
        fields.put("excluded_moot", excluded(all, "MOOT"));

        long onTime = verdicts(all, "ON_TIME");
        long breach = verdicts(all, "BREACH");
        long indeterminate = verdicts(all, "INDETERMINATE");
        long unconfirmed = verdicts(all, "UNCONFIRMED");
        long unobserved = verdicts(all, "UNOBSERVED");
        long overdue = verdicts(all, "OVERDUE");
        fields.put("on_time", onTime);
        fields.put("breach", breach);
        fields.put("indeterminate", indeterminate);
        fields.put("pending", verdicts(all, "PENDING"));
        fields.put("unconfirmed", unconfirmed);
        fields.put("unobserved", unobserved);
        fields.put("overdue", overdue);

        // "removed (cases with a first_down_at, eligible)"
        fields.put("removed", count(eligible, item -> item.get("first_down_at") != null));
        fields.put("acknowledged", count(all, item -> item.get("acknowledged_at") != null));
        fields.put("claimed", count(all, item -> item.get("claimed_at") != null));
        fields.put("false_claims", count(all, item -> item.flag("false_claim")));
        // "reinstated (cases with ≥ 1)"
        fields.put("reinstated", count(all, item -> item.number("reinstatements") >= 1));
        fields.put(
                "recidivism_strict", count(all, item -> item.text("recidivism").equals("STRICT")));
        fields.put("recidivism_loose", count(all, item -> item.text("recidivism").equals("LOOSE")));

        // "due = on_time + breach + indeterminate + overdue + unobserved + unconfirmed"
        long due = onTime + breach + indeterminate + overdue + unobserved + unconfirmed;
        fields.put("compliance_low", ratio(onTime, due));
        fields.put("compliance_high", ratio(onTime + indeterminate, due));

        fields.put("tta_ms_p50", Quantile.nearestRank(tta, 50));
        fields.put("tta_ms_p90", Quantile.nearestRank(tta, 90));
        fields.put("ttr_ms_p50", Quantile.nearestRank(ttr, 50));
        fields.put("ttr_ms_p90", Quantile.nearestRank(ttr, 90));
        fields.put("ttr_ms_p95", Quantile.nearestRank(ttr, 95));
        fields.put("ttr_ms_p99", Quantile.nearestRank(ttr, 99));
        fields.put("km_median_ms", KaplanMeier.quantile(subjects, 50));
        fields.put("km_p90_ms", KaplanMeier.quantile(subjects, 90));

        // "counts of removed cases with ttr_high_ms ≤ the bound"
        fields.put("within_1h", within(ttr, HOUR));
        fields.put("within_3h", within(ttr, 3 * HOUR));
        fields.put("within_6h", within(ttr, 6 * HOUR));
        fields.put("within_24h", within(ttr, 24 * HOUR));
        fields.put("within_48h", within(ttr, 48 * HOUR));
        fields.put("within_7d", within(ttr, 7 * 24 * HOUR));
        fields.put("within_14d", within(ttr, 14 * 24 * HOUR));
        fields.put("within_28d", within(ttr, 28 * 24 * HOUR));
        return new OraclePeriod(fields);
    }

    private static long excluded(List<OracleCase> cases, String reason) {
        return count(cases, item -> reason.equals(item.text("exclusion_reason")));
    }

    private static long verdicts(List<OracleCase> cases, String verdict) {
        return count(cases, item -> item.text("verdict").equals(verdict));
    }

    private static long within(List<Long> durations, long bound) {
        return durations.stream().filter(duration -> duration <= bound).count();
    }

    private static long count(List<OracleCase> cases, Predicate<OracleCase> wanted) {
        return cases.stream().filter(wanted).count();
    }

    // "A ratio with denominator 0 is null, never 0."
    private static Double ratio(long part, long whole) {
        return whole == 0 ? null : (double) part / whole;
    }
}
