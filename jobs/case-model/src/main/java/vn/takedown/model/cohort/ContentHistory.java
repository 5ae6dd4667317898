package vn.takedown.model.cohort;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The cases of one content at one provider, for recidivism (contract section 3): earlier means a
 * smaller {@code issued_at}, at equal instants a smaller {@code case_id}.
 */
public final class ContentHistory {

    /**
     * One case of that content.
     *
     * @param issuedAt milliseconds since the epoch
     * @param confirmedDownAt milliseconds since the epoch, null while not confirmed down
     */
    public record Entry(String caseId, long issuedAt, Long confirmedDownAt) {}

    /** The answer for one case. */
    public record Answer(Recidivism recidivism, int priorCases) {
        public static final Answer NONE = new Answer(Recidivism.NONE, 0);
    }

    private static final Comparator<Entry> ORDER =
            Comparator.comparingLong(Entry::issuedAt).thenComparing(Entry::caseId);

    private final SettledCases settled;
    private final List<Entry> entries;

    public ContentHistory() {
        this(List.of());
    }

    /**
     * @param settled cases that are all earlier than any that will be put
     */
    public ContentHistory(SettledCases settled) {
        this.settled = settled;
        this.entries = new ArrayList<>();
    }

    public ContentHistory(List<Entry> entries) {
        this.settled = SettledCases.NONE;
        this.entries = new ArrayList<>(entries);
    }

    public List<Entry> entries() {
        return List.copyOf(entries);
    }

    /** Adds a case, or what is newly known of it; true when that changed anything. */
    public boolean put(Entry entry) {
        for (int i = 0; i < entries.size(); i++) {
            if (entries.get(i).caseId().equals(entry.caseId())) {
                return !entry.equals(entries.set(i, entry));
            }
        }
        return entries.add(entry);
    }

    /** How the case looks among those that are known; the case itself must have been put. */
    public Answer answer(String caseId) {
        Entry own =
                entries.stream()
                        .filter(entry -> entry.caseId().equals(caseId))
                        .findFirst()
                        .orElseThrow();
        int prior = settled.count();
        boolean strict = settled.confirmedBy(own.issuedAt());
        for (Entry other : entries) {
            if (ORDER.compare(other, own) < 0) {
                prior++;
                strict |=
                        other.confirmedDownAt() != null
                                && other.confirmedDownAt() <= own.issuedAt();
            }
        }
        if (prior == 0) {
            return Answer.NONE;
        }
        return new Answer(strict ? Recidivism.STRICT : Recidivism.LOOSE, prior);
    }
}
