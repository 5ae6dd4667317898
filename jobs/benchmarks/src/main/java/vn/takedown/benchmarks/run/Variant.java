package vn.takedown.benchmarks.run;

/** What is measured over the same records. */
public enum Variant {
    /** Bytes from Kafka, discarded: the ceiling. */
    RAW("raw", true),
    /** Bytes to events, discarded. */
    PARSE("parse", true),
    /** Bytes to events, sent on by target, discarded there. */
    SHUFFLE("shuffle", true),
    /** The whole job; its documents are written and counted. */
    JOB_COUNTING("job_counting", true),
    /** The whole job as it is deployed, into Elasticsearch. */
    JOB_ELASTICSEARCH("job_elasticsearch", true),
    /** The same task as a Kafka Streams application. */
    KAFKA_STREAMS("kafka_streams", false),
    /** All records copied into PostgreSQL, and the cases worked out in SQL. */
    POSTGRESQL("postgresql", false);

    private final String title;
    private final boolean flink;

    Variant(String title, boolean flink) {
        this.title = title;
        this.flink = flink;
    }

    /** How the report names it. */
    public String title() {
        return title;
    }

    /** Whether it runs on Flink. */
    public boolean isFlink() {
        return flink;
    }
}
