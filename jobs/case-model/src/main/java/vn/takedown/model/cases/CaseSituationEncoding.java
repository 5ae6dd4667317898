package vn.takedown.model.cases;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import vn.takedown.model.encoding.Packed;
import vn.takedown.model.reference.ProviderType;

/**
 * How a {@link CaseSituation} is kept in bytes. Instants are written as distances, absent ones cost
 * a bit. The first byte is the version; a reader must go on reading every version ever released.
 */
public final class CaseSituationEncoding {

    private static final int VERSION = 1;
    private static final int INSTANTS = 11;
    private static final ProviderType[] PROVIDER_TYPES = ProviderType.values();
    private static final LifecycleState[] STATES = LifecycleState.values();
    private static final Verdict[] VERDICTS = Verdict.values();

    private CaseSituationEncoding() {}

    public static void write(CaseSituation situation, DataOutput output) throws IOException {
        output.writeByte(VERSION);
        Packed.writeText(output, situation.caseId());
        Packed.writeText(output, situation.providerId());
        Packed.writeEnum(output, situation.providerType());
        Packed.writeText(output, situation.policyId());
        Packed.writeCount(output, situation.policyVersion());
        Packed.writeLong(output, situation.issuedAt());
        Packed.writeLong(output, situation.duration());
        Packed.writeInstants(output, situation.issuedAt(), instants(situation));
        TargetStateEncoding.writeStops(situation.stops(), situation.issuedAt(), output);
        output.writeByte(situation.state().ordinal());
        output.writeByte(situation.verdict().ordinal() << 1 | (situation.restated() ? 1 : 0));
    }

    /**
     * @throws IOException also when the version is not known
     */
    public static CaseSituation read(DataInput input) throws IOException {
        int version = input.readUnsignedByte();
        if (version != VERSION) {
            throw new IOException("Case situation of version " + version + " cannot be read.");
        }
        String caseId = Packed.readText(input);
        String providerId = Packed.readText(input);
        ProviderType providerType = Packed.readEnum(input, PROVIDER_TYPES);
        String policyId = Packed.readText(input);
        int policyVersion = Packed.readCount(input);
        long issuedAt = Packed.readLong(input);
        long duration = Packed.readLong(input);
        long[] instants = Packed.readInstants(input, issuedAt, INSTANTS);
        long[] stops = TargetStateEncoding.readStops(issuedAt, input);
        LifecycleState state = STATES[input.readUnsignedByte()];
        int verdictAndRestated = input.readUnsignedByte();
        return new CaseSituation(
                caseId,
                providerId,
                providerType,
                policyId,
                policyVersion,
                issuedAt,
                Packed.orNull(instants[0]),
                duration,
                stops,
                Packed.orNull(instants[1]),
                Packed.orNull(instants[2]),
                state,
                VERDICTS[verdictAndRestated >> 1],
                Packed.orNull(instants[3]),
                Packed.orNull(instants[4]),
                Packed.orNull(instants[5]),
                Packed.orNull(instants[6]),
                Packed.orNull(instants[7]),
                Packed.orNull(instants[8]),
                Packed.orNull(instants[9]),
                (verdictAndRestated & 1) != 0,
                instants[10]);
    }

    private static long[] instants(CaseSituation situation) {
        return new long[] {
            Packed.orAbsent(situation.start()),
            Packed.orAbsent(situation.stoppedSince()),
            Packed.orAbsent(situation.dueAt()),
            Packed.orAbsent(situation.acknowledgedAt()),
            Packed.orAbsent(situation.withdrawnAt()),
            Packed.orAbsent(situation.firstDownAt()),
            Packed.orAbsent(situation.falseClaimAt()),
            Packed.orAbsent(situation.breachedAt()),
            Packed.orAbsent(situation.reinstatedAt()),
            Packed.orAbsent(situation.closedSince()),
            situation.at()
        };
    }
}
