package vn.takedown.benchmarks.run;

/** What is measured of the Elasticsearch sink, over the same documents. */
public enum SinkVariant {
    /** One subtask of the sink, into a server that only says yes. */
    SINK_STUB("sink_stub"),
    /** One subtask of the sink, into Elasticsearch. */
    SINK_ELASTICSEARCH("sink_elasticsearch"),
    /** The same bulk requests into Elasticsearch, without Flink and without care for failures. */
    BARE_LOADER("bare_loader");

    private final String title;

    SinkVariant(String title) {
        this.title = title;
    }

    /** How the report names it. */
    public String title() {
        return title;
    }
}
