package vn.takedown.model.standing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class DueBookTest {

    private static final long HOUR = DueBook.HOUR;

    /** A multiple of a day, in hours. */
    private static final long START = 20_000 * 24;

    /** Written by a released version: may never change. */
    private static final String VERSION_1 = "0104b0cc3a03d0cb3a000000023000000002b02202000000";

    @Test
    void aCaseIsDueWhenItsDeadlineHasPassedAndLeavesTheWindowByTimeAlone() {
        DueBook book = new DueBook();
        book.apply(opened(onTime(START)));

        assertThat(book.within(START - 6, START)).isEqualTo(DueCount.NONE);
        assertThat(book.within(START + 1 - 6, START + 1)).isEqualTo(new DueCount(1, 0, 0));
        assertThat(book.within(START + 6 - 6, START + 6)).isEqualTo(new DueCount(1, 0, 0));
        assertThat(book.within(START + 7 - 6, START + 7)).isEqualTo(DueCount.NONE);
        assertThat(book.nextChange(START)).isEqualTo(START + 1);
        assertThat(book.nextChange(START + 1)).isEqualTo(START + 7);
        assertThat(book.nextChange(START + 7)).isEqualTo(START + 25);
        assertThat(book.nextChange(START + 90 * 24 + 1)).isNull();
    }

    @Test
    void anOverdueCaseGrowsOlderFromBandToBand() {
        DueBook book = new DueBook();
        book.apply(opened(late(START, true)));

        assertThat(book.overdue(START + 24).upTo24h()).isEqualTo(1);
        assertThat(book.overdue(START + 25).upTo3d()).isEqualTo(1);
        assertThat(book.overdue(START + 73).upTo7d()).isEqualTo(1);
        assertThat(book.overdue(START + 7 * 24 + 1).upTo14d()).isEqualTo(1);
        assertThat(book.overdue(START + 14 * 24 + 1).upTo28d()).isEqualTo(1);
        assertThat(book.overdue(START + 28 * 24 + 1).over28d()).isEqualTo(1);
        assertThat(book.overdue(START + 28 * 24 + 1).oldestHour()).isEqualTo(START);
    }

    @Test
    void whatIsRemovedLateIsNoLongerOverdueButStaysLate() {
        DueBook book = new DueBook();
        book.apply(opened(late(START, true)));
        book.apply(new StandingChange("p", 0, late(START, true), late(START, false)));

        assertThat(book.overdue(START + 1)).isEqualTo(OverdueAges.NONE);
        assertThat(book.open()).isZero();
        assertThat(book.within(START, START + 1)).isEqualTo(new DueCount(0, 0, 1));
    }

    @Test
    void whatNoWindowReachesIsLetGoButForWhatIsStillOverdue() {
        DueBook book = new DueBook();
        for (int hour = 0; hour < 24; hour++) {
            book.apply(opened(late(START + hour, hour % 2 == 0)));
            book.apply(opened(onTime(START + hour)));
        }
        book.forget(START + 400 * 24);

        assertThat(book.size()).isEqualTo(1);
        assertThat(book.overdue(START + 400 * 24).over28d()).isEqualTo(12);
        assertThat(book.overdue(START + 400 * 24).oldestHour()).isEqualTo(START);

        for (int hour = 0; hour < 24; hour += 2) {
            book.apply(
                    new StandingChange(
                            "p", 0, late(START + hour, true), late(START + hour, false)));
        }
        assertThat(book.size()).isZero();
    }

    @Test
    void yearsOfCasesTakeNoMoreThanNinetyDays() {
        DueBook book = new DueBook();
        int largest = 0;
        for (long hour = START; hour < START + 3 * 365 * 24; hour++) {
            book.apply(opened(hour % 7 == 0 ? late(hour, false) : onTime(hour)));
            book.forget(hour + 1);
            largest = Math.max(largest, book.size());
        }
        assertThat(largest).isBetween(90 * 24, 91 * 24);
    }

    /** However changes come together, the figures are those of the cases one by one. */
    @Property(tries = 300)
    void theFiguresAreThoseOfTheCasesOneByOne(@ForAll long seed) {
        Random random = new Random(seed);
        DueBook book = new DueBook();
        List<CaseStanding> cases = new ArrayList<>();
        long now = START;
        for (int step = 0; step < 60; step++) {
            DueBook changes = new DueBook();
            for (int i = random.nextInt(4); i > 0; i--) {
                change(cases, changes, now, random);
            }
            book.add(throughBytes(changes));
            now += random.nextInt(3) == 0 ? random.nextInt(40 * 24) : random.nextInt(8);
            book.forget(now);
            book = throughBytes(book);
            compare(book, cases, now);
        }
    }

    private static void change(List<CaseStanding> cases, DueBook changes, long now, Random random) {
        CaseStanding after = any(now, random);
        if (cases.isEmpty() || random.nextBoolean()) {
            cases.add(after);
            changes.apply(opened(after));
            return;
        }
        int chosen = random.nextInt(cases.size());
        changes.apply(new StandingChange("p", 0, cases.get(chosen), after));
        cases.set(chosen, after);
    }

    private static CaseStanding any(long now, Random random) {
        return switch (random.nextInt(5)) {
            case 0 -> new CaseStanding(random.nextBoolean(), null, null);
            case 1 -> onTime(now + random.nextInt(200) - 100);
            case 2 -> new CaseStanding(false, (now - 1) * HOUR, DueOutcome.UNDECIDED);
            default -> late(now - 1 - random.nextInt(120 * 24), random.nextBoolean());
        };
    }

    private static void compare(DueBook book, List<CaseStanding> cases, long now) {
        for (int window : DueBook.WINDOWS) {
            assertThat(book.within(now - window, now)).isEqualTo(count(cases, now - window, now));
        }
        OverdueAges ages = book.overdue(now);
        assertThat(ages.upTo24h()).isEqualTo(overdue(cases, now - 24, Long.MAX_VALUE));
        assertThat(ages.upTo3d()).isEqualTo(overdue(cases, now - 72, now - 24));
        assertThat(ages.over28d()).isEqualTo(overdue(cases, 0, now - 28 * 24));
        assertThat(ages.all()).isEqualTo(overdue(cases, 0, Long.MAX_VALUE));
        assertThat(book.open()).isEqualTo(cases.stream().filter(CaseStanding::open).count());
        Long next = book.nextChange(now);
        for (long hour = now + 1; hour < (next == null ? now + 200 : Math.min(next, now + 200)); ) {
            assertThat(book.within(hour - 24, hour)).isEqualTo(book.within(now - 24, now));
            hour += 7;
        }
    }

    private static DueCount count(List<CaseStanding> cases, long from, long to) {
        long[] counts = new long[3];
        for (CaseStanding item : cases) {
            if (item.dueAt() != null && item.dueAt() >= from * HOUR && item.dueAt() < to * HOUR) {
                counts[item.outcome().ordinal()]++;
            }
        }
        return new DueCount(counts[0], counts[1], counts[2]);
    }

    private static long overdue(List<CaseStanding> cases, long from, long to) {
        return cases.stream()
                .filter(CaseStanding::overdue)
                .filter(item -> item.dueAt() / HOUR >= from && item.dueAt() / HOUR < to)
                .count();
    }

    @Test
    void aBookIsWrittenAndReadAsInVersion1() throws IOException {
        DueBook book = new DueBook();
        book.apply(opened(late(START - 1, true)));
        book.apply(opened(late(START, true)));
        book.apply(opened(onTime(START + 2_200)));
        book.forget(START + 91 * 24);
        String written = HexFormat.of().formatHex(bytes(book));

        assertThat(written).isEqualTo(VERSION_1);
        DueBook read = DueBook.read(input(HexFormat.of().parseHex(VERSION_1)));
        assertThat(read.overdue(START + 91 * 24)).isEqualTo(book.overdue(START + 91 * 24));
        assertThat(HexFormat.of().formatHex(bytes(read))).isEqualTo(VERSION_1);
    }

    @Test
    void aBookOfAnUnknownVersionIsRefused() {
        assertThatThrownBy(() -> DueBook.read(input(new byte[] {9})))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("9");
    }

    private static StandingChange opened(CaseStanding after) {
        return new StandingChange("p", 0, CaseStanding.NONE, after);
    }

    private static CaseStanding onTime(long hour) {
        return new CaseStanding(false, hour * HOUR, DueOutcome.ON_TIME);
    }

    private static CaseStanding late(long hour, boolean open) {
        return new CaseStanding(open, hour * HOUR + HOUR - 1, DueOutcome.LATE);
    }

    private static DueBook throughBytes(DueBook book) {
        try {
            return DueBook.read(input(bytes(book)));
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
    }

    private static byte[] bytes(DueBook book) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        book.write(new DataOutputStream(bytes));
        return bytes.toByteArray();
    }

    private static DataInputStream input(byte[] bytes) {
        return new DataInputStream(new ByteArrayInputStream(bytes));
    }
}
