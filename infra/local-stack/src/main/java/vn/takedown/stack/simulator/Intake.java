package vn.takedown.stack.simulator;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.takedown.model.event.Action;
import vn.takedown.model.event.Category;
import vn.takedown.model.event.RequestSource;
import vn.takedown.model.event.Urgency;
import vn.takedown.model.reference.ProviderType;

/** The authorities' side: an endless stream of request items in the order of their issue. */
final class Intake {

    /** No target is looked at longer than this before its request. */
    static final Duration LONGEST_LEAD = Duration.ofHours(48);

    static final double URGENT_SHARE = 0.12;

    private static final double BLOCKING_SHARE = 0.09;
    private static final double HOST_SHARE = 0.45;
    private static final double ITEMS_PER_BLOCKING_ORDER = 2;
    private static final double GONE_BEFORE_NOTICE_ELSEWHERE = 0.02;

    /** While the item must be seen down: longer than any wait of the crawler before the issue. */
    private static final Duration SEEN_DOWN = Duration.ofHours(5);

    /** A blocked site may vanish on its own, often before the block: the order is then moot. */
    private static final double SOURCE_GONE = 0.10;

    private static final Duration SOURCE_GONE_MEDIAN = Duration.ofHours(2);

    private static final double[] CATEGORY_WEIGHTS = {42, 10, 7, 11, 17, 6, 4, 3};
    private static final double[] SOURCE_WEIGHTS = {30, 14, 16, 10, 12, 3, 9, 6};
    private static final List<String> AUTHORITIES =
            List.of("mps-a05", "mcst-abei", "moh-children", "hanoi-dst", "hcmc-dst");

    private final Map<ProviderFamily, List<SimulatedProvider>> families =
            new EnumMap<>(ProviderFamily.class);
    private final Map<ProviderFamily, double[]> weights = new EnumMap<>(ProviderFamily.class);
    private final Map<String, ContentHistory> histories = new HashMap<>();
    private final Deque<ItemPlan> waiting = new ArrayDeque<>();
    private final Dice dice;
    private final KeyedHashes hashes;
    private final IntakeRhythm rhythm;
    private final long start;

    private long now;
    private long requests;
    private long items;
    private long targets;

    Intake(SimulationSettings settings, List<SimulatedProvider> providers) {
        this.dice = new Dice(settings.seed());
        this.hashes = new KeyedHashes(settings.seed());
        this.start = settings.startMillis();
        this.now = start;
        for (ProviderFamily family : ProviderFamily.values()) {
            List<SimulatedProvider> members =
                    providers.stream().filter(member -> member.family() == family).toList();
            families.put(family, members);
            weights.put(family, members.stream().mapToDouble(SimulatedProvider::weight).toArray());
        }
        for (SimulatedProvider provider : providers) {
            histories.put(provider.provider().providerId(), new ContentHistory());
        }
        double itemsPerArrival =
                BLOCKING_SHARE
                                * ITEMS_PER_BLOCKING_ORDER
                                * families.get(ProviderFamily.ACCESS).size()
                        + (1 - BLOCKING_SHARE) * PublishedFigures.IWF_2022_ITEMS_PER_NOTICE;
        this.rhythm = new IntakeRhythm(settings.itemsPerDay() / itemsPerArrival);
    }

    ItemPlan next() {
        while (waiting.isEmpty()) {
            now = rhythm.next(now, dice);
            if (dice.chance(BLOCKING_SHARE)) {
                orderBlocking();
            } else {
                requestRemoval();
            }
        }
        return waiting.remove();
    }

    /** The same targets to every access provider, each with a request of its own. */
    private void orderBlocking() {
        int count = dice.geometric(ITEMS_PER_BLOCKING_ORDER);
        long[] numbers = new long[count];
        long[] goneAt = new long[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = targets++;
            goneAt[i] =
                    dice.chance(SOURCE_GONE)
                            ? now
                                    + Duration.ofMinutes(1).toMillis()
                                    + dice.lognormal(SOURCE_GONE_MEDIAN.toMillis(), 1.2)
                            : Long.MAX_VALUE;
        }
        Category category = category(RequestSource.AUTHORITY);
        Urgency urgency = urgency();
        for (SimulatedProvider provider : families.get(ProviderFamily.ACCESS)) {
            String requestId = "rq-" + requests++;
            for (int i = 0; i < count; i++) {
                waiting.add(
                        new ItemPlan(
                                items++,
                                requestId,
                                Integer.toString(i + 1),
                                provider,
                                hashes.target(numbers[i]),
                                null,
                                null,
                                Action.BLOCK,
                                category,
                                urgency,
                                RequestSource.AUTHORITY,
                                AUTHORITIES.get(0),
                                "Circular 38/2016/TT-BTTTT art. 6(2)(a)",
                                now,
                                now,
                                goneAt[i],
                                dice.split()));
            }
        }
    }

    private void requestRemoval() {
        ProviderFamily family = family();
        SimulatedProvider provider = families.get(family).get(dice.weighted(weights.get(family)));
        RequestSource source = RequestSource.values()[dice.weighted(SOURCE_WEIGHTS)];
        String requestId = "rq-" + requests++;
        String authorityId = dice.pick(AUTHORITIES);
        String legalBasis = dice.chance(0.3) ? "Decree 147/2024/ND-CP" : null;
        Urgency urgency = urgency();
        int count = dice.geometric(PublishedFigures.IWF_2022_ITEMS_PER_NOTICE);
        for (int i = 0; i < count; i++) {
            waiting.add(
                    removal(
                            requestId,
                            Integer.toString(i + 1),
                            provider,
                            source,
                            authorityId,
                            legalBasis,
                            urgency));
        }
    }

    private ItemPlan removal(
            String requestId,
            String itemId,
            SimulatedProvider provider,
            RequestSource source,
            String authorityId,
            String legalBasis,
            Urgency urgency) {
        Dice own = dice.split();
        Action action = action(provider.provider().type(), own);
        boolean gone =
                own.chance(
                        source == RequestSource.INTERNATIONAL
                                ? PublishedFigures.IWF_2022_GONE_BEFORE_NOTICE
                                : GONE_BEFORE_NOTICE_ELSEWHERE);
        long lead = 0;
        if (gone || source == RequestSource.INTERNATIONAL) {
            lead = own.between(Duration.ofHours(12), LONGEST_LEAD);
        } else if (own.chance(0.3)) {
            lead = own.between(Duration.ofMinutes(20), Duration.ofHours(12));
        }
        long reportedAt = Math.max(start, now - lead);
        long goneAt = Long.MAX_VALUE;
        if (gone) {
            long latest = now - SEEN_DOWN.toMillis();
            goneAt =
                    latest <= reportedAt
                            ? Math.min(reportedAt, now - 1)
                            : reportedAt + (long) (own.uniform() * (latest - reportedAt));
        }
        String providerId = provider.provider().providerId();
        boolean identified = action != Action.LOCK_ACCOUNT && own.chance(0.75);
        boolean hasAccounts = provider.provider().type() == ProviderType.SOCIAL;
        return new ItemPlan(
                items++,
                requestId,
                itemId,
                provider,
                hashes.target(targets++),
                identified ? hashes.content(providerId, histories.get(providerId).draw(own)) : null,
                hasAccounts && own.chance(0.6)
                        ? hashes.account(providerId, own.below(5_000))
                        : null,
                action,
                category(source),
                urgency,
                source,
                authorityId,
                legalBasis,
                now,
                reportedAt,
                goneAt,
                own);
    }

    private ProviderFamily family() {
        if (!dice.chance(HOST_SHARE)) {
            return ProviderFamily.PLATFORM;
        }
        return dice.chance(PublishedFigures.GERMANY_2022_DOMESTIC_SHARE)
                ? ProviderFamily.DOMESTIC_HOST
                : ProviderFamily.FOREIGN_HOST;
    }

    private Urgency urgency() {
        return dice.chance(URGENT_SHARE) ? Urgency.URGENT : Urgency.STANDARD;
    }

    /** Referrals between hotlines are about abuse material only. */
    private Category category(RequestSource source) {
        return source == RequestSource.INTERNATIONAL
                ? Category.CSAM
                : Category.values()[dice.weighted(CATEGORY_WEIGHTS)];
    }

    private static Action action(ProviderType type, Dice dice) {
        return switch (type) {
            case SEARCH -> Action.DEINDEX;
            case APP_STORE -> Action.DISABLE;
            case SOCIAL -> dice.chance(0.12) ? Action.LOCK_ACCOUNT : Action.REMOVE;
            case GAME -> dice.chance(0.4) ? Action.LOCK_ACCOUNT : Action.REMOVE;
            case MARKETPLACE -> dice.chance(0.3) ? Action.DISABLE : Action.REMOVE;
            case HOSTING, OTHER -> Action.REMOVE;
            case ISP -> Action.BLOCK;
        };
    }
}
