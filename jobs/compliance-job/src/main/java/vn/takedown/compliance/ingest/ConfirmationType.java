package vn.takedown.compliance.ingest;

import java.time.Duration;
import vn.takedown.model.reference.Confirmation;

/** {@code confirm} of a policy; each of its fields has its own default. */
final class ConfirmationType extends ObjectType<Confirmation> {

    private final Field<Integer> consecutive =
            shape.field("consecutive", NumberTypes.integerFrom(1));
    private final Field<Integer> vantages = shape.field("vantages", NumberTypes.integerFrom(1));
    private final Field<Duration> hold = shape.field("hold", DurationType.fromZero());

    ConfirmationType(String path) {
        super(path);
    }

    @Override
    Confirmation build() {
        return new Confirmation(
                shape.optional(consecutive, Confirmation.DEFAULT.consecutive()),
                shape.optional(vantages, Confirmation.DEFAULT.vantages()),
                shape.optional(hold, Confirmation.DEFAULT.hold()));
    }
}
