package vn.takedown.compliance.simulation;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.api.connector.source.SourceSplit;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import vn.takedown.compliance.source.InputRecord;

/** The records of a world as a bounded source with one split per partition, without checkpoints. */
final class PartitionSource implements Source<InputRecord, PartitionSource.Split, String> {

    private static final long serialVersionUID = 1L;

    /** The source itself travels as bytes; its records stay in this process. */
    private static final Map<String, TopicContents> CONTENTS = new ConcurrentHashMap<>();

    /** One partition by its number in {@link TopicContents#partitions}. */
    record Split(int number) implements SourceSplit {
        @Override
        public String splitId() {
            return String.valueOf(number);
        }
    }

    private final String name = UUID.randomUUID().toString();

    PartitionSource(TopicContents contents) {
        CONTENTS.put(name, contents);
    }

    @Override
    public Boundedness getBoundedness() {
        return Boundedness.BOUNDED;
    }

    @Override
    public SourceReader<InputRecord, Split> createReader(SourceReaderContext context) {
        return new PartitionReader(CONTENTS.get(name));
    }

    @Override
    public SplitEnumerator<Split, String> createEnumerator(SplitEnumeratorContext<Split> context) {
        return new Enumerator(context, CONTENTS.get(name).partitions().size());
    }

    @Override
    public SplitEnumerator<Split, String> restoreEnumerator(
            SplitEnumeratorContext<Split> context, String state) {
        return createEnumerator(context);
    }

    @Override
    public SimpleVersionedSerializer<Split> getSplitSerializer() {
        return new SimpleVersionedSerializer<>() {
            @Override
            public int getVersion() {
                return 1;
            }

            @Override
            public byte[] serialize(Split split) {
                return split.splitId().getBytes(StandardCharsets.UTF_8);
            }

            @Override
            public Split deserialize(int version, byte[] bytes) {
                return new Split(Integer.parseInt(new String(bytes, StandardCharsets.UTF_8)));
            }
        };
    }

    @Override
    public SimpleVersionedSerializer<String> getEnumeratorCheckpointSerializer() {
        return new SimpleVersionedSerializer<>() {
            @Override
            public int getVersion() {
                return 1;
            }

            @Override
            public byte[] serialize(String state) {
                return new byte[0];
            }

            @Override
            public String deserialize(int version, byte[] bytes) {
                return "";
            }
        };
    }

    /** Deals the partitions out like cards. */
    private record Enumerator(SplitEnumeratorContext<Split> context, int partitions)
            implements SplitEnumerator<Split, String> {

        @Override
        public void start() {}

        @Override
        public void addReader(int subtask) {
            for (int number = subtask;
                    number < partitions;
                    number += context.currentParallelism()) {
                context.assignSplit(new Split(number), subtask);
            }
            context.signalNoMoreSplits(subtask);
        }

        @Override
        public void handleSplitRequest(int subtask, String host) {}

        @Override
        public void addSplitsBack(List<Split> splits, int subtask) {
            splits.forEach(split -> context.assignSplit(split, subtask));
        }

        @Override
        public String snapshotState(long checkpointId) {
            return "";
        }

        @Override
        public void close() {}
    }
}
