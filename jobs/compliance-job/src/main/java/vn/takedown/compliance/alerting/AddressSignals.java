package vn.takedown.compliance.alerting;

import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.util.Collector;
import vn.takedown.model.alerting.ProviderSignal;

/** Sends each signal to its provider, and on to all providers together when it concerns them. */
final class AddressSignals implements FlatMapFunction<ProviderSignal, ProviderSignal> {

    private static final long serialVersionUID = 1L;

    @Override
    public void flatMap(ProviderSignal signal, Collector<ProviderSignal> output) {
        output.collect(signal);
        if (signal.observed() || signal.opened() != 0) {
            output.collect(signal.ofAll());
        }
    }
}
