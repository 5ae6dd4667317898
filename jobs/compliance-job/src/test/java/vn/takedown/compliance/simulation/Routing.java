package vn.takedown.compliance.simulation;

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Which subtasks of the receiver get a record. */
interface Routing<T> {

    /** The receivers that a sender is connected with. */
    default List<Integer> connected(int sender, int parallelism) {
        return IntStream.range(0, parallelism).boxed().toList();
    }

    List<Integer> receivers(T value, int sender, int parallelism);

    static <T> Routing<T> byKey(Function<T, ?> key) {
        return (value, sender, parallelism) ->
                List.of(Stage.subtaskOf(key.apply(value), parallelism));
    }

    static <T> Routing<T> toAll() {
        return (value, sender, parallelism) -> IntStream.range(0, parallelism).boxed().toList();
    }

    /** From each subtask to the one of the same number. */
    static <T> Routing<T> forward() {
        return new Routing<>() {
            @Override
            public List<Integer> connected(int sender, int parallelism) {
                return List.of(sender);
            }

            @Override
            public List<Integer> receivers(T value, int sender, int parallelism) {
                return List.of(sender);
            }
        };
    }
}
