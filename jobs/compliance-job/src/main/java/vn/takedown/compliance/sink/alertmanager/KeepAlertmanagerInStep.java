package vn.takedown.compliance.sink.alertmanager;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.CheckpointListener;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import vn.takedown.model.alerting.Alert;

/**
 * Says again and again what fires, as Alertmanager wants it, and for a while what is over. What it
 * has said is kept in state, so that after a restart it is said again and a resolve is never lost.
 * Keyed by {@code alert_key}.
 *
 * <p>An alert that comes while event time lags behind the wall clock by more than the window waits
 * until it does not: when a job catches up, what still fires then is told, and nothing of what was
 * over before.
 *
 * <p>That an alert fires is told at once; that it is over only when a checkpoint remembers it. Else
 * a job that goes on from before the end would tell once more that it fires, and somebody would be
 * woken twice.
 */
public final class KeepAlertmanagerInStep extends KeyedProcessFunction<String, Alert, AlertPost>
        implements CheckpointedFunction, CheckpointListener {

    public static final String UID = "keep-alertmanager-in-step";

    /** For how long it is told that an alert is over: as long as Prometheus does so. */
    static final Duration RESOLVED_FOR = Duration.ofMinutes(5);

    private static final long serialVersionUID = 1L;

    /** How often is looked whether a checkpoint has been completed, milliseconds. */
    private static final long LOOK = 500;

    private final long resendInterval;
    private final long window;
    private final AlertPostWriter writer;

    /** Fires, and has not been told because event time lags. */
    private transient ValueState<Alert> untold;

    /** One for each severity and level that it was told with. */
    private transient ListState<SentAlert> told;

    private transient ValueState<Long> resendAt;
    private transient ValueState<Long> alarm;

    private transient UnsavedEnds ends;

    public KeepAlertmanagerInStep(AlertmanagerSettings settings) {
        resendInterval = settings.resendInterval().toMillis();
        window = settings.window().toMillis();
        writer = new AlertPostWriter(settings);
    }

    @Override
    public void initializeState(FunctionInitializationContext context) {
        ends = new UnsavedEnds();
    }

    @Override
    public void open(OpenContext context) {
        untold =
                getRuntimeContext()
                        .getState(
                                new ValueStateDescriptor<>(
                                        "untold", TypeInformation.of(Alert.class)));
        told =
                getRuntimeContext()
                        .getListState(
                                new ListStateDescriptor<>(
                                        "told", TypeInformation.of(SentAlert.class)));
        resendAt = getRuntimeContext().getState(new ValueStateDescriptor<>("resend", Types.LONG));
        alarm = getRuntimeContext().getState(new ValueStateDescriptor<>("alarm", Types.LONG));
    }

    @Override
    public void snapshotState(FunctionSnapshotContext context) {
        ends.begin(context.getCheckpointId());
    }

    @Override
    public void notifyCheckpointComplete(long checkpointId) {
        ends.complete(checkpointId);
    }

    @Override
    public void processElement(Alert alert, Context context, Collector<AlertPost> output)
            throws Exception {
        long now = context.timerService().currentProcessingTime();
        List<SentAlert> before = told();
        untold.clear();
        List<SentAlert> after = new ArrayList<>();
        for (SentAlert sent : before) {
            boolean goesOn = alert.firing() && sent.isLabelledAs(alert);
            after.add(
                    goesOn
                            ? tell(sent.with(alert), now, output)
                            : end(over(sent, alert), context.getCurrentKey(), now));
        }
        boolean known = after.stream().anyMatch(sent -> sent.isLabelledAs(alert));
        if (alert.firing() && !known) {
            if (lags(alert, context.timerService())) {
                untold.update(alert);
            } else {
                after.add(tell(SentAlert.firing(alert), now, output));
            }
        }
        // A crash may have taken the memory of having told it: that it is over is told in any case.
        // Alertmanager is silent about what it does not know.
        if (!alert.firing() && before.isEmpty() && !lags(alert, context.timerService())) {
            after.add(end(SentAlert.firing(alert), context.getCurrentKey(), now));
        }
        save(after, context.timerService());
    }

    /** With other labels it is over, whatever the alert itself is. */
    private static SentAlert over(SentAlert sent, Alert alert) {
        return alert.firing() || sent.endedAt() != null ? sent : sent.with(alert);
    }

    private SentAlert end(SentAlert sent, String key, long now) {
        if (sent.endedAt() == null) {
            ends.add(key);
        }
        return sent.ended(now);
    }

    private SentAlert tell(SentAlert sent, long now, Collector<AlertPost> output) {
        output.collect(writer.write(sent, now));
        return sent;
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<AlertPost> output)
            throws Exception {
        alarm.clear();
        long now = context.timerService().currentProcessingTime();
        boolean again = resendAt.value() == null || now >= resendAt.value();
        if (again) {
            resendAt.clear();
        }
        List<SentAlert> after = new ArrayList<>();
        for (SentAlert sent : told()) {
            if (sent.endIsUntold()) {
                boolean due =
                        ends.saved(context.getCurrentKey())
                                || now >= sent.endedAt() + resendInterval;
                after.add(due ? tell(sent.endTold(now), now, output) : sent);
            } else {
                if (again) {
                    tell(sent, now, output);
                }
                if (sent.endedAt() == null || now < sent.endToldAt() + RESOLVED_FOR.toMillis()) {
                    after.add(sent);
                }
            }
        }
        Alert waiting = untold.value();
        if (waiting != null && !lags(waiting, context.timerService())) {
            untold.clear();
            after.add(tell(SentAlert.firing(waiting), now, output));
        }
        save(after, context.timerService());
    }

    private List<SentAlert> told() throws Exception {
        List<SentAlert> all = new ArrayList<>();
        told.get().forEach(all::add);
        return all;
    }

    private void save(List<SentAlert> after, TimerService timers) throws Exception {
        told.update(after);
        if (after.isEmpty() && untold.value() == null) {
            resendAt.clear();
            ring(null, timers);
            return;
        }
        long now = timers.currentProcessingTime();
        if (resendAt.value() == null) {
            resendAt.update(now + resendInterval);
        }
        boolean waits = after.stream().anyMatch(SentAlert::endIsUntold);
        ring(waits ? Math.min(resendAt.value(), now + LOOK) : resendAt.value(), timers);
    }

    /**
     * @param at at the latest; null for never
     */
    private void ring(Long at, TimerService timers) throws Exception {
        Long set = alarm.value();
        if (set != null && at != null && set <= at) {
            return;
        }
        if (set != null) {
            timers.deleteProcessingTimeTimer(set);
        }
        if (at == null) {
            alarm.clear();
            return;
        }
        timers.registerProcessingTimeTimer(at);
        alarm.update(at);
    }

    /** Right after a restart the watermark is not known, but the alert's own time is. */
    private boolean lags(Alert alert, TimerService timers) {
        long reached = Math.max(timers.currentWatermark(), alert.updatedAt());
        return reached < timers.currentProcessingTime() - window;
    }
}
