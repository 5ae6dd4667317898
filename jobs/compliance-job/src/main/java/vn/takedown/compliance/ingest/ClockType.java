package vn.takedown.compliance.ingest;

import java.time.Duration;
import vn.takedown.model.reference.ClockStart;

/** {@code clock} of a policy; both of its fields are required. */
final class ClockType extends ObjectType<ClockType.Clock> {

    /** When the time allowed begins, and how long it is. */
    record Clock(ClockStart start, Duration duration) {}

    private final Field<ClockStart> start = shape.field("start", TextTypes.oneOf(ClockStart.class));
    private final Field<Duration> duration = shape.field("duration", DurationType.aboveZero());

    ClockType(String path) {
        super(path);
    }

    @Override
    Clock build() {
        shape.required(start);
        shape.required(duration);
        return new Clock(start.value(), duration.value());
    }
}
