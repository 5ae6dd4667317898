package vn.takedown.stack.simulator;

/** Records written per topic, duplicates included. */
public record RecordCounts(
        long providers, long policies, long requests, long acknowledgements, long observations) {

    /** Over all topics. */
    public long total() {
        return providers + policies + requests + acknowledgements + observations;
    }
}
