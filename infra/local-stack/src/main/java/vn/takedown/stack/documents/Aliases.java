package vn.takedown.stack.documents;

import java.util.List;

/** Index aliases (contract section 4). */
public final class Aliases {

    public static final String CASES = "takedown-cases";
    public static final String ALERTS = "takedown-alerts";
    public static final String PERIODS = "takedown-provider-periods";
    public static final String TRANSITIONS = "takedown-transitions";
    public static final String DEAD_LETTERS = "takedown-dead-letters";

    /** For the dashboards only: a replay does not export them. */
    static final List<String> OF_DASHBOARDS =
            List.of("takedown-provider-states", "takedown-policies");

    public static final List<String> ALL =
            List.of(CASES, ALERTS, PERIODS, TRANSITIONS, "takedown-coverage", DEAD_LETTERS);

    private Aliases() {}
}
