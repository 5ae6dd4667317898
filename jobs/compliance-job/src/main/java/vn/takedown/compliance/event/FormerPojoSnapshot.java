package vn.takedown.compliance.event;

import java.util.function.Supplier;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSchemaCompatibility;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.api.java.typeutils.runtime.PojoSerializerSnapshot;

/**
 * Of a hand-written form that took the place of the one Flink gives to records: savepoints with the
 * earlier form are read in it and written in the new one.
 */
public abstract class FormerPojoSnapshot<T> extends SimpleTypeSerializerSnapshot<T> {

    protected FormerPojoSnapshot(Supplier<? extends TypeSerializer<T>> serializer) {
        super(serializer);
    }

    @Override
    public TypeSerializerSchemaCompatibility<T> resolveSchemaCompatibility(
            TypeSerializerSnapshot<T> before) {
        return before instanceof PojoSerializerSnapshot
                ? TypeSerializerSchemaCompatibility.compatibleAfterMigration()
                : super.resolveSchemaCompatibility(before);
    }
}
