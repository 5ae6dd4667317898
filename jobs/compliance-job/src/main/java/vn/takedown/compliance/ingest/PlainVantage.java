package vn.takedown.compliance.ingest;

import vn.takedown.model.encoding.RepeatedTexts;
import vn.takedown.model.event.Vantage;

/** A {@code vantage} with its three fields, in any order, and no others. */
final class PlainVantage {

    private static final int ID = 0;
    private static final int COUNTRY = 1;
    private static final int ASN = 2;

    private static final PlainName[] NAMES = {
        PlainName.of("id"), PlainName.of("country"), PlainName.of("asn")
    };

    /** A bit for each. */
    private static final int ALL = (1 << NAMES.length) - 1;

    private static final int MAX_COUNTRY_LENGTH = 64;

    private final RepeatedTexts texts;
    private String id;
    private String country;
    private long asn;

    PlainVantage(RepeatedTexts texts) {
        this.texts = texts;
    }

    /** Null when it is not plain. */
    Vantage read(PlainJson json) {
        json.expect('{');
        int seen = 0;
        int place = 0;
        do {
            int field = 1 << readField(json, place++);
            if ((seen & field) != 0) {
                json.giveUp();
            }
            seen |= field;
        } while (json.isPlain() && json.skip(','));
        json.expect('}');
        if (seen != ALL) {
            json.giveUp();
        }
        return json.isPlain() ? new Vantage(id, country, asn) : null;
    }

    private int readField(PlainJson json, int place) {
        int field = field(json, place);
        switch (field) {
            case ID -> id = json.id(texts);
            case COUNTRY -> country = json.repeatedText(MAX_COUNTRY_LENGTH, texts);
            case ASN -> asn = json.integer();
            default -> json.giveUp();
        }
        return field;
    }

    /** The field whose name comes next, moved past; one more than the last when it is unknown. */
    private static int field(PlainJson json, int place) {
        if (place < NAMES.length && json.skip(NAMES[place])) {
            return place;
        }
        json.string();
        json.expect(':');
        int field = 0;
        while (field < NAMES.length && !json.isString(NAMES[field].letters())) {
            field++;
        }
        return field;
    }
}
