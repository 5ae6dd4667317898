package vn.takedown.report.source;

/** The index aliases of contract section 4 that a report reads. */
public enum DocumentKind {
    CASES("takedown-cases"),
    PROVIDER_PERIODS("takedown-provider-periods"),
    TRANSITIONS("takedown-transitions"),
    DEAD_LETTERS("takedown-dead-letters"),
    ALERTS("takedown-alerts"),
    COVERAGE("takedown-coverage");

    private final String alias;

    DocumentKind(String alias) {
        this.alias = alias;
    }

    public String alias() {
        return alias;
    }
}
