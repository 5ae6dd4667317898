package vn.takedown.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The sheets for other regulators, column by column in the order of the EU's template. */
record DsaRecount(Recount all, int year) {

    private static final Map<String, String> KEYWORDS =
            Map.of(
                    "TOTAL", "Total",
                    "CSAM", "KEYWORD_CHILD_SEXUAL_ABUSE_MATERIAL",
                    "CSAM_SYNTHETIC",
                            "KEYWORD_CHILD_SEXUAL_ABUSE_MATERIAL_DEEPFAKE_OR_SIMILAR_TECHNOLOGIES",
                    "GROOMING", "KEYWORD_GROOMING_SEXUAL_ENTICEMENT_MINORS",
                    "HARMFUL_TO_CHILDREN", "STATEMENT_CATEGORY_PROTECTION_OF_MINORS",
                    "VIOLENCE", "STATEMENT_CATEGORY_VIOLENCE");

    /** The values of each line; null when it is none of these tables. */
    List<List<String>> of(String id) {
        return switch (id) {
            case "dsa-3-orders" -> orders();
            case "dsa-4-notices" -> notices();
            case "dsa-7-complaints" -> complaints();
            default -> null;
        };
    }

    private List<String> head(String category) {
        return List.of(
                "Yes",
                "All supervised services",
                year + "-01-01/" + year + "-12-31",
                KEYWORDS.getOrDefault(category, "KEYWORD_OTHER_" + category),
                category.equals("OTHER") ? "Not specified" : "NOT_APPLICABLE",
                "VN");
    }

    private Map<String, Recount> byCategory(Recount cases) {
        return GroupedTables.groups(cases, item -> Recount.name(item, "category"));
    }

    private List<List<String>> orders() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(order("TOTAL", all));
        byCategory(all).forEach((category, members) -> rows.add(order(category, members)));
        return rows;
    }

    private List<String> order(String category, Recount members) {
        List<String> row = new ArrayList<>(head(category));
        row.add(members.orders());
        row.add(members.items());
        row.add(hours(members.median("tta_ms", item -> true)));
        row.add(hours(members.survival(50).get(0)));
        row.addAll(List.of("UNKNOWN", "UNKNOWN", "UNKNOWN"));
        row.add("Median time to give effect: Kaplan-Meier, open items included");
        return row;
    }

    private static String hours(String millis) {
        return millis.matches("[0-9]+")
                ? new BigDecimal(millis)
                        .divide(BigDecimal.valueOf(OracleInput.HOUR), 2, RoundingMode.HALF_UP)
                        .toPlainString()
                : millis;
    }

    private List<List<String>> notices() {
        Recount notices = all.where(item -> !item.get("source").equals("AUTHORITY"));
        List<List<String>> rows = new ArrayList<>();
        byCategory(notices).forEach((category, members) -> rows.add(notice(category, members)));
        if (!rows.isEmpty()) {
            rows.add(notice("TOTAL", notices));
        }
        return rows;
    }

    private List<String> notice(String category, Recount members) {
        Recount flaggers = members.where(item -> item.get("source").equals("TRUSTED_FLAGGER"));
        List<String> row = new ArrayList<>(head(category));
        row.addAll(List.of(members.orders(), flaggers.orders()));
        row.addAll(List.of(members.items(), flaggers.items()));
        row.add(hours(members.survival(50).get(0)));
        row.add(hours(flaggers.survival(50).get(0)));
        row.addAll(List.of(members.count(Recount::removed), flaggers.count(Recount::removed)));
        row.addAll(List.of("UNKNOWN", "UNKNOWN"));
        return row;
    }

    /** The monitor holds none of it, whatever the events. */
    private static List<List<String>> complaints() {
        String internal = "Complaints submitted through internal complaint-handling systems";
        String suspensions = "Suspensions imposed on repeated offenders";
        return List.of(
                complaint(internal, "Number of complaints"),
                complaint(internal, "Number of initial decisions upheld"),
                complaint(internal, "Number of initial decisions partially reversed"),
                complaint(internal, "Number of initial decisions reversed"),
                complaint(internal, "Median time needed for taking decisions"),
                complaint(internal, "Number of initial decisions omitted"),
                complaint(
                        "Disputes submitted to out-of-court dispute settlement bodies",
                        "Number of disputes"),
                complaint(suspensions, "Provision of manifestly illegal content"),
                complaint(suspensions, "Submission of manifestly unfounded notices"),
                complaint(suspensions, "Submission of manifestly unfounded complaints"));
    }

    private static List<String> complaint(String section, String indicator) {
        return List.of("All supervised services", section, indicator, "VN", "UNKNOWN");
    }
}
