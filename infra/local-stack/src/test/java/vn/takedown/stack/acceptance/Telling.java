package vn.takedown.stack.acceptance;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import vn.takedown.stack.alerting.WebhookReceiver.Told;

/**
 * Compares the calls of the webhook with the episodes that a person must be told of. An episode
 * that was over before Alertmanager could be told of it, or that another inhibits, may stay untold,
 * but none may be told twice, unless Alertmanager was stopped in the middle of the call.
 */
final class Telling {

    /** An alert that stands for so long, while nothing is broken, must be told. Milliseconds. */
    private static final long PATIENCE = 3_000;

    /** Alertmanager may be told of what inhibits a little later than of what is inhibited. */
    private static final Map<String, Set<String>> INHIBITED_BY =
            Map.of(
                    "DEADLINE_NEAR",
                    Set.of("SLA_OVERDUE", "SLA_BREACH"),
                    "SLA_OVERDUE",
                    Set.of("SLA_BREACH"),
                    "MONITOR_BLIND",
                    Set.of("MONITOR_BLIND"));

    /** A call that tells of an episode for the first time. */
    record Begin(Episode episode, Told call) {}

    private final SimulatedTime time;
    private final Disturbances disturbances;

    /** An end is told when a checkpoint remembers it: with its own time, at the second one. */
    private final long patienceForEnds;

    private final List<Episode> episodes = new ArrayList<>();

    /**
     * @param checkpoints wall-clock time between them
     */
    Telling(
            SimulatedTime time,
            Disturbances disturbances,
            Duration checkpoints,
            List<ExpectedAlert> alerts) {
        this.patienceForEnds = PATIENCE + 2 * checkpoints.toMillis();
        this.time = time;
        this.disturbances = disturbances;
        alerts.forEach(alert -> episodes.addAll(alert.episodes()));
    }

    List<Episode> episodes() {
        return episodes;
    }

    /**
     * What is missing, doubled or not expected.
     *
     * @param begins takes the first call of each episode
     * @param now wall-clock time of the look, milliseconds since the epoch
     */
    List<String> differences(List<Told> calls, List<Begin> begins, long now) {
        List<String> differences = new ArrayList<>();
        Map<String, List<Told>> byIdentity = new TreeMap<>();
        for (Told call : calls) {
            byIdentity
                    .computeIfAbsent(call.key() + " " + call.severity(), id -> new ArrayList<>())
                    .add(call);
        }
        Map<String, List<Episode>> wanted = new TreeMap<>();
        for (Episode episode : episodes) {
            wanted.computeIfAbsent(episode.identity(), id -> new ArrayList<>()).add(episode);
        }
        byIdentity.forEach(
                (identity, told) -> {
                    if (!wanted.containsKey(identity)) {
                        differences.add(identity + " is not expected: " + told);
                    }
                });
        wanted.forEach(
                (identity, all) ->
                        compare(
                                all,
                                new ArrayList<>(byIdentity.getOrDefault(identity, List.of())),
                                now,
                                begins,
                                differences));
        return differences;
    }

    private void compare(
            List<Episode> wanted,
            List<Told> calls,
            long now,
            List<Begin> begins,
            List<String> differences) {
        Told[] told = new Told[wanted.size()];
        Told[] over = new Told[wanted.size()];
        int newest = -1;
        boolean open = false;
        Told before = null;
        for (Told call : calls) {
            int current = begun(wanted, call.at());
            if (call.status().equals("firing") && current > newest) {
                newest = current;
                told[newest] = call;
                open = true;
            } else if (call.status().equals("resolved") && open && overBy(wanted, newest, call)) {
                over[newest] = call;
                open = false;
            } else if (!repeats(before, call)) {
                differences.add("told wrongly: " + call + " of " + calls);
            }
            before = call;
        }
        for (int i = 0; i < wanted.size(); i++) {
            Episode episode = wanted.get(i);
            if (told[i] != null) {
                begins.add(new Begin(episode, told[i]));
                boolean goesOn = i + 1 < wanted.size() && near(episode, wanted.get(i + 1));
                if (over[i] == null && !goesOn && mustBeToldOver(episode, now)) {
                    differences.add(episode.identity() + " is not told to be over" + seen(episode));
                }
            } else if (mustBeTold(episode, now) && (i == 0 || !near(wanted.get(i - 1), episode))) {
                differences.add(episode.identity() + " is not told" + seen(episode));
            }
        }
    }

    private boolean repeats(Told before, Told call) {
        return before != null
                && before.status().equals(call.status())
                && disturbances.mayRepeat(before.at(), call.at());
    }

    /** The latest episode that had begun. */
    private int begun(List<Episode> wanted, long at) {
        int latest = -1;
        for (int i = 0; i < wanted.size(); i++) {
            if (time.wall(wanted.get(i).from()) <= at) {
                latest = i;
            }
        }
        return latest;
    }

    private boolean overBy(List<Episode> wanted, int index, Told call) {
        Episode episode = wanted.get(index);
        return episode.ends() && time.wall(episode.to()) <= call.at();
    }

    /** Whether the one ended so shortly before the other that nobody need be told. */
    private boolean near(Episode one, Episode other) {
        return !disturbances.leave(patienceForEnds, time.wall(one.to()), time.wall(other.from()));
    }

    private String seen(Episode episode) {
        return ", from "
                + time.wall(episode.from())
                + " to "
                + (episode.ends() ? time.wall(episode.to()) : "the end");
    }

    private boolean mustBeTold(Episode episode, long now) {
        long end = episode.ends() ? Math.min(now, time.wall(episode.to())) : now;
        // Information goes to nobody.
        return !episode.severity().equals("info")
                && disturbances.leave(PATIENCE, time.wall(episode.from()), end)
                && !inhibited(episode, episode.from());
    }

    private boolean mustBeToldOver(Episode episode, long now) {
        return episode.ends()
                && disturbances.leave(patienceForEnds, time.wall(episode.to()), now)
                && !inhibited(episode, episode.to());
    }

    /** Alertmanager tells nothing of an alert while another inhibits it, not even its end. */
    boolean inhibited(Episode episode, long at) {
        Set<String> by = INHIBITED_BY.getOrDefault(episode.alert().kind(), Set.of());
        boolean blind = episode.alert().kind().equals("MONITOR_BLIND");
        if (blind && episode.alert().providerId().equals("_all")) {
            return false;
        }
        long around = blind ? PATIENCE * (long) time.speed() : 0;
        return episodes.stream()
                .filter(other -> by.contains(other.alert().kind()))
                .filter(
                        other ->
                                blind
                                        ? other.alert().providerId().equals("_all")
                                        : other.alert().subject().equals(episode.alert().subject()))
                .anyMatch(
                        other ->
                                other.covers(at)
                                        || other.covers(at - around)
                                        || other.covers(at + around));
    }
}
