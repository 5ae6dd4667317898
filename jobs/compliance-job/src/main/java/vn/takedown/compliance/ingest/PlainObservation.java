package vn.takedown.compliance.ingest;

import java.util.Locale;
import vn.takedown.model.encoding.RepeatedTexts;
import vn.takedown.model.event.ControlStatus;
import vn.takedown.model.event.Observation;
import vn.takedown.model.event.ObservationStatus;
import vn.takedown.model.event.Vantage;

/**
 * Reads an observation as nearly all of them are written, in one pass over its bytes: known fields
 * alone, each once, in any order, and all of them right. It never says why a record is bad, and
 * never takes one that {@link ObservationParser} without it would read otherwise.
 */
final class PlainObservation {

    private enum KnownField {
        SCHEMA_VERSION,
        EVENT_ID,
        OCCURRED_AT,
        PROVIDER_ID,
        TARGET_KEY,
        STATUS,
        VANTAGE,
        CONTROL_STATUS,
        CONTENT_KEY,
        HTTP_STATUS;

        private final PlainName json = PlainName.of(name().toLowerCase(Locale.ROOT));

        private int bit() {
            return 1 << ordinal();
        }
    }

    private static final KnownField[] FIELDS = KnownField.values();

    /** All up to the first optional one. */
    private static final int REQUIRED = KnownField.CONTROL_STATUS.bit() - 1;

    /** No plain record is longer. */
    private static final int MAX_BYTES = 4096;

    private final PlainJson json = new PlainJson();
    private final RepeatedTexts texts = new RepeatedTexts();
    private final PlainVantage vantages = new PlainVantage(texts);
    private final PlainEnum<ObservationStatus> statuses =
            new PlainEnum<>(ObservationStatus.values());
    private final PlainEnum<ControlStatus> controlStatuses =
            new PlainEnum<>(ControlStatus.values());

    /** The field at each place of the record before: producers keep to an order. */
    private final KnownField[] usual = FIELDS.clone();

    private int seen;
    private String eventId;
    private long occurredAt;
    private String providerId;
    private String targetKey;
    private ObservationStatus status;
    private Vantage vantage;
    private ControlStatus controlStatus;
    private String contentKey;
    private Integer httpStatus;

    /**
     * @param value null when the record has none
     * @return null when the record is not plain
     */
    Observation read(byte[] value) {
        if (value == null || value.length > MAX_BYTES) {
            return null;
        }
        json.open(value);
        seen = 0;
        controlStatus = ControlStatus.UNKNOWN;
        contentKey = null;
        httpStatus = null;
        json.expect('{');
        int place = 0;
        do {
            readField(place++);
        } while (json.isPlain() && json.skip(','));
        json.expect('}');
        if (!json.isPlain() || !json.isAtEnd() || (seen & REQUIRED) != REQUIRED) {
            return null;
        }
        return new Observation(
                eventId,
                occurredAt,
                providerId,
                targetKey,
                status,
                vantage,
                controlStatus,
                contentKey,
                httpStatus);
    }

    private void readField(int place) {
        KnownField field = field(place);
        if (field == null || (seen & field.bit()) != 0) {
            json.giveUp();
            return;
        }
        seen |= field.bit();
        boolean absent = field.bit() > REQUIRED && json.skipNull();
        if (absent || !json.isPlain()) {
            return;
        }
        switch (field) {
            case SCHEMA_VERSION -> {
                if (json.integer() != 1) {
                    json.giveUp();
                }
            }
            case EVENT_ID -> eventId = json.text(TextTypes.MAX_EVENT_ID_LENGTH);
            case OCCURRED_AT -> occurredAt = json.instant();
            case PROVIDER_ID -> providerId = json.id(texts);
            case TARGET_KEY -> targetKey = json.key();
            case STATUS -> status = statuses.read(json);
            case VANTAGE -> vantage = vantages.read(json);
            case CONTROL_STATUS -> controlStatus = controlStatuses.read(json);
            case CONTENT_KEY -> contentKey = json.key();
            case HTTP_STATUS -> httpStatus = json.integer();
        }
    }

    /** The field whose name comes next, moved past; null when it is unknown. */
    private KnownField field(int place) {
        if (place == FIELDS.length) {
            return null;
        }
        if (json.skip(usual[place].json)) {
            return usual[place];
        }
        json.string();
        json.expect(':');
        for (KnownField field : FIELDS) {
            if (json.isString(field.json.letters())) {
                usual[place] = field;
                return field;
            }
        }
        return null;
    }
}
