package vn.takedown.compliance.alerting;

import java.time.Duration;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.BroadcastStream;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import vn.takedown.compliance.config.AlertSettings;
import vn.takedown.compliance.config.TimeSettings;
import vn.takedown.compliance.event.RecordSerializer;
import vn.takedown.compliance.recidivism.Judgement;
import vn.takedown.compliance.source.ReferenceBroadcast;
import vn.takedown.compliance.source.ReferenceUpdate;
import vn.takedown.model.alerting.Alert;
import vn.takedown.model.alerting.ProviderSignal;
import vn.takedown.model.cases.CaseSituation;
import vn.takedown.model.standing.StandingChange;

/** The wiring of the alerts. */
public final class RaiseAlerts {

    private static final TypeInformation<CaseNews> NEWS = RecordSerializer.type(CaseNews.class);
    private static final TypeInformation<Alert> ALERT = TypeInformation.of(Alert.class);

    private static final TypeInformation<ProviderSignal> SIGNAL =
            RecordSerializer.type(ProviderSignal.class);

    private RaiseAlerts() {}

    /**
     * @param reference providers, policies and heartbeats
     */
    public static DataStream<Alert> from(
            DataStream<CaseSituation> situations,
            DataStream<Judgement> judgements,
            DataStream<ProviderSignal> signals,
            DataStream<ReferenceUpdate> reference,
            TimeSettings times,
            AlertSettings settings) {
        DataStream<CaseNews> news =
                named(situations.map(CaseNews::of).returns(NEWS), "case-news")
                        .union(named(judgements.map(CaseNews::of).returns(NEWS), "judgement-news"));
        DataStream<Alert> ofCases =
                named(
                        ReferenceBroadcast.beside(
                                news.keyBy(CaseNews::caseId, Types.STRING),
                                reference,
                                new WatchCases(times.reinstatementWatchMillis()),
                                ALERT),
                        WatchCases.UID);
        DataStream<ProviderSignal> addressed =
                named(signals.flatMap(new AddressSignals()).returns(SIGNAL), "address-signals");
        return ofCases.union(
                named(
                        ReferenceBroadcast.beside(
                                addressed.keyBy(ProviderSignal::providerId, Types.STRING),
                                reference,
                                new WatchProviders(blindAfter(times, settings)),
                                ALERT),
                        WatchProviders.UID));
    }

    /** What was observed may not be known before the refresh interval is over. */
    private static Duration blindAfter(TimeSettings times, AlertSettings settings) {
        return settings.blindAfter().plus(times.refreshInterval());
    }

    /**
     * The alerts about burn rates, and beside them {@link WatchBurn#STANDINGS}.
     *
     * @param reference providers, policies and heartbeats
     */
    public static SingleOutputStreamOperator<Alert> ofBurnRates(
            DataStream<StandingChange> changes,
            BroadcastStream<ReferenceUpdate> reference,
            AlertSettings settings) {
        return named(
                changes.keyBy(StandingChange::providerId, Types.STRING)
                        .connect(reference)
                        .process(new WatchBurn(settings.standing()))
                        .returns(ALERT),
                WatchBurn.UID);
    }

    private static <T> SingleOutputStreamOperator<T> named(
            SingleOutputStreamOperator<T> operator, String uid) {
        return operator.uid(uid).name(uid);
    }
}
