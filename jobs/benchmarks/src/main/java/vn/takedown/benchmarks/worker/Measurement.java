package vn.takedown.benchmarks.worker;

import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import vn.takedown.benchmarks.run.RunResult;

/** Something that can be run over the records, more than once. */
public interface Measurement extends AutoCloseable {

    /**
     * Starts from nothing and reads everything up to the given offsets.
     *
     * @param name of the folder for what it keeps
     */
    RunResult run(String name, Map<TopicPartition, Long> ends) throws Exception;

    @Override
    void close();
}
