package vn.takedown.model.cases;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import vn.takedown.model.event.Action;
import vn.takedown.model.reference.ConfirmationTerms;

/**
 * The sightings of one target that a case which starts later may still need: those of the last
 * seven days (contract section 2), less those that could not make a difference to any such case.
 */
final class SightingHistory {

    /** Contract section 2: only observations from seven days before {@code t0} on count. */
    static final long REACH = Duration.ofDays(7).toMillis();

    private final List<Sighting> sightings;

    /** How many were left when all were last looked at; never written with them. */
    private int thinned;

    SightingHistory() {
        this(new ArrayList<>());
    }

    SightingHistory(List<Sighting> sightings) {
        this.sightings = sightings;
    }

    List<Sighting> sightings() {
        return sightings;
    }

    void become(SightingHistory other) {
        sightings.clear();
        sightings.addAll(other.sightings);
        thinned = 0;
    }

    boolean isEmpty() {
        return sightings.isEmpty();
    }

    /**
     * Whether the target was seen up or down at that instant or later. What is dropped is never the
     * newest such sighting.
     */
    boolean countedSince(long instant, Action action) {
        for (int i = sightings.size() - 1; i >= 0 && sightings.get(i).at() >= instant; i--) {
            if (sightings.get(i).meaning(action).isCounted()) {
                return true;
            }
        }
        return false;
    }

    /** When the newest sighting is out of every later case's reach; call only if not empty. */
    long expiresAt() {
        return sightings.get(sightings.size() - 1).at() + REACH + 1;
    }

    /** Drops what is out of reach for a case whose clock starts at {@code now} or later. */
    void expire(long now) {
        int expired = 0;
        while (expired < sightings.size() && sightings.get(expired).at() < now - REACH) {
            expired++;
        }
        sightings.subList(0, expired).clear();
    }

    /** Adds the newest sighting; sightings come in order of event time. */
    void add(Sighting sighting) {
        expire(sighting.at());
        if (!sighting.countsForNothing()) {
            sightings.add(sighting);
        }
    }

    /**
     * Drops the sightings that can make no difference to a case whose clock starts now or later,
     * whatever its action, as long as its confirmation asks for no more than {@code strictest}. All
     * are looked at only when they have become half as many again, so that a long down run costs
     * little at each of its sightings.
     */
    void thin(ConfirmationTerms strictest) {
        if (sightings.size() < 3
                || newestTakesThePlaceOfTheOneBefore()
                || sightings.size() <= thinned + thinned / 2) {
            return;
        }
        boolean[] needed = new boolean[sightings.size()];
        markNeeded(Sighting::removal, strictest, needed);
        markNeeded(Sighting::blocking, strictest, needed);
        int kept = 0;
        for (int i = 0; i < needed.length; i++) {
            if (needed[i]) {
                sightings.set(kept++, sightings.get(i));
            }
        }
        sightings.subList(kept, sightings.size()).clear();
        thinned = kept;
    }

    /**
     * The ordinary case, without a look at all the others: up again, as it was before. Then nobody
     * reads the sighting before.
     */
    private boolean newestTakesThePlaceOfTheOneBefore() {
        int last = sightings.size() - 1;
        Sighting newest = sightings.get(last);
        Sighting before = sightings.get(last - 1);
        ObservationMeaning removal = newest.removal();
        ObservationMeaning blocking = newest.blocking();
        if (removal != before.removal()
                || blocking != before.blocking()
                || !isUpOrNothing(removal)
                || !isUpOrNothing(blocking)) {
            return false;
        }
        sightings.set(last - 1, newest);
        sightings.remove(last);
        return true;
    }

    private static boolean isUpOrNothing(ObservationMeaning meaning) {
        return meaning.isUp() || meaning == ObservationMeaning.NEITHER;
    }

    /**
     * Walks backwards through one view of the history. Of consecutive ups only the last is ever
     * read; a moot sighting matters only as the latest of all; and once the newest sightings of a
     * down run confirm it by themselves, the older ones of that run change nothing: a case that
     * starts now or later finds the run confirmed before its {@code t0}, whichever of them are
     * within its seven days.
     */
    private void markNeeded(
            Function<Sighting, ObservationMeaning> view,
            ConfirmationTerms strictest,
            boolean[] needed) {
        long now = sightings.get(sightings.size() - 1).at();
        ObservationMeaning newer = null;
        DownSuffix suffix = null;
        for (int i = sightings.size() - 1; i >= 0; i--) {
            Sighting sighting = sightings.get(i);
            ObservationMeaning meaning = view.apply(sighting);
            switch (meaning) {
                case NEITHER -> {
                    continue;
                }
                case MOOT -> needed[i] |= newer == null;
                case UP, UP_GEO_BLOCKED -> {
                    needed[i] |= newer == null || !newer.isUp();
                    suffix = null;
                }
                case DOWN -> {
                    if (suffix == null) {
                        suffix = new DownSuffix(strictest, now);
                    }
                    if (!suffix.confirmed()) {
                        needed[i] = true;
                        suffix.extendTo(sighting);
                    }
                }
            }
            if (newer == null || meaning != ObservationMeaning.MOOT) {
                newer = meaning;
            }
        }
    }

    /** The newest part of a down run, growing into the past until it confirms the run by itself. */
    private static final class DownSuffix {
        private final ConfirmationTerms strictest;
        private final long now;
        private long[] vantages = new long[4];
        private int distinct;
        private int count;
        private long newestAt;
        private long oldestAt;

        DownSuffix(ConfirmationTerms strictest, long now) {
            this.strictest = strictest;
            this.now = now;
        }

        void extendTo(Sighting older) {
            if (older.at() == now) {
                // A case may start at this very instant; what confirms it must lie before.
                return;
            }
            if (count == 0) {
                newestAt = older.at();
            }
            oldestAt = older.at();
            count++;
            note(older.vantage());
        }

        /** There are a handful at most, so that looking at each is the quickest. */
        private void note(long vantage) {
            for (int i = 0; i < distinct; i++) {
                if (vantages[i] == vantage) {
                    return;
                }
            }
            if (distinct == vantages.length) {
                vantages = Arrays.copyOf(vantages, 2 * distinct);
            }
            vantages[distinct++] = vantage;
        }

        boolean confirmed() {
            return count > 0 && strictest.met(count, distinct, newestAt - oldestAt);
        }
    }
}
