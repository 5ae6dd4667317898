package vn.takedown.compliance.sink.alertmanager;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.TimerService;
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
 */
public final class KeepAlertmanagerInStep extends KeyedProcessFunction<String, Alert, AlertPost> {

    public static final String UID = "keep-alertmanager-in-step";

    /** For how long it is told that an alert is over: as long as Prometheus does so. */
    static final Duration RESOLVED_FOR = Duration.ofMinutes(5);

    private static final long serialVersionUID = 1L;

    private final long resendInterval;
    private final long window;
    private final AlertPostWriter writer;

    /** Fires, and has not been told because event time lags. */
    private transient ValueState<Alert> untold;

    /** One for each severity that it was told with. */
    private transient ListState<SentAlert> told;

    private transient ValueState<Long> alarm;

    public KeepAlertmanagerInStep(AlertmanagerSettings settings) {
        resendInterval = settings.resendInterval().toMillis();
        window = settings.window().toMillis();
        writer = new AlertPostWriter(settings);
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
        alarm = getRuntimeContext().getState(new ValueStateDescriptor<>("alarm", Types.LONG));
    }

    @Override
    public void processElement(Alert alert, Context context, Collector<AlertPost> output)
            throws Exception {
        long now = context.timerService().currentProcessingTime();
        List<SentAlert> before = told();
        untold.clear();
        List<SentAlert> after = new ArrayList<>();
        for (SentAlert sent : before) {
            boolean goesOn = alert.firing() && sent.severity() == alert.severity();
            SentAlert next = goesOn ? sent.with(alert) : over(sent, alert).ended(now);
            after.add(next);
            output.collect(writer.write(next, now));
        }
        boolean known = after.stream().anyMatch(sent -> sent.severity() == alert.severity());
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
            after.add(tell(SentAlert.firing(alert).ended(now), now, output));
        }
        save(after, context.timerService());
    }

    /** Of another severity it is over, whatever the alert itself is. */
    private static SentAlert over(SentAlert sent, Alert alert) {
        return alert.firing() || sent.endedAt() != null
                ? sent
                : new SentAlert(alert, sent.severity(), sent.providerType(), sent.endedAt());
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
        List<SentAlert> after = new ArrayList<>();
        for (SentAlert sent : told()) {
            output.collect(writer.write(sent, now));
            if (sent.endedAt() == null || now < sent.endedAt() + RESOLVED_FOR.toMillis()) {
                after.add(sent);
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
        boolean wanted = !after.isEmpty() || untold.value() != null;
        Long set = alarm.value();
        if (wanted && set == null) {
            long next = timers.currentProcessingTime() + resendInterval;
            alarm.update(next);
            timers.registerProcessingTimeTimer(next);
        } else if (!wanted && set != null) {
            timers.deleteProcessingTimeTimer(set);
            alarm.clear();
        }
    }

    /** Right after a restart the watermark is not known, but the alert's own time is. */
    private boolean lags(Alert alert, TimerService timers) {
        long reached = Math.max(timers.currentWatermark(), alert.updatedAt());
        return reached < timers.currentProcessingTime() - window;
    }
}
