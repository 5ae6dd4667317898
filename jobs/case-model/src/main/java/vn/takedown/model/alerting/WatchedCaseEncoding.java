package vn.takedown.model.alerting;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import vn.takedown.model.cases.CaseSituation;
import vn.takedown.model.cases.CaseSituationEncoding;
import vn.takedown.model.cohort.Recidivism;
import vn.takedown.model.encoding.Packed;

/**
 * How a {@link WatchedCase} is kept in bytes. What an alert is about is mostly written in the
 * situation of its case already. The first byte is the version; a reader must go on reading every
 * version ever released.
 */
public final class WatchedCaseEncoding {

    private static final int VERSION = 1;
    private static final Recidivism[] RECIDIVISMS = Recidivism.values();

    private WatchedCaseEncoding() {}

    public static void write(WatchedCase watched, DataOutput output) throws IOException {
        CaseSituation situation = watched.situation();
        AlertTerms terms = watched.terms();
        output.writeByte(VERSION);
        output.writeByte(
                (situation == null ? 0 : 1)
                        | (terms == null ? 0 : 2)
                        | (watched.recidivism() == null ? 0 : watched.recidivism().ordinal() + 1)
                                << 2);
        if (situation != null) {
            CaseSituationEncoding.write(situation, output);
        }
        if (terms != null) {
            writeTerms(terms, output);
        }
        Packed.writeCount(output, watched.alerts().size());
        for (Alert alert : watched.alerts()) {
            AlertEncoding.write(alert, situation, output);
        }
        Packed.writeLong(output, watched.lookedAt() - base(situation));
    }

    /**
     * @throws IOException also when the version is not known
     */
    public static WatchedCase read(DataInput input) throws IOException {
        int version = input.readUnsignedByte();
        if (version != VERSION) {
            throw new IOException("Watched case of version " + version + " cannot be read.");
        }
        int flags = input.readUnsignedByte();
        CaseSituation situation = (flags & 1) == 0 ? null : CaseSituationEncoding.read(input);
        AlertTerms terms = (flags & 2) == 0 ? null : readTerms(input);
        int recidivism = flags >> 2;
        int count = Packed.readCount(input);
        List<Alert> alerts = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            alerts.add(AlertEncoding.read(situation, input));
        }
        return new WatchedCase(
                situation,
                recidivism == 0 ? null : RECIDIVISMS[recidivism - 1],
                terms,
                alerts,
                Packed.readLong(input) + base(situation));
    }

    /** The case was looked at when it stood as it does, or a little later. */
    private static long base(CaseSituation situation) {
        return situation == null ? 0 : situation.at();
    }

    private static void writeTerms(AlertTerms terms, DataOutput output) throws IOException {
        output.writeByte(
                (terms.ackWithin() == null ? 0 : 1) | (terms.secondNoticeAfter() == null ? 0 : 2));
        if (terms.ackWithin() != null) {
            Packed.writeLong(output, terms.ackWithin());
        }
        if (terms.secondNoticeAfter() != null) {
            Packed.writeLong(output, terms.secondNoticeAfter());
        }
        Packed.writeCount(output, terms.warnAt().size());
        for (double fraction : terms.warnAt()) {
            output.writeDouble(fraction);
        }
    }

    private static AlertTerms readTerms(DataInput input) throws IOException {
        int flags = input.readUnsignedByte();
        Long ackWithin = (flags & 1) == 0 ? null : (Long) Packed.readLong(input);
        Long secondNoticeAfter = (flags & 2) == 0 ? null : (Long) Packed.readLong(input);
        int count = Packed.readCount(input);
        List<Double> warnAt = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            warnAt.add(input.readDouble());
        }
        return new AlertTerms(ackWithin, warnAt, secondNoticeAfter);
    }
}
