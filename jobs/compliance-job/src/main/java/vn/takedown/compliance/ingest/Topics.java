package vn.takedown.compliance.ingest;

/** The Kafka topics of the contract's section 1. */
public final class Topics {

    /** The life of request items, keyed by {@code provider_id|target_key}. */
    public static final String REQUESTS = "takedown.requests.v1";

    /** What providers answer, keyed by {@code provider_id|target_key}. */
    public static final String ACKNOWLEDGEMENTS = "takedown.acknowledgements.v1";

    /** What crawlers and ISP probes see, keyed by {@code provider_id|target_key}. */
    public static final String OBSERVATIONS = "takedown.observations.v1";

    /** The provider registry, compacted, keyed by {@code provider_id}. */
    public static final String PROVIDERS = "takedown.providers.v1";

    /** Legal clocks, compacted, keyed by {@code policy_id|version}. */
    public static final String POLICIES = "takedown.policies.v1";

    /** Every alert transition, keyed by {@code alert_key}. Written by the job. */
    public static final String ALERTS = "takedown.alerts.v1";

    /** Every change of a case, keyed by {@code case_id}. Written by the job. */
    public static final String CASE_TRANSITIONS = "takedown.case-transitions.v1";

    /** Every rejected record with its original bytes, without key. Written by the job. */
    public static final String DEAD_LETTERS = "takedown.dead-letters.v1";

    private Topics() {}
}
