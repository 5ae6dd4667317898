package vn.takedown.stack.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import vn.takedown.model.event.Action;
import vn.takedown.model.event.Category;
import vn.takedown.model.event.Urgency;
import vn.takedown.model.reference.ClockStart;
import vn.takedown.model.reference.Confirmation;
import vn.takedown.model.reference.Policy;
import vn.takedown.model.reference.PolicyMatch;
import vn.takedown.model.reference.ProviderType;
import vn.takedown.model.reference.Strike;

/**
 * Vietnam's clocks as data, for demonstrations. Every {@code legal_basis} says what is not certain;
 * the official texts have to be checked before anyone is judged by them. All are clock hours.
 */
final class VietnamesePolicies {

    /** Midnight in Vietnam, as UTC. */
    private static final long LAW_24_2018 = instant("2018-12-31T17:00:00Z");

    private static final long CIRCULAR_38_2016 = instant("2017-02-14T17:00:00Z");
    private static final long DECREE_147_2024 = instant("2024-12-24T17:00:00Z");
    private static final long LAW_116_2025 = instant("2026-06-30T17:00:00Z");

    private static final Set<Action> REMOVALS =
            EnumSet.of(Action.REMOVE, Action.DISABLE, Action.DEINDEX);
    private static final Set<ProviderType> ANY_TYPE = Set.of();
    private static final Set<Category> ANY_CATEGORY = Set.of();
    private static final Set<Urgency> ANY_URGENCY = Set.of();

    /** Advice, not law: breaches by one provider that call for a look, then for measures. */
    private static final List<Strike> ADVISED_STRIKES =
            List.of(new Strike(3, Duration.ofDays(30), 1), new Strike(10, Duration.ofDays(90), 2));

    /** Decree 147/2024 counts an account's violations so; here they are counted per provider. */
    private static final List<Strike> ACCOUNT_STRIKES =
            List.of(new Strike(5, Duration.ofDays(30), 1), new Strike(10, Duration.ofDays(90), 2));

    private VietnamesePolicies() {}

    static List<Policy> all() {
        return List.of(
                policy(
                        "vn-removal-24h",
                        1,
                        LAW_24_2018,
                        LAW_116_2025,
                        "Cybersecurity Law 24/2018/QH14 art. 26(2)(b), Decree 147/2024/ND-CP art. 23"
                                + " and 27: 24 h from the request (second notice after Circular"
                                + " 38/2016/TT-BTTTT art. 5, force uncertain)",
                        10,
                        match(ANY_TYPE, REMOVALS, ANY_CATEGORY, ANY_URGENCY),
                        ClockStart.ISSUED,
                        Duration.ofHours(24),
                        ADVISED_STRIKES),
                policy(
                        "vn-removal-24h",
                        2,
                        LAW_116_2025,
                        null,
                        "Cybersecurity Law 116/2025/QH15 art. 25(2)(b): 24 h from the request (in"
                                + " force from 1 July 2026, date to be verified)",
                        10,
                        match(ANY_TYPE, REMOVALS, ANY_CATEGORY, ANY_URGENCY),
                        ClockStart.ISSUED,
                        Duration.ofHours(24),
                        ADVISED_STRIKES),
                policy(
                        "vn-user-complaint-48h",
                        1,
                        DECREE_147_2024,
                        null,
                        "Decree 147/2024/ND-CP: owners of accounts, pages and groups, 48 h from a"
                                + " user's well-founded complaint (told here by category, as a"
                                + " policy does not see the source)",
                        20,
                        match(
                                EnumSet.of(ProviderType.SOCIAL, ProviderType.GAME),
                                EnumSet.of(Action.REMOVE),
                                EnumSet.of(Category.CHILD_PRIVACY, Category.IMPERSONATION),
                                EnumSet.of(Urgency.STANDARD)),
                        ClockStart.ISSUED,
                        Duration.ofHours(48),
                        ADVISED_STRIKES),
                policy(
                        "vn-isp-block-3h",
                        1,
                        CIRCULAR_38_2016,
                        null,
                        "Circular 38/2016/TT-BTTTT art. 6(2)(a): telecom operators block within 3 h"
                                + " of the request (force uncertain since Decree 147/2024/ND-CP)",
                        30,
                        match(
                                EnumSet.of(ProviderType.ISP),
                                EnumSet.of(Action.BLOCK),
                                ANY_CATEGORY,
                                ANY_URGENCY),
                        ClockStart.ISSUED,
                        Duration.ofHours(3),
                        ADVISED_STRIKES),
                policy(
                        "vn-account-lock-24h",
                        1,
                        DECREE_147_2024,
                        null,
                        "Decree 147/2024/ND-CP: repeat offenders' accounts locked within 24 h of the"
                                + " request",
                        20,
                        match(ANY_TYPE, EnumSet.of(Action.LOCK_ACCOUNT), ANY_CATEGORY, ANY_URGENCY),
                        ClockStart.ISSUED,
                        Duration.ofHours(24),
                        ACCOUNT_STRIKES),
                policy(
                        "vn-app-24h",
                        1,
                        DECREE_147_2024,
                        null,
                        "Decree 147/2024/ND-CP: unlawful applications removed within 24 h (start of"
                                + " the clock uncertain; counted here from delivery)",
                        20,
                        match(
                                EnumSet.of(ProviderType.APP_STORE),
                                EnumSet.of(Action.DISABLE),
                                ANY_CATEGORY,
                                ANY_URGENCY),
                        ClockStart.DELIVERED,
                        Duration.ofHours(24),
                        ADVISED_STRIKES),
                policy(
                        "vn-security-6h",
                        1,
                        LAW_116_2025,
                        null,
                        "Cybersecurity Law 116/2025/QH15 art. 25(2)(b): 6 h where national security"
                                + " is urgent; does not name children (date and scope to be"
                                + " verified)",
                        40,
                        match(
                                ANY_TYPE,
                                REMOVALS,
                                EnumSet.of(Category.VIOLENCE, Category.OTHER),
                                EnumSet.of(Urgency.URGENT)),
                        ClockStart.ISSUED,
                        Duration.ofHours(6),
                        ADVISED_STRIKES));
    }

    private static Policy policy(
            String policyId,
            int version,
            long effectiveFrom,
            Long effectiveTo,
            String legalBasis,
            int priority,
            PolicyMatch match,
            ClockStart start,
            Duration duration,
            List<Strike> strikes) {
        Confirmation confirmation =
                match.actions().contains(Action.BLOCK)
                        ? new Confirmation(3, 2, Duration.ofHours(1))
                        : Confirmation.DEFAULT;
        return new Policy(
                policyId,
                version,
                effectiveFrom,
                effectiveTo,
                legalBasis,
                priority,
                match,
                start,
                duration,
                duration.compareTo(Duration.ofHours(24)) < 0 ? duration : Duration.ofHours(24),
                List.of(0.5, 0.75),
                confirmation,
                Policy.DEFAULT_CLAIM_TOLERANCE,
                Duration.ofHours(24),
                strikes);
    }

    private static PolicyMatch match(
            Set<ProviderType> types,
            Set<Action> actions,
            Set<Category> categories,
            Set<Urgency> urgencies) {
        return new PolicyMatch(types, Set.of(), actions, categories, urgencies);
    }

    private static long instant(String text) {
        return Instant.parse(text).toEpochMilli();
    }
}
