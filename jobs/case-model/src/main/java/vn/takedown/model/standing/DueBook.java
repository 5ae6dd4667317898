package vn.takedown.model.standing;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import vn.takedown.model.encoding.Packed;

/**
 * The cases of one provider, counted by the hour of their deadline: so they leave a window without
 * being remembered one by one. Hours are counted since the epoch. After 90 days an hour is kept
 * only for what is still overdue, and only by its day; so there are never more entries than hours
 * in 90 days, hours to come with a deadline, and days since the oldest overdue one.
 *
 * <p>The same holds changes that are yet to be {@linkplain #add added}; its counts may be negative.
 */
public final class DueBook {

    /** Milliseconds. */
    public static final long HOUR = 3_600_000;

    /** Windows that figures are asked for, in hours. */
    static final int[] WINDOWS = {6, 24, 72, 7 * 24, 14 * 24, 28 * 24, 90 * 24};

    private static final int DAY = 24;
    private static final int REACH = 90 * DAY;
    private static final int VERSION = 1;

    /** An entry is four counts: on time, undecided, late, overdue. */
    private static final int COUNTS = 4;

    private static final int LATE = 2;
    private static final int OVERDUE = 3;

    private long open;

    /** A multiple of {@link #DAY}: what is due before it is kept by its day. */
    private long byDayBefore = Long.MIN_VALUE;

    private long[] hours = new long[4];
    private long[] counts = new long[4 * COUNTS];
    private int size;

    /** The hour that an instant lies in. */
    public static long hourOf(long instant) {
        return Math.floorDiv(instant, HOUR);
    }

    /** The hour at whose beginning an instant has been reached. */
    public static long hourReaching(long instant) {
        return -Math.floorDiv(-instant, HOUR);
    }

    public long open() {
        return open;
    }

    /** How many entries are kept. */
    public int size() {
        return size;
    }

    public void apply(StandingChange change) {
        count(change.before(), -1);
        count(change.after(), 1);
    }

    private void count(CaseStanding standing, int by) {
        open += standing.open() ? by : 0;
        if (standing.outcome() != null) {
            long[] counted = new long[COUNTS];
            counted[standing.outcome().ordinal()] = by;
            counted[OVERDUE] = standing.overdue() ? by : 0;
            add(hourOf(standing.dueAt()), counted, 0);
        }
    }

    public void add(DueBook changes) {
        open += changes.open;
        for (int i = 0; i < changes.size; i++) {
            add(changes.hours[i], changes.counts, i * COUNTS);
        }
    }

    private void add(long dueHour, long[] from, int offset) {
        boolean byDay = dueHour < byDayBefore;
        int at = entry(byDay ? Math.floorDiv(dueHour, DAY) * DAY : dueHour);
        for (int i = byDay ? OVERDUE : 0; i < COUNTS; i++) {
            counts[at * COUNTS + i] += from[offset + i];
        }
        if (isZero(at)) {
            remove(at);
        }
    }

    private boolean isZero(int entry) {
        for (int i = entry * COUNTS; i < (entry + 1) * COUNTS; i++) {
            if (counts[i] != 0) {
                return false;
            }
        }
        return true;
    }

    /** Where the entry of the hour is; it is made when there is none. */
    private int entry(long hour) {
        int found = Arrays.binarySearch(hours, 0, size, hour);
        if (found >= 0) {
            return found;
        }
        int at = -found - 1;
        if (size == hours.length) {
            hours = Arrays.copyOf(hours, 2 * size);
            counts = Arrays.copyOf(counts, 2 * size * COUNTS);
        }
        System.arraycopy(hours, at, hours, at + 1, size - at);
        System.arraycopy(counts, at * COUNTS, counts, (at + 1) * COUNTS, (size - at) * COUNTS);
        hours[at] = hour;
        Arrays.fill(counts, at * COUNTS, (at + 1) * COUNTS, 0);
        size++;
        return at;
    }

    private void remove(int at) {
        size--;
        System.arraycopy(hours, at + 1, hours, at, size - at);
        System.arraycopy(counts, (at + 1) * COUNTS, counts, at * COUNTS, (size - at) * COUNTS);
    }

    /**
     * Time has come to the beginning of {@code hour}: what no window reaches any more is let go.
     */
    public void forget(long hour) {
        long before = Math.floorDiv(hour - REACH, DAY) * DAY;
        if (before <= byDayBefore) {
            return;
        }
        byDayBefore = before;
        int old = firstFrom(before);
        long[] oldHours = Arrays.copyOf(hours, old);
        long[] oldCounts = Arrays.copyOf(counts, old * COUNTS);
        size -= old;
        System.arraycopy(hours, old, hours, 0, size);
        System.arraycopy(counts, old * COUNTS, counts, 0, size * COUNTS);
        for (int i = 0; i < old; i++) {
            add(oldHours[i], oldCounts, i * COUNTS);
        }
    }

    private int firstFrom(long hour) {
        int found = Arrays.binarySearch(hours, 0, size, hour);
        return found >= 0 ? found : -found - 1;
    }

    /** Of the cases with a deadline in {@code [from, to)}, at most 90 days ago. */
    public DueCount within(long from, long to) {
        long[] sums = new long[LATE + 1];
        for (int entry = firstFrom(from); entry < size && hours[entry] < to; entry++) {
            for (int i = 0; i <= LATE; i++) {
                sums[i] += counts[entry * COUNTS + i];
            }
        }
        return new DueCount(sums[0], sums[1], sums[LATE]);
    }

    /** The overdue cases, by their ages at the beginning of {@code hour}. */
    OverdueAges overdue(long hour) {
        Long oldest = null;
        for (int entry = 0; entry < size && oldest == null; entry++) {
            oldest = counts[entry * COUNTS + OVERDUE] == 0 ? null : (Long) hours[entry];
        }
        return new OverdueAges(
                overdue(hour - 24, Long.MAX_VALUE),
                overdue(hour - 72, hour - 24),
                overdue(hour - 7 * DAY, hour - 72),
                overdue(hour - 14 * DAY, hour - 7 * DAY),
                overdue(hour - 28 * DAY, hour - 14 * DAY),
                overdue(Long.MIN_VALUE, hour - 28 * DAY),
                oldest);
    }

    private long overdue(long from, long to) {
        long sum = 0;
        for (int entry = firstFrom(from); entry < size && hours[entry] < to; entry++) {
            sum += counts[entry * COUNTS + OVERDUE];
        }
        return sum;
    }

    /** The next hour at whose beginning some figure changes by time alone; null when none does. */
    public Long nextChange(long hour) {
        return nextChange(hour, WINDOWS);
    }

    /**
     * The same for some windows.
     *
     * @param windows in hours, ascending
     */
    public Long nextChange(long hour, int... windows) {
        long next = Long.MAX_VALUE;
        int longest = windows[windows.length - 1];
        for (int entry = firstFrom(hour - longest); entry < size && hours[entry] < next; entry++) {
            long after = hours[entry] + 1;
            if (after > hour) {
                next = Math.min(next, after);
                continue;
            }
            for (int window : windows) {
                if (after + window > hour) {
                    next = Math.min(next, after + window);
                    break;
                }
            }
        }
        return next == Long.MAX_VALUE ? null : (Long) next;
    }

    /** Writes all of it. */
    public void write(DataOutput output) throws IOException {
        output.writeByte(VERSION);
        Packed.writeLong(output, open);
        Packed.writeLong(output, byDayBefore);
        Packed.writeCount(output, size);
        long previous = 0;
        for (int entry = 0; entry < size; entry++) {
            Packed.writeLong(output, hours[entry] - previous);
            previous = hours[entry];
            for (int i = 0; i < COUNTS; i++) {
                Packed.writeLong(output, counts[entry * COUNTS + i]);
            }
        }
    }

    /**
     * The opposite of {@link #write}.
     *
     * @throws IOException when it is of an unknown version
     */
    public static DueBook read(DataInput input) throws IOException {
        int version = input.readUnsignedByte();
        if (version != VERSION) {
            throw new IOException("A due book of version " + version + " cannot be read.");
        }
        DueBook book = new DueBook();
        book.open = Packed.readLong(input);
        book.byDayBefore = Packed.readLong(input);
        book.size = Packed.readCount(input);
        book.hours = new long[Math.max(4, book.size)];
        book.counts = new long[book.hours.length * COUNTS];
        long previous = 0;
        for (int entry = 0; entry < book.size; entry++) {
            previous += Packed.readLong(input);
            book.hours[entry] = previous;
            for (int i = 0; i < COUNTS; i++) {
                book.counts[entry * COUNTS + i] = Packed.readLong(input);
            }
        }
        return book;
    }
}
