package vn.takedown.model.alerting;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Objects;
import vn.takedown.model.cases.CaseSituation;
import vn.takedown.model.encoding.Packed;
import vn.takedown.model.reference.ProviderType;

/** How an alert about a case is kept in bytes, beside the situation of that case. */
final class AlertEncoding {

    private static final int INSTANTS = 4;
    private static final int ABOUT_THE_CASE = 1;
    private static final int WITH_LEVEL = 2;
    private static final AlertKind[] KINDS = AlertKind.values();
    private static final ProviderType[] PROVIDER_TYPES = ProviderType.values();
    private static final Resolution[] RESOLUTIONS = Resolution.values();
    private static final Severity[] SEVERITIES = Severity.values();

    private AlertEncoding() {}

    /**
     * @param situation null when it is not known
     */
    static void write(Alert alert, CaseSituation situation, DataOutput output) throws IOException {
        boolean aboutTheCase = situation != null && isAbout(alert, situation);
        output.writeByte(alert.kind().ordinal());
        output.writeByte(
                (aboutTheCase ? ABOUT_THE_CASE : 0)
                        | (alert.level() == null ? 0 : WITH_LEVEL)
                        | alert.severity().ordinal() << 2);
        if (!aboutTheCase) {
            Packed.writeText(output, alert.providerId());
            Packed.writeText(output, alert.subject());
            Packed.writeEnum(output, alert.providerType());
            Packed.writeText(output, alert.caseId());
            Packed.writeText(output, alert.policyId());
        }
        if (alert.level() != null) {
            Packed.writeText(output, alert.level());
        }
        Packed.writeEnum(output, alert.resolution());
        Packed.writeInstants(
                output,
                base(situation),
                new long[] {
                    Packed.orAbsent(alert.dueAt()),
                    alert.startsAt(),
                    Packed.orAbsent(alert.endsAt()),
                    alert.updatedAt()
                });
        Packed.writeLong(output, alert.revision());
    }

    static Alert read(CaseSituation situation, DataInput input) throws IOException {
        AlertKind kind = KINDS[input.readUnsignedByte()];
        int flags = input.readUnsignedByte();
        Alert.Subject subject =
                (flags & ABOUT_THE_CASE) == 0
                        ? readSubject(kind, input)
                        : Alert.about(kind, situation);
        String level = (flags & WITH_LEVEL) == 0 ? null : Packed.readText(input);
        Resolution resolution = Packed.readEnum(input, RESOLUTIONS);
        long[] instants = Packed.readInstants(input, base(situation), INSTANTS);
        return new Alert(
                kind,
                subject.providerId(),
                subject.subject(),
                subject.providerType(),
                subject.caseId(),
                subject.policyId(),
                SEVERITIES[flags >> 2],
                level,
                instants[1],
                Packed.orNull(instants[2]),
                resolution,
                Packed.orNull(instants[0]),
                Packed.readLong(input),
                instants[3]);
    }

    /** The deadline is kept with the alert: that of the case may have moved since. */
    private static boolean isAbout(Alert alert, CaseSituation situation) {
        Alert.Subject subject = Alert.about(alert.kind(), situation);
        return Objects.equals(alert.providerId(), subject.providerId())
                && Objects.equals(alert.subject(), subject.subject())
                && alert.providerType() == subject.providerType()
                && Objects.equals(alert.caseId(), subject.caseId())
                && Objects.equals(alert.policyId(), subject.policyId());
    }

    private static Alert.Subject readSubject(AlertKind kind, DataInput input) throws IOException {
        return new Alert.Subject(
                kind,
                Packed.readText(input),
                Packed.readText(input),
                Packed.readEnum(input, PROVIDER_TYPES),
                Packed.readText(input),
                Packed.readText(input),
                null);
    }

    private static long base(CaseSituation situation) {
        if (situation == null) {
            return 0;
        }
        return situation.dueAt() == null ? situation.issuedAt() : situation.dueAt();
    }
}
