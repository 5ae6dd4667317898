package vn.takedown.stack.simulator;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import vn.takedown.model.event.Action;
import vn.takedown.model.event.ControlStatus;
import vn.takedown.model.event.Observation;
import vn.takedown.model.event.ObservationStatus;
import vn.takedown.model.event.Vantage;
import vn.takedown.model.reference.ProviderType;

/**
 * What crawlers and probes see of one target, one look after the other. What is done about the next
 * look depends only on what was seen so far, as with a real crawler.
 */
final class ObservationTrack {

    private static final long NEVER = Long.MAX_VALUE;

    private static final double ERROR = 0.006;
    private static final double AMBIGUOUS = 0.03;
    private static final double CLOAKED = 0.003;
    private static final double SHOWN_WHILE_UNSETTLED = 0.4;
    private static final double FROM_ELSEWHERE = 0.05;

    private static final List<Vantage> CRAWLERS =
            List.of(
                    new Vantage("crawler-hanoi", "VN", 64601),
                    new Vantage("crawler-singapore", "SG", 64603),
                    new Vantage("crawler-hcmc", "VN", 64602),
                    new Vantage("crawler-frankfurt", "DE", 64604));
    private static final Integer[] AMBIGUOUS_ANSWERS = {403, 429, 500, 502, 503, null};

    private final Life life;
    private final ItemPlan item;
    private final Dice dice;
    private final ObservationCadence cadence;
    private final CrawlerOutages outages;
    private final long end;
    private final boolean blocking;
    private final List<Vantage> vantages;
    private final boolean endsByDns;
    private final boolean softRemoval;
    private final int laggingProbe;
    private final long lag;

    private int looks;
    private int turn;
    private long nextAt;
    private long seenDownSince = NEVER;
    private boolean unclear;

    /**
     * @param end no look at or after it
     */
    ObservationTrack(Life life, ObservationCadence cadence, CrawlerOutages outages, long end) {
        this.life = life;
        this.item = life.item();
        this.dice = item.dice();
        this.cadence = cadence;
        this.outages = outages;
        this.end = end;
        this.blocking = item.action() == Action.BLOCK;
        this.vantages = blocking ? probes(item.provider()) : CRAWLERS;
        ProviderType type = item.provider().provider().type();
        this.endsByDns =
                (type == ProviderType.HOSTING || type == ProviderType.OTHER)
                        && dice.chance(PublishedFigures.SEVEN_DAYS_LATER_DNS_ENDS);
        this.softRemoval = !endsByDns && dice.chance(item.provider().behaviour().softRemoval());
        this.turn = dice.below(vantages.size());
        this.laggingProbe = blocking && dice.chance(0.15) ? dice.below(vantages.size()) : -1;
        this.lag = dice.between(Duration.ofMinutes(20), Duration.ofHours(6));
        this.nextAt = item.reportedAt() + dice.between(Duration.ZERO, Duration.ofMinutes(10));
        settleNext();
    }

    /** Event time of the next look, {@link Long#MAX_VALUE} when there is none. */
    long nextAt() {
        return nextAt;
    }

    Observation look() {
        long at = nextAt;
        int index = turn;
        turn = (turn + 1) % vantages.size();
        Observation seen =
                blocking && dice.chance(FROM_ELSEWHERE)
                        ? outside(at)
                        : blocking ? probe(at, index) : crawl(at, index);
        remember(seen);
        nextAt = at + Math.max(1_000, (long) (waitAfter(at) * (0.85 + 0.3 * dice.uniform())));
        settleNext();
        return seen;
    }

    private void remember(Observation seen) {
        ObservationStatus status = seen.status();
        unclear = status == ObservationStatus.AMBIGUOUS || status == ObservationStatus.ERROR;
        boolean down =
                status == ObservationStatus.DOWN_HARD
                        || status == ObservationStatus.DOWN_SOFT
                        || status == ObservationStatus.BLOCKED;
        if (down && seenDownSince == NEVER) {
            seenDownSince = seen.occurredAt();
        } else if (!down && !unclear) {
            seenDownSince = NEVER;
        }
    }

    private long waitAfter(long at) {
        long age = at - item.issuedAt();
        Duration wait;
        if (age < 0) {
            wait = cadence.beforeIssue();
        } else if (seenDownSince != NEVER) {
            wait =
                    at - seenDownSince < Duration.ofHours(8).toMillis()
                            ? cadence.confirming()
                            : cadence.watching();
        } else if (age < Duration.ofDays(1).toMillis()) {
            wait = blocking ? cadence.firstDay().dividedBy(3) : cadence.firstDay();
        } else if (age < Duration.ofDays(7).toMillis()) {
            wait = cadence.firstWeek();
        } else {
            wait = cadence.later();
        }
        if (unclear && cadence.recheck().compareTo(wait) < 0) {
            wait = cadence.recheck();
        }
        return wait.toMillis();
    }

    /** Steps over the hours in which the crawler is out, and ends the track when it is time. */
    private void settleNext() {
        while (nextAt < end && outages.blind(nextAt)) {
            nextAt += cadence.recheck().toMillis();
        }
        long last =
                seenDownSince == NEVER
                        ? item.issuedAt() + cadence.giveUp().toMillis()
                        : Math.max(
                                item.issuedAt() + cadence.watching().toMillis(),
                                seenDownSince + cadence.watchFor().toMillis());
        if (life.withdrawnAt() != NEVER) {
            last = Math.min(last, life.withdrawnAt() + cadence.watching().toMillis());
        }
        if (nextAt >= end || nextAt > last) {
            nextAt = NEVER;
        }
    }

    private Observation crawl(long at, int index) {
        Vantage vantage = vantages.get(index);
        if (outages.blind(index, at) || dice.chance(ERROR)) {
            return seen(at, vantage, ObservationStatus.ERROR, ControlStatus.UNKNOWN, null);
        }
        if (dice.chance(AMBIGUOUS)) {
            return ambiguous(at, vantage, ControlStatus.UNKNOWN);
        }
        return switch (life.timeline().at(at)) {
            case UP ->
                    dice.chance(CLOAKED)
                            ? seen(
                                    at,
                                    vantage,
                                    ObservationStatus.DOWN_HARD,
                                    ControlStatus.UNKNOWN,
                                    404)
                            : up(at, vantage, ControlStatus.UNKNOWN);
            case GEO_LIMITED ->
                    vantage.country().equals("VN")
                            ? seen(
                                    at,
                                    vantage,
                                    ObservationStatus.GEO_BLOCKED,
                                    ControlStatus.UP,
                                    451)
                            : up(at, vantage, ControlStatus.UNKNOWN);
            case DOWN ->
                    at < life.unsettledUntil() && dice.chance(SHOWN_WHILE_UNSETTLED)
                            ? up(at, vantage, ControlStatus.UNKNOWN)
                            : gone(at, vantage, ControlStatus.UNKNOWN);
        };
    }

    /** From inside the access provider's network, with a control from outside it. */
    private Observation probe(long at, int index) {
        Vantage vantage = vantages.get(index);
        boolean sourceGone = item.sourceGoneAt() <= at;
        ControlStatus control = sourceGone ? ControlStatus.DOWN : ControlStatus.UP;
        if (dice.chance(ERROR)) {
            return seen(at, vantage, ObservationStatus.ERROR, ControlStatus.UNKNOWN, null);
        }
        if (dice.chance(AMBIGUOUS)) {
            return ambiguous(at, vantage, control);
        }
        long asSeenHere = index == laggingProbe ? at - lag : at;
        boolean blocked =
                life.timeline().at(asSeenHere) == Visibility.DOWN
                        && !(at < life.unsettledUntil() && dice.chance(SHOWN_WHILE_UNSETTLED));
        if (blocked) {
            return seen(at, vantage, ObservationStatus.BLOCKED, control, null);
        }
        return sourceGone ? gone(at, vantage, control) : up(at, vantage, control);
    }

    /** A look from another network, which proves nothing about the block. */
    private Observation outside(long at) {
        Vantage vantage = CRAWLERS.get(dice.below(CRAWLERS.size()));
        return item.sourceGoneAt() <= at
                ? gone(at, vantage, ControlStatus.DOWN)
                : up(at, vantage, ControlStatus.UP);
    }

    private Observation up(long at, Vantage vantage, ControlStatus control) {
        return seen(at, vantage, ObservationStatus.UP, control, 200);
    }

    private Observation gone(long at, Vantage vantage, ControlStatus control) {
        if (softRemoval) {
            return seen(at, vantage, ObservationStatus.DOWN_SOFT, control, 200);
        }
        Integer answer = endsByDns ? null : dice.chance(0.8) ? 404 : 410;
        return seen(at, vantage, ObservationStatus.DOWN_HARD, control, answer);
    }

    private Observation ambiguous(long at, Vantage vantage, ControlStatus control) {
        Integer answer = AMBIGUOUS_ANSWERS[dice.below(AMBIGUOUS_ANSWERS.length)];
        return seen(at, vantage, ObservationStatus.AMBIGUOUS, control, answer);
    }

    private Observation seen(
            long at,
            Vantage vantage,
            ObservationStatus status,
            ControlStatus control,
            Integer answer) {
        return new Observation(
                "o-" + item.number() + "-" + looks++,
                at,
                item.providerId(),
                item.targetKey(),
                status,
                vantage,
                control,
                status == ObservationStatus.UP ? item.contentKey() : null,
                answer);
    }

    private static List<Vantage> probes(SimulatedProvider provider) {
        List<Long> asns = new ArrayList<>(new TreeSet<>(provider.provider().asns()));
        List<Vantage> probes = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            probes.add(
                    new Vantage(
                            "probe-" + provider.provider().providerId() + "-" + (i + 1),
                            "VN",
                            asns.get(i % asns.size())));
        }
        return List.copyOf(probes);
    }
}
