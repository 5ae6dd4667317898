package vn.takedown.stack.simulator;

import java.time.Duration;

/**
 * Published figures that the simulated lives are calibrated to, as fractions. What has no published
 * figure (false claims, reinstatements, refusals, acknowledgement delays, the speed of blocking
 * orders) is an assumption and stands in {@code providers.csv}.
 */
final class PublishedFigures {

    /*
     * Germany, government report on the deletion of child abuse content, 2022: 15,309 reports,
     * 7,868 of them to domestic hosts. Used for HOSTING and OTHER.
     */
    static final double GERMANY_2022_DOMESTIC_SHARE = 7_868 / 15_309.0;
    static final double GERMANY_2022_DOMESTIC_WITHIN_2_DAYS = 0.7632;
    static final double GERMANY_2022_DOMESTIC_WITHIN_7_DAYS = 0.9965;
    static final double GERMANY_2022_FOREIGN_WITHIN_7_DAYS = 0.5323;
    static final double GERMANY_2022_FOREIGN_WITHIN_28_DAYS = 0.8854;

    /** Not fitted: it comes out of the two domestic shares, which is a check of the fit. */
    static final Duration GERMANY_2022_DOMESTIC_MEAN = Duration.ofMinutes(2_218); // 1.54 days

    /**
     * TikTok, EU transparency report for the second half of 2025, child sexual abuse material:
     * median of the time to act on a notice, 6.58 hours. Used for all platforms.
     */
    static final Duration TIKTOK_H2_2025_MEDIAN = Duration.ofSeconds(23_688);

    /** EU code of conduct, sixth evaluation (2021): notifications assessed within 24 hours. */
    static final double EU_CODE_2021_WITHIN_24_HOURS = 0.81;

    /**
     * Vietnam, third quarter of 2025: items removed or restricted of items requested over Facebook
     * (10,713 at 96 %), YouTube (705 at 92 %) and TikTok (798 at 97 %). Like the ministry's rate it
     * counts what is only blocked inside Vietnam.
     */
    static final double VIETNAM_Q3_2025_ACTED = 12_216 / 12_748.0;

    /**
     * Internet Watch Foundation 2022: of 640 addresses, 465 were gone or had moved when the police
     * cleared the notice. Used for referrals from abroad, which wait for such a clearance.
     */
    static final double IWF_2022_GONE_BEFORE_NOTICE = 465 / 640.0;

    /** Internet Watch Foundation 2022: 32 notices for 175 addresses. */
    static final double IWF_2022_ITEMS_PER_NOTICE = 175 / 32.0;

    /**
     * Canadian Centre for Child Protection 2021: about half of the notices were for media flagged
     * before at the same provider.
     */
    static final double C3P_2021_FLAGGED_BEFORE = 0.5;

    /** "7 Days Later" (2025): share of ends of an address that were a DNS error. Used for hosts. */
    static final double SEVEN_DAYS_LATER_DNS_ENDS = 0.67;

    private PublishedFigures() {}
}
