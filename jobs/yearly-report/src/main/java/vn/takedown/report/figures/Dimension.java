package vn.takedown.report.figures;

import java.util.function.Function;
import vn.takedown.model.cohort.Period;

/** By what the cases of a year are grouped. Every case is in exactly one group of each. */
public enum Dimension {
    JURISDICTION(row -> orUnknown(row.jurisdiction())),
    PROVIDER_TYPE(row -> orUnknown(row.providerType())),
    CATEGORY(CaseRow::category),
    ACTION(CaseRow::action),
    PROVIDER(CaseRow::providerId),
    MONTH(row -> Period.MONTH.startOf(row.issuedAt())),
    URGENCY(CaseRow::urgency),
    SOURCE(CaseRow::source),
    AUTHORITY(CaseRow::authorityId),
    LEGAL_BASIS(row -> orUnknown(row.legalBasis())),
    /** Category and who reported: an authority itself, a trusted flagger, or another. */
    CHANNEL(row -> row.category() + '|' + channel(row.source()));

    /** The group of cases whose documents leave the field out. */
    public static final String UNKNOWN = "UNKNOWN";

    private final Function<CaseRow, String> group;

    Dimension(Function<CaseRow, String> group) {
        this.group = group;
    }

    String groupOf(CaseRow row) {
        return group.apply(row);
    }

    private static String channel(String source) {
        return switch (source) {
            case "AUTHORITY", "TRUSTED_FLAGGER" -> source;
            default -> "OTHER";
        };
    }

    private static String orUnknown(String value) {
        return value == null ? UNKNOWN : value;
    }
}
