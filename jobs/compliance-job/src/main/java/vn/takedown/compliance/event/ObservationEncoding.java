package vn.takedown.compliance.event;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import vn.takedown.model.encoding.Packed;
import vn.takedown.model.encoding.RepeatedTexts;
import vn.takedown.model.event.ControlStatus;
import vn.takedown.model.event.Observation;
import vn.takedown.model.event.ObservationStatus;
import vn.takedown.model.event.Vantage;

/** Observations in bytes, behind the key of their target, which stands for two of their fields. */
final class ObservationEncoding {

    private static final int HAS_HTTP_STATUS = 1;

    private static final ObservationStatus[] STATUSES = ObservationStatus.values();
    private static final ControlStatus[] CONTROLS = ControlStatus.values();

    private static final RepeatedTexts TEXTS = new RepeatedTexts();

    private ObservationEncoding() {}

    static void write(Observation observation, DataOutput output) throws IOException {
        Integer httpStatus = observation.httpStatus();
        output.writeLong(observation.occurredAt());
        output.writeByte(observation.status().ordinal());
        output.writeByte(
                observation.controlStatus().ordinal() << 1
                        | (httpStatus == null ? 0 : HAS_HTTP_STATUS));
        Packed.writeText(output, observation.eventId());
        Packed.writeText(output, observation.vantage().id());
        Packed.writeText(output, observation.vantage().country());
        Packed.writeLong(output, observation.vantage().asn());
        Packed.writeHash(output, observation.contentKey());
        if (httpStatus != null) {
            Packed.writeLong(output, httpStatus);
        }
    }

    static Observation read(ProviderKey target, DataInput input) throws IOException {
        long occurredAt = input.readLong();
        ObservationStatus status = STATUSES[input.readUnsignedByte()];
        int control = input.readUnsignedByte();
        String eventId = Packed.readText(input);
        Vantage vantage =
                new Vantage(
                        Packed.readText(input, TEXTS),
                        Packed.readText(input, TEXTS),
                        Packed.readLong(input));
        String contentKey = Packed.readHash(input);
        Integer httpStatus =
                (control & HAS_HTTP_STATUS) == 0 ? null : (Integer) (int) Packed.readLong(input);
        return new Observation(
                eventId,
                occurredAt,
                target.providerId(),
                target.hash(),
                status,
                vantage,
                CONTROLS[control >> 1],
                contentKey,
                httpStatus);
    }
}
