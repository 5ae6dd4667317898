package vn.takedown.compliance.alerting;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.util.Collector;
import vn.takedown.model.alerting.Alert;
import vn.takedown.model.alerting.ProviderSignal;
import vn.takedown.model.alerting.ProviderTerms;
import vn.takedown.model.alerting.WatchedProvider;

/** Raises the alerts of each provider and keeps them up to date. Keyed by {@code provider_id}. */
public final class WatchProviders extends WatchFunction<ProviderSignal> {

    public static final String UID = "watch-providers";

    private static final long serialVersionUID = 1L;

    private final long blindAfter;

    private transient ValueState<WatchedProvider> watched;
    private transient ListState<ProviderSignal> waiting;
    private transient Alarm alarm;

    /**
     * @param blindAfter without an observation, while cases are open
     */
    public WatchProviders(Duration blindAfter) {
        this.blindAfter = blindAfter.toMillis();
    }

    @Override
    public void open(OpenContext context) {
        watched =
                getRuntimeContext()
                        .getState(
                                new ValueStateDescriptor<>(
                                        "provider", TypeInformation.of(WatchedProvider.class)));
        waiting =
                getRuntimeContext()
                        .getListState(
                                new ListStateDescriptor<>(
                                        "waiting", TypeInformation.of(ProviderSignal.class)));
        alarm = new Alarm(getRuntimeContext());
    }

    @Override
    public void processElement(
            ProviderSignal signal, ReadOnlyContext context, Collector<Alert> output)
            throws Exception {
        waiting.add(signal);
        if (signal.at() <= context.currentWatermark()) {
            advance(context.currentWatermark(), context, output);
        } else {
            alarm.noLaterThan(signal.at(), context.timerService());
        }
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<Alert> output)
            throws Exception {
        alarm.rang();
        long latest = Long.MIN_VALUE;
        for (ProviderSignal signal : waiting.get()) {
            latest = Math.max(latest, signal.at());
        }
        advance(now(latest, context), context, output);
    }

    private void advance(long until, ReadOnlyContext context, Collector<Alert> output)
            throws Exception {
        List<ProviderSignal> due = new ArrayList<>();
        waiting.get().forEach(due::add);
        // Stable, so that the changes of one case stay in order.
        due.sort(Comparator.comparingLong(ProviderSignal::at));
        ProviderTerms terms = new ProviderTerms(book(context), blindAfter);
        WatchedProvider known = watched.value();
        if (known == null) {
            known = WatchedProvider.of(context.getCurrentKey());
        }
        int next = 0;
        while (next < due.size() && due.get(next).at() <= until) {
            long at = due.get(next).at();
            int first = next;
            while (next < due.size() && due.get(next).at() == at) {
                next++;
            }
            known =
                    known.elapse(at - 1, terms, output::collect)
                            .follow(due.subList(first, next), terms, output::collect);
        }
        known = known.elapse(until, terms, output::collect);
        watched.update(known);
        List<ProviderSignal> later = due.subList(next, due.size());
        waiting.update(new ArrayList<>(later));
        if (!ended(context)) {
            Long alarmed = known.nextAlarm(terms);
            Long wake = later.isEmpty() ? null : (Long) later.get(0).at();
            boolean alarmFirst = wake == null || (alarmed != null && alarmed < wake);
            alarm.set(alarmFirst ? alarmed : wake, context.timerService());
        }
    }
}
