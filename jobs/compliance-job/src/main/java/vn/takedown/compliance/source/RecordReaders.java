package vn.takedown.compliance.source;

import java.util.EnumMap;
import java.util.Map;
import vn.takedown.compliance.event.InputTopic;
import vn.takedown.compliance.ingest.AcknowledgementParser;
import vn.takedown.compliance.ingest.ObservationParser;
import vn.takedown.compliance.ingest.ParseResult;
import vn.takedown.compliance.ingest.PolicyParser;
import vn.takedown.compliance.ingest.ProviderParser;
import vn.takedown.compliance.ingest.RecordParser;
import vn.takedown.compliance.ingest.RequestParser;

/** The parser of each input topic. Belongs to one thread. */
public final class RecordReaders {

    private static final InputTopic[] TOPICS = InputTopic.values();

    private final Map<InputTopic, RecordParser<?>> parsers = new EnumMap<>(InputTopic.class);

    public RecordReaders() {
        parsers.put(InputTopic.REQUESTS, new RequestParser());
        parsers.put(InputTopic.ACKNOWLEDGEMENTS, new AcknowledgementParser());
        parsers.put(InputTopic.OBSERVATIONS, new ObservationParser());
        parsers.put(InputTopic.PROVIDERS, new ProviderParser());
        parsers.put(InputTopic.POLICIES, new PolicyParser());
    }

    /**
     * @param value null when the record has none
     */
    public ParseResult<?> parse(InputTopic topic, byte[] value) {
        return parsers.get(topic).parse(value);
    }

    /** What the record says, parsed now if its journey lost the parsed form. */
    ParseResult<?> of(InputRecord input) {
        if (input.parsed == null) {
            input.parsed = parse(TOPICS[input.topic], input.value);
        }
        return input.parsed;
    }
}
