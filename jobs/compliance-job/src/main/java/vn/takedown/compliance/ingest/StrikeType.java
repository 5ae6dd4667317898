package vn.takedown.compliance.ingest;

import java.time.Duration;
import vn.takedown.model.reference.Strike;

/** An element of {@code strikes} of a policy; its three fields are required. */
final class StrikeType extends ObjectType<Strike> {

    private final Field<Integer> count = shape.field("count", NumberTypes.integerFrom(1));
    private final Field<Duration> window = shape.field("window", DurationType.fromZero());
    private final Field<Integer> level = shape.field("level", NumberTypes.integerFrom(1));

    StrikeType(String path) {
        super(path);
    }

    @Override
    Strike build() {
        shape.required(count);
        shape.required(window);
        shape.required(level);
        return shape.problem() == null
                ? new Strike(count.value(), window.value(), level.value())
                : null;
    }
}
