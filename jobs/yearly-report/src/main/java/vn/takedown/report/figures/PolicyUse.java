package vn.takedown.report.figures;

import java.util.Set;
import java.util.TreeSet;

/** A version of a policy as the cases show it. */
public final class PolicyUse {

    private final String policyId;
    private final long version;
    private final Set<String> legalBases = new TreeSet<>();
    private long cases;
    private long shortest = Long.MAX_VALUE;

    PolicyUse(String policyId, long version) {
        this.policyId = policyId;
        this.version = version;
    }

    void add(CaseRow row, boolean ofTheYear) {
        if (row.start() != null && row.dueAt() != null) {
            shortest = Math.min(shortest, row.dueAt() - row.start());
        }
        if (ofTheYear) {
            cases++;
            if (row.legalBasis() != null) {
                legalBases.add(row.legalBasis());
            }
        }
    }

    public String policyId() {
        return policyId;
    }

    public long version() {
        return version;
    }

    /** Of its cases of the year, in alphabetical order. */
    public Set<String> legalBases() {
        return legalBases;
    }

    /** Cases of the year. */
    public long cases() {
        return cases;
    }

    /**
     * The time it allows, in milliseconds: the shortest {@code due_at − t0} of its cases, because
     * pauses only lengthen it. Null when no case shows it.
     */
    public Long duration() {
        return shortest == Long.MAX_VALUE ? null : shortest;
    }

    /**
     * How long the clock of a case has run at an instant. Exact when some case of the policy had no
     * pause; while a pause is open the documents do not tell since when, so what the clock showed
     * when the content was last seen up is taken.
     *
     * @param start of the clock, milliseconds since the epoch
     * @param dueAt null while a pause is open
     */
    long elapsed(long start, Long dueAt, long until, long whenLastSeenUp) {
        if (dueAt == null) {
            return whenLastSeenUp;
        }
        long paused = dueAt - start - shortest;
        return Math.max(0, until - start - paused);
    }
}
