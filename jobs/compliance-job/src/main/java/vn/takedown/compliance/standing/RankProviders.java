package vn.takedown.compliance.standing;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.util.Collector;
import vn.takedown.compliance.config.StandingSettings;
import vn.takedown.compliance.document.ProviderStateDocument;
import vn.takedown.compliance.source.ReferenceUpdate;
import vn.takedown.compliance.tracking.CutOff;
import vn.takedown.compliance.tracking.ReferenceState;
import vn.takedown.model.reference.Provider;
import vn.takedown.model.reference.ReferenceBook;
import vn.takedown.model.standing.DueBook;
import vn.takedown.model.standing.League;
import vn.takedown.model.standing.ProviderStanding;

/**
 * Puts all providers beside each other and shows how each stands, and all together: at the refresh
 * interval, and when a strike changes. Everything has one key, as a league needs; what comes here
 * is one small record per provider and hour at most.
 */
public final class RankProviders
        extends KeyedBroadcastProcessFunction<
                String, StandingNews, ReferenceUpdate, ProviderStateDocument> {

    public static final String UID = "rank-providers";

    private static final long serialVersionUID = 1L;
    private static final long END_OF_INPUT = Watermark.MAX_WATERMARK.getTimestamp();

    private final long refreshInterval;
    private final StandingSettings settings;

    private transient MapState<String, ProviderStanding> standings;

    /** {@code provider_id|policy or window} → level, of those that stand. */
    private transient MapState<String, Integer> strikes;

    /** The one timer that is set. */
    private transient ValueState<Long> showAt;

    private transient ReferenceState reference;

    /**
     * @param refreshInterval of event time; at least an hour passes, for figures change on full
     *     hours
     */
    public RankProviders(Duration refreshInterval, StandingSettings settings) {
        long hours = DueBook.hourReaching(Math.max(1, refreshInterval.toMillis()));
        this.refreshInterval = hours * DueBook.HOUR;
        this.settings = settings;
    }

    /** All have the same. */
    public static String key(StandingNews news) {
        return ProviderStanding.ALL;
    }

    @Override
    public void open(OpenContext context) {
        standings =
                getRuntimeContext()
                        .getMapState(
                                new MapStateDescriptor<>(
                                        "standings",
                                        Types.STRING,
                                        TypeInformation.of(ProviderStanding.class)));
        strikes =
                getRuntimeContext()
                        .getMapState(new MapStateDescriptor<>("strikes", Types.STRING, Types.INT));
        showAt = getRuntimeContext().getState(new ValueStateDescriptor<>("show-at", Types.LONG));
    }

    @Override
    public void processBroadcastElement(
            ReferenceUpdate update, Context context, Collector<ProviderStateDocument> output)
            throws Exception {
        if (update.kind() == ReferenceUpdate.Kind.HEARTBEAT) {
            CutOff.raise(context.getBroadcastState(CutOff.STATE), update.at());
            return;
        }
        if (reference == null) {
            reference = new ReferenceState(context.getBroadcastState(ReferenceState.ENTRIES));
        }
        reference.update(update, context.getBroadcastState(ReferenceState.ENTRIES));
    }

    @Override
    public void processElement(
            StandingNews news, ReadOnlyContext context, Collector<ProviderStateDocument> output)
            throws Exception {
        if (news.standing() != null) {
            standings.put(news.providerId(), news.standing());
            showBy(settings.live() ? next(news.at() - 1) : END_OF_INPUT, context.timerService());
            return;
        }
        String strike = news.providerId() + '|' + news.strike();
        if (news.level() == null) {
            strikes.remove(strike);
        } else {
            strikes.put(strike, news.level());
        }
        showBy(settings.live() ? news.at() : END_OF_INPUT, context.timerService());
    }

    /** The next refresh after an instant. */
    private long next(long instant) {
        return (Math.floorDiv(instant, refreshInterval) + 1) * refreshInterval;
    }

    private void showBy(long instant, TimerService timers) throws Exception {
        Long set = showAt.value();
        if (set != null && set <= instant) {
            return;
        }
        if (set != null) {
            timers.deleteEventTimeTimer(set);
        }
        timers.registerEventTimeTimer(instant);
        showAt.update(instant);
    }

    @Override
    public void onTimer(
            long timestamp, OnTimerContext context, Collector<ProviderStateDocument> output)
            throws Exception {
        showAt.clear();
        boolean ended = context.currentWatermark() == END_OF_INPUT;
        Map<String, ProviderStanding> sorted = new TreeMap<>();
        long asOf =
                ended
                        ? CutOff.of(context.getBroadcastState(CutOff.STATE))
                        : DueBook.hourOf(context.currentWatermark()) * DueBook.HOUR;
        for (Map.Entry<String, ProviderStanding> entry : standings.entries()) {
            sorted.put(entry.getKey(), entry.getValue());
            asOf = Math.max(asOf, entry.getValue().asOf());
        }
        show(sorted, asOf, ended, context, output);
        if (!ended) {
            showBy(
                    settings.live() ? next(context.currentWatermark()) : END_OF_INPUT,
                    context.timerService());
        }
    }

    private void show(
            Map<String, ProviderStanding> sorted,
            long asOf,
            boolean ended,
            ReadOnlyContext context,
            Collector<ProviderStateDocument> output)
            throws Exception {
        League league = League.of(sorted.values(), settings.leagueMinimum());
        StrikeLevels levels = StrikeLevels.of(strikes.entries());
        ReferenceBook book = book(context);
        ProviderStanding all = ProviderStanding.none(asOf);
        for (ProviderStanding standing : sorted.values()) {
            all = all.plus(standing);
            String providerId = standing.providerId();
            Provider provider = book.provider(providerId);
            output.collect(
                    new ProviderStateDocument(
                            standing,
                            provider == null ? null : provider.name(),
                            provider == null ? null : provider.type(),
                            provider == null ? null : provider.jurisdiction(),
                            league.position(providerId),
                            league.size(),
                            levels.ofPolicies(providerId),
                            levels.ofBurn(providerId),
                            settings.burn(),
                            asOf,
                            ended));
        }
        output.collect(
                new ProviderStateDocument(
                        all,
                        null,
                        null,
                        null,
                        null,
                        league.size(),
                        null,
                        null,
                        settings.burn(),
                        asOf,
                        ended));
    }

    private ReferenceBook book(ReadOnlyContext context) throws Exception {
        if (reference == null) {
            reference = new ReferenceState(context.getBroadcastState(ReferenceState.ENTRIES));
        }
        return reference.book();
    }
}
