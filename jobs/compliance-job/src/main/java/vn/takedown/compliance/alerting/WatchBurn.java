package vn.takedown.compliance.alerting;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import vn.takedown.compliance.config.StandingSettings;
import vn.takedown.model.alerting.Alert;
import vn.takedown.model.alerting.WatchedBurn;
import vn.takedown.model.reference.Provider;
import vn.takedown.model.standing.DueBook;
import vn.takedown.model.standing.ProviderStanding;
import vn.takedown.model.standing.StandingChange;

/**
 * Keeps how each provider stands and raises its burn-rate alerts. What changes waits, added up, for
 * the full hour after it: only on full hours is anything decided. Keyed by {@code provider_id}.
 */
public final class WatchBurn extends WatchFunction<StandingChange> {

    public static final String UID = "watch-burn";

    public static final OutputTag<ProviderStanding> STANDINGS =
            new OutputTag<>("standings", TypeInformation.of(ProviderStanding.class));

    private static final long serialVersionUID = 1L;

    /** A timer that only the end of the input reaches. */
    private static final long AT_THE_END = Long.MAX_VALUE;

    private final StandingSettings settings;

    private transient ValueState<byte[]> book;
    private transient ValueState<WatchedBurn> watched;

    /** By the hour for which they wait, hours since the epoch. */
    private transient MapState<Long, byte[]> waiting;

    private transient Alarm alarm;

    public WatchBurn(StandingSettings settings) {
        this.settings = settings;
    }

    @Override
    public void open(OpenContext context) {
        book =
                getRuntimeContext()
                        .getState(
                                new ValueStateDescriptor<>(
                                        "book",
                                        PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO));
        watched =
                getRuntimeContext()
                        .getState(
                                new ValueStateDescriptor<>(
                                        "burn", TypeInformation.of(WatchedBurn.class)));
        waiting =
                getRuntimeContext()
                        .getMapState(
                                new MapStateDescriptor<>(
                                        "waiting",
                                        Types.LONG,
                                        PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO));
        alarm = new Alarm(getRuntimeContext());
    }

    @Override
    public void processElement(
            StandingChange change, ReadOnlyContext context, Collector<Alert> output)
            throws Exception {
        // What was decided is not decided again: a late event counts from when it is known.
        long hour =
                Math.max(
                        DueBook.hourReaching(change.at()),
                        DueBook.hourOf(context.currentWatermark()) + 1);
        DueBook changes = decoded(waiting.get(hour));
        changes.apply(change);
        waiting.put(hour, encoded(changes));
        alarm.noLaterThan(hour * DueBook.HOUR, context.timerService());
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<Alert> output)
            throws Exception {
        alarm.rang();
        TreeMap<Long, byte[]> news = new TreeMap<>();
        for (Map.Entry<Long, byte[]> entry : waiting.entries()) {
            news.put(entry.getKey(), entry.getValue());
        }
        long latest = news.isEmpty() ? Long.MIN_VALUE : (news.lastKey() - 1) * DueBook.HOUR;
        long until = now(latest, context);
        long lastHour = DueBook.hourOf(until);
        DueBook known = decoded(book.value());
        WatchedBurn burn = look(known, news, lastHour, context, output);
        if (ended(context)) {
            // They are of the hour that is not over, and count for what is shown.
            addAll(known, news, Long.MAX_VALUE);
        }
        known.forget(lastHour);
        book.update(encoded(known));
        watched.update(burn);
        long asOf = ended(context) ? until : lastHour * DueBook.HOUR;
        context.output(STANDINGS, ProviderStanding.of(context.getCurrentKey(), asOf, known));
        if (!ended(context)) {
            alarm.set(nextAlarm(known, burn, news, lastHour), context.timerService());
        }
    }

    /** Looks at every hour at which something may have changed, up to the last. */
    private WatchedBurn look(
            DueBook known,
            TreeMap<Long, byte[]> news,
            long lastHour,
            ReadOnlyContext context,
            Collector<Alert> output)
            throws Exception {
        Provider provider = book(context).provider(context.getCurrentKey());
        WatchedBurn burn = watched.value();
        if (burn == null) {
            burn = WatchedBurn.of(context.getCurrentKey());
        }
        Long next = nextLook(known, burn, news);
        while (next != null && next <= lastHour) {
            addAll(known, news, next);
            burn =
                    burn.look(
                            next,
                            known,
                            provider == null ? null : provider.type(),
                            settings.burn(),
                            output::collect);
            next = nextLook(known, burn, news);
        }
        return burn;
    }

    private Long nextLook(DueBook known, WatchedBurn burn, TreeMap<Long, byte[]> news) {
        Long next = burn.nextLook(known, settings.burn());
        if (news.isEmpty()) {
            return next;
        }
        // After a restart an hour may be asked for that has been looked at before.
        long first = Math.max(news.firstKey(), burn.hour());
        return next == null ? (Long) first : (Long) Math.min(next, first);
    }

    private void addAll(DueBook known, TreeMap<Long, byte[]> news, long lastHour) throws Exception {
        while (!news.isEmpty() && news.firstKey() <= lastHour) {
            Map.Entry<Long, byte[]> first = news.pollFirstEntry();
            known.add(decoded(first.getValue()));
            waiting.remove(first.getKey());
        }
    }

    private long nextAlarm(
            DueBook known, WatchedBurn burn, TreeMap<Long, byte[]> news, long lastHour) {
        Long next = nextLook(known, burn, news);
        Long shown = settings.live() ? known.nextChange(lastHour) : null;
        if (next == null && shown == null) {
            return AT_THE_END;
        }
        boolean shownFirst = next == null || (shown != null && shown < next);
        return (shownFirst ? shown : next) * DueBook.HOUR;
    }

    private static byte[] encoded(DueBook book) throws IOException {
        DataOutputSerializer output = new DataOutputSerializer(64);
        book.write(output);
        return output.getCopyOfBuffer();
    }

    private static DueBook decoded(byte[] bytes) throws IOException {
        return bytes == null ? new DueBook() : DueBook.read(new DataInputDeserializer(bytes));
    }
}
