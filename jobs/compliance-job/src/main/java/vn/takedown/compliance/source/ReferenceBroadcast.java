package vn.takedown.compliance.source;

import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.operators.TwoInputStreamOperator;
import org.apache.flink.streaming.api.transformations.TwoInputTransformation;

/** Brings reference data and heartbeats to every subtask of an operator with a keyed input. */
public final class ReferenceBroadcast {

    private ReferenceBroadcast() {}

    /**
     * @param operator keyed by its first input alone
     * @param type of what it puts out
     */
    public static <T, K, R> SingleOutputStreamOperator<R> beside(
            KeyedStream<T, K> keyed,
            DataStream<ReferenceUpdate> reference,
            TwoInputStreamOperator<T, ReferenceUpdate, R> operator,
            TypeInformation<R> type) {
        SingleOutputStreamOperator<R> connected =
                keyed.connect(reference.broadcast())
                        .transform(operator.getClass().getSimpleName(), type, operator);
        // Which of the two inputs are keyed connect() leaves to be said here.
        @SuppressWarnings("unchecked")
        TwoInputTransformation<T, ReferenceUpdate, R> transformation =
                (TwoInputTransformation<T, ReferenceUpdate, R>) connected.getTransformation();
        transformation.setStateKeySelectors(keyed.getKeySelector(), null);
        transformation.setStateKeyType(keyed.getKeyType());
        return connected;
    }
}
