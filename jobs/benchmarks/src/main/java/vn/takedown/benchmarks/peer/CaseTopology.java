package vn.takedown.benchmarks.peer;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import vn.takedown.compliance.event.InputTopic;

/**
 * Three event topics into one processor with two stores. The topics have the target as their key
 * and equally many partitions, so nothing has to be sent through Kafka again.
 */
final class CaseTopology {

    static final String TARGETS = "targets";
    static final String DUE = "due";
    static final String PROVIDERS = "providers";
    static final String POLICIES = "policies";

    private CaseTopology() {}

    static Topology build(Duration bound, Duration refreshInterval) {
        StreamsBuilder builder = new StreamsBuilder();
        table(builder, InputTopic.PROVIDERS, PROVIDERS);
        table(builder, InputTopic.POLICIES, POLICIES);
        builder.addStateStore(
                Stores.keyValueStoreBuilder(
                                Stores.persistentKeyValueStore(TARGETS),
                                Serdes.String(),
                                FollowedTargetSerde.create())
                        .withCachingEnabled());
        builder.addStateStore(
                Stores.keyValueStoreBuilder(
                                Stores.persistentKeyValueStore(DUE),
                                Serdes.Bytes(),
                                Serdes.ByteArray())
                        .withCachingEnabled());
        List<String> topics =
                Arrays.stream(InputTopic.values())
                        .filter(topic -> !topic.isReference())
                        .map(InputTopic::topicName)
                        .toList();
        builder.stream(
                        topics,
                        Consumed.with(
                                        Serdes.String(),
                                        Serdes.serdeFrom(
                                                (topic, event) -> {
                                                    throw new UnsupportedOperationException();
                                                },
                                                new EventDeserializer()))
                                .withTimestampExtractor(new OccurredAt()))
                .process(() -> new FollowTargets(bound, refreshInterval), TARGETS, DUE);
        return builder.build();
    }

    private static void table(StreamsBuilder builder, InputTopic topic, String name) {
        builder.globalTable(
                topic.topicName(),
                Consumed.with(Serdes.String(), Serdes.ByteArray()),
                Materialized.<String, byte[], KeyValueStore<Bytes, byte[]>>as(name));
    }
}
