package vn.takedown.compliance.ingest;

import vn.takedown.model.event.Vantage;

/** {@code vantage} of an observation; its three fields are required. */
final class VantageType extends ObjectType<Vantage> {

    private final Field<String> id;
    private final Field<String> country;
    private final Field<Long> asn = shape.field("asn", NumberTypes.asn());

    VantageType(String path, StringCache cache) {
        super(path);
        this.id = shape.field("id", TextTypes.id(cache));
        this.country = shape.field("country", TextTypes.repeatedText(cache));
    }

    @Override
    Vantage build() {
        shape.required(id);
        shape.required(country);
        shape.required(asn);
        return shape.problem() == null
                ? new Vantage(id.value(), country.value(), asn.value())
                : null;
    }
}
