package vn.takedown.compliance.event;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.lang.invoke.LambdaMetafactory;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.function.Function;
import vn.takedown.model.encoding.Packed;

/** How a record is taken apart, written, read and put together. */
final class RecordForm<T> {

    /** Writes and reads one component. */
    private interface Part {

        void write(Object value, DataOutput output) throws IOException;

        Object read(DataInput input) throws IOException;
    }

    private final Function<Object, Object>[] accessors;
    private final Part[] parts;
    private final MethodHandle constructor;

    private RecordForm(
            Function<Object, Object>[] accessors, Part[] parts, MethodHandle constructor) {
        this.accessors = accessors;
        this.parts = parts;
        this.constructor = constructor;
    }

    static <T> RecordForm<T> of(Class<T> type) {
        RecordComponent[] components = type.getRecordComponents();
        try {
            MethodHandles.Lookup lookup =
                    MethodHandles.privateLookupIn(type, MethodHandles.lookup());
            @SuppressWarnings({"unchecked", "rawtypes"})
            Function<Object, Object>[] accessors = new Function[components.length];
            Part[] parts = new Part[components.length];
            for (int i = 0; i < components.length; i++) {
                accessors[i] = accessor(lookup, components[i]);
                parts[i] = part(components[i]);
            }
            Class<?>[] types =
                    Arrays.stream(components)
                            .map(RecordComponent::getType)
                            .toArray(Class<?>[]::new);
            MethodHandle constructor =
                    lookup.findConstructor(type, MethodType.methodType(void.class, types))
                            .asSpreader(Object[].class, types.length)
                            .asType(MethodType.methodType(Object.class, Object[].class));
            return new RecordForm<>(accessors, parts, constructor);
        } catch (ReflectiveOperationException closed) {
            throw new IllegalArgumentException(type + " is no record that can be read.", closed);
        }
    }

    /**
     * A class of its own that calls the accessor, as a lambda expression would: a method handle
     * that the compiler does not know to be constant costs several times as much.
     */
    @SuppressWarnings("unchecked")
    private static Function<Object, Object> accessor(
            MethodHandles.Lookup lookup, RecordComponent component)
            throws ReflectiveOperationException {
        MethodHandle accessor = lookup.unreflect(component.getAccessor());
        try {
            return (Function<Object, Object>)
                    LambdaMetafactory.metafactory(
                                    lookup,
                                    "apply",
                                    MethodType.methodType(Function.class),
                                    MethodType.methodType(Object.class, Object.class),
                                    accessor,
                                    accessor.type().wrap())
                            .getTarget()
                            .invoke();
        } catch (ReflectiveOperationException | RuntimeException | Error failure) {
            throw failure;
        } catch (Throwable checked) {
            throw new IllegalStateException("No function calls " + component, checked);
        }
    }

    private static Part part(RecordComponent component) {
        Class<?> type = component.getType();
        if (type == long.class) {
            return new LongPart();
        }
        if (type == int.class) {
            return new IntPart();
        }
        if (type == boolean.class) {
            return new BooleanPart();
        }
        if (type == String.class) {
            return new TextPart();
        }
        if (type.isEnum()) {
            return new EnumPart(type.getEnumConstants());
        }
        if (type == Long.class) {
            return new OptionalPart(new LongPart());
        }
        if (type == Integer.class) {
            return new OptionalPart(new IntPart());
        }
        if (type == long[].class) {
            return new OptionalPart(new LongsPart());
        }
        if (type.isRecord()) {
            return new OptionalPart(new RecordPart(of(type)));
        }
        throw new IllegalArgumentException("There is no short form for " + component);
    }

    void write(Object record, DataOutput output) throws IOException {
        for (int i = 0; i < parts.length; i++) {
            parts[i].write(accessors[i].apply(record), output);
        }
    }

    @SuppressWarnings("unchecked")
    T read(DataInput input) throws IOException {
        Object[] values = new Object[parts.length];
        for (int i = 0; i < parts.length; i++) {
            values[i] = parts[i].read(input);
        }
        try {
            return (T) constructor.invokeExact(values);
        } catch (Error | RuntimeException failure) {
            throw failure;
        } catch (Throwable checked) {
            throw new IllegalStateException("A record refuses its own components.", checked);
        }
    }

    private record LongPart() implements Part {
        @Override
        public void write(Object value, DataOutput output) throws IOException {
            Packed.writeLong(output, (long) value);
        }

        @Override
        public Object read(DataInput input) throws IOException {
            return Packed.readLong(input);
        }
    }

    private record IntPart() implements Part {
        @Override
        public void write(Object value, DataOutput output) throws IOException {
            Packed.writeLong(output, (int) value);
        }

        @Override
        public Object read(DataInput input) throws IOException {
            return Math.toIntExact(Packed.readLong(input));
        }
    }

    private record BooleanPart() implements Part {
        @Override
        public void write(Object value, DataOutput output) throws IOException {
            output.writeBoolean((boolean) value);
        }

        @Override
        public Object read(DataInput input) throws IOException {
            return input.readBoolean();
        }
    }

    private record TextPart() implements Part {
        @Override
        public void write(Object value, DataOutput output) throws IOException {
            Packed.writeText(output, (String) value);
        }

        @Override
        public Object read(DataInput input) throws IOException {
            return Packed.readText(input);
        }
    }

    private record EnumPart(Object[] constants) implements Part {
        @Override
        public void write(Object value, DataOutput output) throws IOException {
            Packed.writeEnum(output, (Enum<?>) value);
        }

        @Override
        public Object read(DataInput input) throws IOException {
            return Packed.readEnum(input, constants);
        }
    }

    private record LongsPart() implements Part {
        @Override
        public void write(Object value, DataOutput output) throws IOException {
            long[] values = (long[]) value;
            Packed.writeCount(output, values.length);
            for (long each : values) {
                Packed.writeLong(output, each);
            }
        }

        @Override
        public Object read(DataInput input) throws IOException {
            long[] values = new long[Packed.readCount(input)];
            for (int i = 0; i < values.length; i++) {
                values[i] = Packed.readLong(input);
            }
            return values;
        }
    }

    private record RecordPart(RecordForm<?> form) implements Part {
        @Override
        public void write(Object value, DataOutput output) throws IOException {
            form.write(value, output);
        }

        @Override
        public Object read(DataInput input) throws IOException {
            return form.read(input);
        }
    }

    /** What may be null. */
    private record OptionalPart(Part inner) implements Part {
        @Override
        public void write(Object value, DataOutput output) throws IOException {
            output.writeBoolean(value != null);
            if (value != null) {
                inner.write(value, output);
            }
        }

        @Override
        public Object read(DataInput input) throws IOException {
            return input.readBoolean() ? inner.read(input) : null;
        }
    }
}
