package vn.takedown.compliance.alerting;

import java.util.List;
import java.util.function.ToLongFunction;
import org.apache.flink.api.common.state.BroadcastState;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.InternalTimer;
import org.apache.flink.streaming.api.operators.InternalTimerService;
import org.apache.flink.streaming.api.operators.Triggerable;
import org.apache.flink.streaming.api.operators.TwoInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import vn.takedown.compliance.cache.Cached;
import vn.takedown.compliance.cache.KeyQueue;
import vn.takedown.compliance.cache.WriteBackCache;
import vn.takedown.compliance.source.ReferenceUpdate;
import vn.takedown.compliance.tracking.CutOff;
import vn.takedown.compliance.tracking.ReferenceState;
import vn.takedown.model.alerting.Alert;
import vn.takedown.model.reference.ReferenceBook;

/**
 * Raises alerts of what it is told of a key. News waits until the watermark has passed it. What was
 * told of last is at hand and wakes from memory; all else is in state and wakes by a timer.
 *
 * @param <N> what it is told
 * @param <W> what of it waits
 * @param <S> what it knows of a key
 */
abstract class WatchOperator<N, W, S> extends AbstractStreamOperator<Alert>
        implements TwoInputStreamOperator<N, ReferenceUpdate, Alert>,
                Triggerable<String, VoidNamespace> {

    private static final long serialVersionUID = 1L;
    private static final long END_OF_INPUT = Watermark.MAX_WATERMARK.getTimestamp();

    /** Keys at hand, some 2 KiB of heap each. */
    private static final int CACHED = 50_000;

    private final TypeInformation<S> knownType;
    private final TypeInformation<W> waitingType;

    private transient BroadcastState<String, byte[]> referenceEntries;
    private transient BroadcastState<String, Long> cutOff;
    private transient ReferenceState reference;
    private transient ValueState<S> known;
    private transient ListState<W> waiting;
    private transient InternalTimerService<VoidNamespace> timers;
    private transient WriteBackCache<String, Watched<W, S>> cache;
    private transient KeyQueue<String, Watched<W, S>> queue;
    private transient long watermark;

    WatchOperator(TypeInformation<S> knownType, TypeInformation<W> waitingType) {
        this.knownType = knownType;
        this.waitingType = waitingType;
    }

    /** Takes up what is new; what lies ahead of {@code now} has to wait. */
    abstract void tell(N news, Watched<W, S> watched, long now);

    /** Decides everything up to {@code until}. */
    abstract void advance(Watched<W, S> watched, String key, long until);

    /** When to decide again, {@link Watched#NEVER} when there is nothing left to decide. */
    abstract long wakesAt(Watched<W, S> watched);

    abstract ToLongFunction<W> instant();

    @Override
    public void initializeState(StateInitializationContext context) throws Exception {
        super.initializeState(context);
        referenceEntries =
                context.getOperatorStateStore().getBroadcastState(ReferenceState.ENTRIES);
        cutOff = context.getOperatorStateStore().getBroadcastState(CutOff.STATE);
    }

    @Override
    public void open() throws Exception {
        super.open();
        known = getRuntimeContext().getState(new ValueStateDescriptor<>("known", knownType));
        waiting =
                getRuntimeContext().getListState(new ListStateDescriptor<>("waiting", waitingType));
        timers = getInternalTimerService("alarms", VoidNamespaceSerializer.INSTANCE, this);
        reference = new ReferenceState(referenceEntries);
        cache = new WriteBackCache<>(CACHED, new KeyedStore());
        queue = new KeyQueue<>(watched -> watched.queuedAt);
        watermark = Long.MIN_VALUE;
    }

    /** Reads and writes under a key of its own, whatever key is being worked at. */
    private final class KeyedStore implements WriteBackCache.Store<String, Watched<W, S>> {

        @Override
        public Watched<W, S> read(String key) throws Exception {
            setCurrentKey(key);
            return new Watched<>(instant(), waiting.get(), known.value());
        }

        @Override
        public void write(String key, Watched<W, S> watched) throws Exception {
            Object current = getCurrentKey();
            setCurrentKey(key);
            setTimer(watched);
            known.update(watched.known);
            List<W> unwritten = watched.takeUnwritten();
            if (unwritten != null) {
                waiting.update(unwritten);
            }
            setCurrentKey(current);
        }
    }

    /**
     * Makes sure that a timer wakes a key whose state is being written. None is kept account of or
     * taken back: to be woken for nothing costs less than that, and to set one again changes
     * nothing.
     */
    private void setTimer(Watched<W, S> watched) {
        long next = watermark == END_OF_INPUT ? Watched.NEVER : wakesAt(watched);
        if (next < watched.timer) {
            timers.registerEventTimeTimer(VoidNamespace.INSTANCE, next);
            watched.timer = next;
        }
    }

    @Override
    public void prepareSnapshotPreBarrier(long checkpointId) throws Exception {
        cache.writeAll();
    }

    @Override
    public void processElement2(StreamRecord<ReferenceUpdate> element) throws Exception {
        ReferenceUpdate update = element.getValue();
        if (update.kind() == ReferenceUpdate.Kind.HEARTBEAT) {
            CutOff.raise(cutOff, update.at());
        } else {
            reference.update(update, referenceEntries);
        }
    }

    @Override
    public void processElement1(StreamRecord<N> element) throws Exception {
        Cached<String, Watched<W, S>> held = cache.hold((String) getCurrentKey());
        Watched<W, S> watched = held.take();
        tell(element.getValue(), watched, watermark);
        if (watched.firstAt() > watermark) {
            wakeInTime(watched.firstAt(), held);
        } else {
            advance(watched, held.key(), watermark);
            wakeInTime(wakesAt(watched), held);
        }
    }

    @Override
    public void processWatermark(Watermark mark) throws Exception {
        watermark = mark.getTimestamp();
        Cached<String, Watched<W, S>> held = queue.takeReached(watermark);
        while (held != null) {
            held.take().queuedAt = Watched.NEVER;
            wake(held);
            held = queue.takeReached(watermark);
        }
        super.processWatermark(mark);
    }

    @Override
    public void onEventTime(InternalTimer<String, VoidNamespace> rung) throws Exception {
        Cached<String, Watched<W, S>> held = cache.hold(rung.getKey());
        // Another one may still be set: to set it again changes nothing.
        held.take().timer = Watched.NEVER;
        wake(held);
    }

    @Override
    public void onProcessingTime(InternalTimer<String, VoidNamespace> rung) {
        throw new IllegalStateException("Alerts know event time only.");
    }

    private void wake(Cached<String, Watched<W, S>> held) throws Exception {
        Watched<W, S> watched = held.take();
        if (watched.isEmpty()) {
            return;
        }
        advance(watched, held.key(), now(watched));
        wakeInTime(wakesAt(watched), held);
    }

    /**
     * How far time has come: {@code T} when the input has ended (contract section 3), for the end
     * of a file makes nothing overdue.
     */
    private long now(Watched<W, S> watched) throws Exception {
        if (watermark != END_OF_INPUT) {
            return watermark;
        }
        return Math.max(watched.lastAt(), CutOff.of(cutOff));
    }

    private void wakeInTime(long next, Cached<String, Watched<W, S>> held) {
        Watched<W, S> watched = held.peek();
        if (watermark != END_OF_INPUT && next < Math.min(watched.queuedAt, watched.timer)) {
            queue.add(next, held);
            watched.queuedAt = next;
        }
    }

    void raise(Alert alert) {
        output.collect(new StreamRecord<>(alert, watermark));
    }

    ReferenceBook book() {
        return reference.book();
    }

    /** Whether the input has ended, so that nothing is decided again. */
    boolean ended() {
        return watermark == END_OF_INPUT;
    }
}
