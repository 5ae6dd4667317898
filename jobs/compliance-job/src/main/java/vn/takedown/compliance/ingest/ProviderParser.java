package vn.takedown.compliance.ingest;

import java.util.List;
import java.util.Set;
import vn.takedown.model.reference.Jurisdiction;
import vn.takedown.model.reference.Provider;
import vn.takedown.model.reference.ProviderType;

/**
 * Parser of {@link Topics#PROVIDERS}: gives {@link ReferenceRecord.ProviderRecord} and heartbeats.
 */
public final class ProviderParser implements RecordParser<ReferenceRecord> {

    private final StringCache cache = new StringCache();
    private final ObjectShape shape = ObjectShape.root();
    private final ReferenceHeader header = new ReferenceHeader(shape);
    private final Field<String> providerId = shape.field("provider_id", TextTypes.id(cache));
    private final Field<String> name = shape.field("name", TextTypes.freeText());
    private final Field<ProviderType> type =
            shape.field("type", TextTypes.oneOf(ProviderType.class));
    private final Field<Jurisdiction> jurisdiction =
            shape.field("jurisdiction", TextTypes.oneOf(Jurisdiction.class));
    private final Field<String> country = shape.field("country", TextTypes.repeatedText(cache));
    private final Field<List<Long>> asns =
            shape.field("asns", new ListType<>("asns", NumberTypes.asn()));
    private final RecordReader<ReferenceRecord> reader = new RecordReader<>(shape, this::build);

    @Override
    public ParseResult<ReferenceRecord> parse(byte[] value) {
        return reader.read(value);
    }

    private ReferenceRecord build() {
        if (header.isHeartbeat()) {
            return header.heartbeat();
        }
        header.checkSchemaVersion();
        shape.required(providerId);
        shape.required(name);
        shape.required(type);
        shape.required(jurisdiction);
        shape.required(country);
        shape.required(asns);
        if (shape.problem() != null) {
            return null;
        }
        return new ReferenceRecord.ProviderRecord(
                new Provider(
                        providerId.value(),
                        name.value(),
                        type.value(),
                        jurisdiction.value(),
                        country.value(),
                        Set.copyOf(asns.value())));
    }
}
