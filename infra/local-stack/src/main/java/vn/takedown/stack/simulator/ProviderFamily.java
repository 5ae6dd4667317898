package vn.takedown.stack.simulator;

import java.time.Duration;
import vn.takedown.model.reference.Jurisdiction;
import vn.takedown.model.reference.ProviderType;

/**
 * Providers whose times to act follow one published table: two points of the cumulative share of
 * items acted on, over all providers of the family together.
 */
enum ProviderFamily {
    DOMESTIC_HOST(
            new SharePoint(
                    Duration.ofDays(2), PublishedFigures.GERMANY_2022_DOMESTIC_WITHIN_2_DAYS),
            new SharePoint(
                    Duration.ofDays(7), PublishedFigures.GERMANY_2022_DOMESTIC_WITHIN_7_DAYS)),
    FOREIGN_HOST(
            new SharePoint(Duration.ofDays(7), PublishedFigures.GERMANY_2022_FOREIGN_WITHIN_7_DAYS),
            new SharePoint(
                    Duration.ofDays(28), PublishedFigures.GERMANY_2022_FOREIGN_WITHIN_28_DAYS)),
    PLATFORM(
            new SharePoint(PublishedFigures.TIKTOK_H2_2025_MEDIAN, 0.5),
            new SharePoint(Duration.ofHours(24), PublishedFigures.EU_CODE_2021_WITHIN_24_HOURS)),
    /** Assumed: nobody publishes how fast access providers follow a blocking order. */
    ACCESS(new SharePoint(Duration.ofMinutes(70), 0.5), new SharePoint(Duration.ofHours(3), 0.88));

    private final SharePoint earlier;
    private final SharePoint later;

    ProviderFamily(SharePoint earlier, SharePoint later) {
        this.earlier = earlier;
        this.later = later;
    }

    SharePoint earlier() {
        return earlier;
    }

    SharePoint later() {
        return later;
    }

    static ProviderFamily of(ProviderType type, Jurisdiction jurisdiction) {
        return switch (type) {
            case ISP -> ACCESS;
            case HOSTING, OTHER ->
                    jurisdiction == Jurisdiction.DOMESTIC ? DOMESTIC_HOST : FOREIGN_HOST;
            case SOCIAL, GAME, MARKETPLACE, SEARCH, APP_STORE -> PLATFORM;
        };
    }

    /** The share of all items that is acted on within a time. */
    record SharePoint(Duration within, double share) {}
}
