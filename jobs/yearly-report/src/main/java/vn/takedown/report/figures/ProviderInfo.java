package vn.takedown.report.figures;

/**
 * Who a provider is, by its newest case.
 *
 * @param name its id when the registry does not know it
 * @param type or {@link Dimension#UNKNOWN}
 * @param jurisdiction or {@link Dimension#UNKNOWN}
 */
public record ProviderInfo(String name, String type, String jurisdiction) {}
