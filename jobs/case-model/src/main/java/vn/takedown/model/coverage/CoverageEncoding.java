package vn.takedown.model.coverage;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import vn.takedown.model.encoding.Packed;

/**
 * How coverage is kept in bytes. The first byte is the version; sums of zero cost a bit, instants
 * are written as distances.
 */
public final class CoverageEncoding {

    private static final int VERSION = 1;
    private static final long NEVER = Long.MIN_VALUE;

    private CoverageEncoding() {}

    public static void write(CoverageChange change, DataOutput output) throws IOException {
        output.writeByte(VERSION);
        Packed.writeText(output, change.providerId());
        Packed.writeCount(output, change.hours().size());
        for (HourTally tally : change.hours()) {
            writeTally(tally, output);
        }
    }

    /**
     * @throws IOException also when the version is not known
     */
    public static CoverageChange readChange(DataInput input) throws IOException {
        checkVersion(input);
        String providerId = Packed.readText(input);
        int count = Packed.readCount(input);
        List<HourTally> hours = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            hours.add(readTally(input));
        }
        return new CoverageChange(providerId, hours);
    }

    public static void write(ProviderCoverage coverage, DataOutput output) throws IOException {
        output.writeByte(VERSION);
        Packed.writeInstants(output, 0, new long[] {coverage.forgotten, coverage.shownTo});
        Packed.writeLong(output, coverage.openBefore);
        Packed.writeLong(output, coverage.movesBefore);
        Packed.writeCount(output, coverage.hours.size());
        for (ProviderCoverage.Entry entry : coverage.hours.values()) {
            writeTally(entry.tally, output);
            Packed.writeLong(output, entry.steps);
            Packed.writeLong(output, entry.moves);
            Packed.writeLong(output, entry.shownBalance);
            output.writeBoolean(entry.changed);
        }
    }

    /**
     * @throws IOException also when the version is not known
     */
    public static ProviderCoverage readCoverage(DataInput input) throws IOException {
        checkVersion(input);
        ProviderCoverage coverage = new ProviderCoverage();
        long[] instants = Packed.readInstants(input, 0, 2);
        coverage.forgotten = instants[0];
        coverage.shownTo = instants[1];
        coverage.openBefore = Packed.readLong(input);
        coverage.movesBefore = Packed.readLong(input);
        int count = Packed.readCount(input);
        for (int i = 0; i < count; i++) {
            ProviderCoverage.Entry entry = new ProviderCoverage.Entry(readTally(input));
            entry.steps = Packed.readLong(input);
            entry.moves = Packed.readLong(input);
            entry.shownBalance = Packed.readLong(input);
            entry.changed = input.readBoolean();
            coverage.hours.put(entry.tally.hour(), entry);
        }
        return coverage;
    }

    private static void checkVersion(DataInput input) throws IOException {
        int version = input.readUnsignedByte();
        if (version != VERSION) {
            throw new IOException("Coverage of version " + version + " cannot be read.");
        }
    }

    private static void writeTally(HourTally tally, DataOutput output) throws IOException {
        Packed.writeLong(output, tally.hour() / HourTally.HOUR);
        int present = tally.lastObservationAt == NEVER ? 0 : 1 << HourTally.SUMS;
        for (int i = 0; i < HourTally.SUMS; i++) {
            present |= tally.sums[i] == 0 ? 0 : 1 << i;
        }
        Packed.writeCount(output, present);
        for (long sum : tally.sums) {
            if (sum != 0) {
                Packed.writeLong(output, sum);
            }
        }
        if (tally.lastObservationAt != NEVER) {
            Packed.writeLong(output, tally.lastObservationAt - tally.hour());
        }
    }

    private static HourTally readTally(DataInput input) throws IOException {
        long hour = Packed.readLong(input) * HourTally.HOUR;
        int present = Packed.readCount(input);
        long[] sums = new long[HourTally.SUMS];
        for (int i = 0; i < HourTally.SUMS; i++) {
            sums[i] = (present & 1 << i) == 0 ? 0 : Packed.readLong(input);
        }
        boolean observed = (present & 1 << HourTally.SUMS) != 0;
        return new HourTally(hour, sums, observed ? hour + Packed.readLong(input) : NEVER);
    }
}
