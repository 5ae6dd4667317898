package vn.takedown.report.figures;

import java.util.Map;
import java.util.TreeMap;
import vn.takedown.model.cases.LifecycleState;

/** What was open at the beginning and at the end of the year, and what moved in between. */
public final class Backlog {

    private final long start;
    private final long end;
    private final Map<AgeBand, Map<String, Long>> ages = new TreeMap<>();
    private final Map<OverdueBand, Map<String, Long>> overdue = new TreeMap<>();
    private final Map<String, Long> oldest = new TreeMap<>();
    private long openAtStart;
    private long issued;
    private long returned;
    private long removed;
    private long withdrawn;
    private long openAtEnd;

    /**
     * @param start of the year, milliseconds since the epoch
     * @param end of the year, or the data cut-off when that is earlier
     */
    Backlog(long start, long end) {
        this.start = start;
        this.end = end;
    }

    void add(CaseRow row) {
        if (!row.eligible() || row.issuedAt() >= end) {
            return;
        }
        boolean before = row.issuedAt() < start && isOpen(row, start);
        boolean isNew = row.issuedAt() >= start;
        boolean after = isOpen(row, end);
        openAtStart += before ? 1 : 0;
        issued += isNew ? 1 : 0;
        openAtEnd += after ? 1 : 0;
        if (after && !before && !isNew) {
            returned++;
        } else if ((before || isNew) && !after) {
            if (row.firstDownAt() != null && row.firstDownAt() < end) {
                removed++;
            } else {
                withdrawn++;
            }
        }
        if (after) {
            String jurisdiction = Dimension.JURISDICTION.groupOf(row);
            long age = Math.max(0, end - (row.start() == null ? row.issuedAt() : row.start()));
            ages.computeIfAbsent(AgeBand.of(age), band -> new TreeMap<>())
                    .merge(jurisdiction, 1L, Long::sum);
            oldest.merge(jurisdiction, age, Math::max);
            if (row.dueAt() != null && row.dueAt() < end) {
                overdue.computeIfAbsent(OverdueBand.of(end - row.dueAt()), band -> new TreeMap<>())
                        .merge(jurisdiction, 1L, Long::sum);
            }
        }
    }

    private static boolean isOpen(CaseRow row, long at) {
        if (row.withdrawnAt() != null && row.withdrawnAt() < at) {
            return false;
        }
        if (row.firstDownAt() == null || row.firstDownAt() >= at) {
            return true;
        }
        return row.state() == LifecycleState.REINSTATED
                && row.reappearedAt() != null
                && row.reappearedAt() < at;
    }

    /** Open cases at the end by age and jurisdiction; groups without a case are left out. */
    public long open(AgeBand band, String jurisdiction) {
        return ages.getOrDefault(band, Map.of()).getOrDefault(jurisdiction, 0L);
    }

    /** Those of them whose deadline has passed. */
    public long overdue(OverdueBand band, String jurisdiction) {
        return overdue.getOrDefault(band, Map.of()).getOrDefault(jurisdiction, 0L);
    }

    /** The greatest age of an open case at the end, in milliseconds; null when there is none. */
    public Long oldest(String jurisdiction) {
        return oldest.get(jurisdiction);
    }

    public long openAtStart() {
        return openAtStart;
    }

    /** Issued in the year, excluded ones left out. */
    public long issued() {
        return issued;
    }

    /** Closed before the year and open again at its end. */
    public long returned() {
        return returned;
    }

    /** Open before or issued, and removed by the end. */
    public long removed() {
        return removed;
    }

    /** Open before or issued, and withdrawn by the end without a removal. */
    public long withdrawn() {
        return withdrawn;
    }

    public long openAtEnd() {
        return openAtEnd;
    }
}
