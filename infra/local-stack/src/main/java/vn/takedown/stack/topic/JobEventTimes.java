package vn.takedown.stack.topic;

import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalLong;
import vn.takedown.compliance.ingest.AcknowledgementParser;
import vn.takedown.compliance.ingest.ObservationParser;
import vn.takedown.compliance.ingest.ParseResult;
import vn.takedown.compliance.ingest.RecordParser;
import vn.takedown.compliance.ingest.RequestParser;
import vn.takedown.model.event.TakedownEvent;

/** Asks the job's own parsers, so that both agree on what is valid. Belongs to one thread. */
public final class JobEventTimes implements EventTimes {

    private final Map<InputTopic, RecordParser<TakedownEvent>> parsers =
            new EnumMap<>(InputTopic.class);

    public JobEventTimes() {
        parsers.put(InputTopic.REQUESTS, new RequestParser());
        parsers.put(InputTopic.ACKNOWLEDGEMENTS, new AcknowledgementParser());
        parsers.put(InputTopic.OBSERVATIONS, new ObservationParser());
    }

    @Override
    public OptionalLong of(InputTopic topic, byte[] value) {
        RecordParser<TakedownEvent> parser = parsers.get(topic);
        if (parser != null && parser.parse(value) instanceof ParseResult.Parsed<TakedownEvent> ok) {
            return OptionalLong.of(ok.value().occurredAt());
        }
        return OptionalLong.empty();
    }
}
