package vn.takedown.model.cases;

import static vn.takedown.model.cases.Instants.known;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import vn.takedown.model.encoding.Packed;
import vn.takedown.model.event.Action;
import vn.takedown.model.event.Category;
import vn.takedown.model.event.ObservationStatus;
import vn.takedown.model.event.RequestSource;
import vn.takedown.model.event.Urgency;
import vn.takedown.model.reference.ClockStart;
import vn.takedown.model.reference.ConfirmationTerms;

/**
 * How a target's state is kept in bytes. Instants are written as distances, absent ones cost a bit.
 * The first byte is the version; a reader must go on reading every version ever released.
 */
public final class TargetStateEncoding {

    private static final int VERSION = 3;

    private TargetStateEncoding() {}

    public static void write(TargetState target, DataOutput output) throws IOException {
        output.writeByte(VERSION);
        writeHistory(target.history, output);
        Packed.writeCount(output, target.cases.size());
        for (CaseState facts : target.cases) {
            writeCase(facts, output);
        }
        Packed.writeCount(output, target.retired.length);
        for (long caseId : target.retired) {
            output.writeLong(caseId);
        }
    }

    /**
     * @throws IOException also when the version is not known
     */
    public static TargetState read(DataInput input) throws IOException {
        int version = input.readUnsignedByte();
        if (version != VERSION) {
            throw new IOException("Target state of version " + version + " cannot be read.");
        }
        SightingHistory history = readHistory(input);
        int count = Packed.readCount(input);
        List<CaseState> cases = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            cases.add(readCase(input));
        }
        long[] retired = new long[Packed.readCount(input)];
        for (int i = 0; i < retired.length; i++) {
            retired[i] = input.readLong();
        }
        return new TargetState(history, cases, retired);
    }

    private static void writeHistory(SightingHistory history, DataOutput output)
            throws IOException {
        List<Sighting> sightings = history.sightings();
        Packed.writeCount(output, sightings.size());
        long previous = 0;
        for (Sighting sighting : sightings) {
            writeSighting(sighting, previous, output);
            previous = sighting.at();
        }
    }

    static void writeSighting(Sighting sighting, long base, DataOutput output) throws IOException {
        Packed.writeLong(output, sighting.at() - base);
        output.writeByte(sighting.status().ordinal() << 4 | sighting.blocking().ordinal());
        output.writeLong(sighting.vantage());
    }

    static Sighting readSighting(long base, DataInput input) throws IOException {
        long at = base + Packed.readLong(input);
        int seen = input.readUnsignedByte();
        return new Sighting(at, STATUSES[seen >> 4], MEANINGS[seen & 15], input.readLong());
    }

    private static SightingHistory readHistory(DataInput input) throws IOException {
        int count = Packed.readCount(input);
        List<Sighting> sightings = new ArrayList<>(count);
        long previous = 0;
        for (int i = 0; i < count; i++) {
            Sighting sighting = readSighting(previous, input);
            sightings.add(sighting);
            previous = sighting.at();
        }
        return new SightingHistory(sightings);
    }

    private static void writeCase(CaseState facts, DataOutput output) throws IOException {
        CaseIdentity identity = facts.identity();
        Packed.writeText(output, identity.requestId());
        Packed.writeText(output, identity.itemId());
        output.writeByte(identity.action().ordinal() << 4 | identity.urgency().ordinal());
        output.writeByte(identity.category().ordinal() << 4 | identity.source().ordinal());
        Packed.writeText(output, identity.authorityId());
        Packed.writeText(output, identity.legalBasis());
        Packed.writeHash(output, identity.contentKey());
        Packed.writeHash(output, identity.accountKey());
        Packed.writeLong(output, identity.issuedAt());
        writeTerms(facts.terms(), output);
        writePauses(facts.pauses, identity.issuedAt(), output);
        long[] instants = instants(facts);
        Packed.writeInstants(output, identity.issuedAt(), instants);
        output.writeByte(flags(facts));
        output.writeByte(facts.verdict.ordinal());
        Packed.writeCount(output, facts.removals);
        Packed.writeCount(output, facts.reinstatements);
        Packed.writeCount(output, facts.observations);
        Packed.writeLong(output, facts.sequence);
        if (facts.run != null) {
            writeRun(facts.run, runBase(facts), output);
        }
    }

    private static CaseState readCase(DataInput input) throws IOException {
        String requestId = Packed.readText(input);
        String itemId = Packed.readText(input);
        int actionAndUrgency = input.readUnsignedByte();
        Action action = ACTIONS[actionAndUrgency >> 4];
        Urgency urgency = URGENCIES[actionAndUrgency & 15];
        int categoryAndSource = input.readUnsignedByte();
        Category category = CATEGORIES[categoryAndSource >> 4];
        RequestSource source = SOURCES[categoryAndSource & 15];
        CaseIdentity identity =
                new CaseIdentity(
                        requestId,
                        itemId,
                        action,
                        category,
                        urgency,
                        Packed.readText(input),
                        source,
                        Packed.readText(input),
                        Packed.readHash(input),
                        Packed.readHash(input),
                        Packed.readLong(input));
        PolicyTerms terms = readTerms(input);
        CaseState facts = new CaseState(identity, terms, readPauses(identity.issuedAt(), input));
        setInstants(facts, Packed.readInstants(input, identity.issuedAt(), INSTANTS));
        int flags = input.readUnsignedByte();
        facts.upAfterDeadline = (flags & 1) != 0;
        facts.alreadyDown = (flags & 2) != 0;
        facts.geoOnly = (flags & 4) != 0;
        facts.moot = (flags & 8) != 0;
        facts.restated = (flags & 32) != 0;
        facts.verdict = VERDICTS[input.readUnsignedByte()];
        facts.removals = Packed.readCount(input);
        facts.reinstatements = Packed.readCount(input);
        facts.observations = Packed.readCount(input);
        facts.sequence = Packed.readLong(input);
        if ((flags & 16) != 0) {
            facts.run = readRun(runBase(facts), input);
        }
        return facts;
    }

    private static int flags(CaseState facts) {
        return (facts.upAfterDeadline ? 1 : 0)
                | (facts.alreadyDown ? 2 : 0)
                | (facts.geoOnly ? 4 : 0)
                | (facts.moot ? 8 : 0)
                | (facts.run != null ? 16 : 0)
                | (facts.restated ? 32 : 0);
    }

    private static final int INSTANTS = 15;

    private static long[] instants(CaseState facts) {
        return new long[] {
            facts.deliveredAt,
            facts.undeliverableAt,
            facts.withdrawnAt,
            facts.acknowledgedAt,
            facts.claimedAt,
            facts.lastUpAt,
            facts.firstDownAt,
            facts.confirmedDownAt,
            facts.removedAt,
            facts.lastOpenAt,
            facts.reappearedAt,
            facts.reinstatedAt,
            facts.falseClaimAt,
            facts.breachedAt,
            facts.refreshAt
        };
    }

    private static void setInstants(CaseState facts, long[] instants) {
        facts.deliveredAt = instants[0];
        facts.undeliverableAt = instants[1];
        facts.withdrawnAt = instants[2];
        facts.acknowledgedAt = instants[3];
        facts.claimedAt = instants[4];
        facts.lastUpAt = instants[5];
        facts.firstDownAt = instants[6];
        facts.confirmedDownAt = instants[7];
        facts.removedAt = instants[8];
        facts.lastOpenAt = instants[9];
        facts.reappearedAt = instants[10];
        facts.reinstatedAt = instants[11];
        facts.falseClaimAt = instants[12];
        facts.breachedAt = instants[13];
        facts.refreshAt = instants[14];
    }

    private static void writeTerms(PolicyTerms terms, DataOutput output) throws IOException {
        Packed.writeText(output, terms.policyId());
        Packed.writeCount(output, terms.version());
        output.writeByte(terms.clockStart().ordinal());
        Packed.writeLong(output, terms.duration());
        Packed.writeCount(output, terms.confirmation().consecutive());
        Packed.writeCount(output, terms.confirmation().vantages());
        Packed.writeLong(output, terms.confirmation().hold());
        Packed.writeLong(output, terms.claimTolerance());
    }

    private static PolicyTerms readTerms(DataInput input) throws IOException {
        return new PolicyTerms(
                Packed.readText(input),
                Packed.readCount(input),
                STARTS[input.readUnsignedByte()],
                Packed.readLong(input),
                new ConfirmationTerms(
                        Packed.readCount(input), Packed.readCount(input), Packed.readLong(input)),
                Packed.readLong(input));
    }

    private static void writePauses(Pauses pauses, long base, DataOutput output)
            throws IOException {
        Packed.writeInstants(
                output,
                base,
                new long[] {pauses.pausedSince, pauses.heldSince, pauses.stoppedSince});
        writeStops(pauses.stops, base, output);
    }

    static void writeStops(long[] stops, long base, DataOutput output) throws IOException {
        Packed.writeCount(output, stops.length);
        long previous = base;
        for (long stop : stops) {
            Packed.writeLong(output, stop - previous);
            previous = stop;
        }
    }

    private static Pauses readPauses(long base, DataInput input) throws IOException {
        Pauses pauses = new Pauses();
        long[] instants = Packed.readInstants(input, base, 3);
        pauses.pausedSince = instants[0];
        pauses.heldSince = instants[1];
        pauses.stoppedSince = instants[2];
        pauses.stops = readStops(base, input);
        return pauses;
    }

    static long[] readStops(long base, DataInput input) throws IOException {
        long[] stops = new long[Packed.readCount(input)];
        long previous = base;
        for (int i = 0; i < stops.length; i++) {
            previous += Packed.readLong(input);
            stops[i] = previous;
        }
        return stops;
    }

    /** The run that is open is mostly the removal. */
    private static long runBase(CaseState facts) {
        return known(facts.firstDownAt) ? facts.firstDownAt : facts.identity().issuedAt();
    }

    private static void writeRun(DownRun run, long base, DataOutput output) throws IOException {
        Packed.writeLong(output, run.startedAt - base);
        output.writeByte(
                (run.openAtStart ? 1 : 0) | (run.removal ? 2 : 0) | (run.confirmed ? 4 : 0));
        Packed.writeCount(output, run.downs);
        Packed.writeCount(output, run.vantages.length);
        for (long vantage : run.vantages) {
            output.writeLong(vantage);
        }
    }

    private static DownRun readRun(long base, DataInput input) throws IOException {
        DownRun run = new DownRun(base + Packed.readLong(input));
        int flags = input.readUnsignedByte();
        run.openAtStart = (flags & 1) != 0;
        run.removal = (flags & 2) != 0;
        run.confirmed = (flags & 4) != 0;
        run.downs = Packed.readCount(input);
        run.vantages = new long[Packed.readCount(input)];
        for (int i = 0; i < run.vantages.length; i++) {
            run.vantages[i] = input.readLong();
        }
        return run;
    }

    private static final ObservationStatus[] STATUSES = ObservationStatus.values();
    private static final ObservationMeaning[] MEANINGS = ObservationMeaning.values();
    private static final Action[] ACTIONS = Action.values();
    private static final Category[] CATEGORIES = Category.values();
    private static final Urgency[] URGENCIES = Urgency.values();
    private static final RequestSource[] SOURCES = RequestSource.values();
    private static final ClockStart[] STARTS = ClockStart.values();
    private static final Verdict[] VERDICTS = Verdict.values();
}
