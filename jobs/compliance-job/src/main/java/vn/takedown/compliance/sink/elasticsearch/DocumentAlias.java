package vn.takedown.compliance.sink.elasticsearch;

/**
 * The aliases that documents are written and read through: those of contract section 4, and one of
 * our own for what dashboards need beside.
 */
public enum DocumentAlias {
    /** One document per case. */
    CASES("takedown-cases"),
    /** One document per alert. */
    ALERTS("takedown-alerts"),
    /** One document per provider and cohort period. */
    PROVIDER_PERIODS("takedown-provider-periods"),
    /** One document per change of a case. */
    TRANSITIONS("takedown-transitions"),
    /** One document per provider and hour. */
    COVERAGE("takedown-coverage"),
    /** One document per provider: how it stands now. Not in the contract. */
    PROVIDER_STATES("takedown-provider-states"),
    /** One document per version of a policy. Not in the contract. */
    POLICIES("takedown-policies"),
    /** One document per rejected record. */
    DEAD_LETTERS("takedown-dead-letters");

    private final String alias;

    DocumentAlias(String alias) {
        this.alias = alias;
    }

    /** The name in Elasticsearch. */
    public String alias() {
        return alias;
    }

    /** The index that is created behind the alias when there is none yet. */
    String firstIndex() {
        return alias + "-000001";
    }
}
