package vn.takedown.compliance.alerting;

import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.TimerService;

/** The one event-time timer of a key. */
final class Alarm {

    private final ValueState<Long> setFor;

    Alarm(RuntimeContext context) {
        setFor = context.getState(new ValueStateDescriptor<>("alarm", Types.LONG));
    }

    /** Rings at {@code instant} or earlier. */
    void noLaterThan(long instant, TimerService timers) throws Exception {
        Long set = setFor.value();
        if (set == null || instant < set) {
            set(instant, timers);
        }
    }

    /**
     * Rings at {@code instant} and not before.
     *
     * @param instant null for never
     */
    void set(Long instant, TimerService timers) throws Exception {
        Long set = setFor.value();
        if (instant == null ? set == null : instant.equals(set)) {
            return;
        }
        if (set != null) {
            timers.deleteEventTimeTimer(set);
        }
        if (instant == null) {
            setFor.clear();
            return;
        }
        timers.registerEventTimeTimer(instant);
        setFor.update(instant);
    }

    /** It has rung. */
    void rang() {
        setFor.clear();
    }
}
