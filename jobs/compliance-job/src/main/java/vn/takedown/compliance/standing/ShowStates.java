package vn.takedown.compliance.standing;

import java.time.Duration;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.BroadcastStream;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import vn.takedown.compliance.config.StandingSettings;
import vn.takedown.compliance.document.ProviderStateDocument;
import vn.takedown.compliance.source.ReferenceUpdate;
import vn.takedown.model.alerting.Alert;
import vn.takedown.model.alerting.AlertKind;
import vn.takedown.model.standing.ProviderStanding;

/** The wiring of the provider states. */
public final class ShowStates {

    private static final TypeInformation<StandingNews> NEWS =
            TypeInformation.of(StandingNews.class);

    private ShowStates() {}

    /**
     * @param alerts all of them
     * @param reference providers, policies and heartbeats
     */
    public static DataStream<ProviderStateDocument> from(
            DataStream<ProviderStanding> standings,
            DataStream<Alert> alerts,
            BroadcastStream<ReferenceUpdate> reference,
            Duration refreshInterval,
            StandingSettings settings) {
        DataStream<Alert> strikes =
                named(
                        alerts.filter(alert -> alert.kind() == AlertKind.PROVIDER_STRIKES),
                        "strikes");
        return named(
                named(standings.map(StandingNews::of).returns(NEWS), "standing-news")
                        .union(named(strikes.map(StandingNews::of).returns(NEWS), "strike-news"))
                        .keyBy(RankProviders::key, Types.STRING)
                        .connect(reference)
                        .process(new RankProviders(refreshInterval, settings))
                        .returns(TypeInformation.of(ProviderStateDocument.class))
                        .setParallelism(1),
                RankProviders.UID);
    }

    private static <T> SingleOutputStreamOperator<T> named(
            SingleOutputStreamOperator<T> operator, String uid) {
        return operator.uid(uid).name(uid);
    }
}
