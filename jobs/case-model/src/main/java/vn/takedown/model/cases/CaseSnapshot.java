package vn.takedown.model.cases;

import static vn.takedown.model.cases.Instants.known;
import static vn.takedown.model.cases.Instants.orNull;

/**
 * A copy of what a case knows at one moment, so that two moments can be compared.
 *
 * @param run the open down run, null when there is none
 * @param undeliverableAt milliseconds since the epoch, null when it is not undeliverable
 * @param breachedAt first up after the deadline before any removal: what proves a breach; null when
 *     there is none
 * @param paused whether {@code PAUSED} holds
 * @param held whether {@code HELD} holds
 * @param sourceGone whether the latest of up, down and moot is moot
 */
public record CaseSnapshot(
        CaseFigures figures,
        OpenRun run,
        Long undeliverableAt,
        Long breachedAt,
        boolean paused,
        boolean held,
        boolean sourceGone) {

    /**
     * The down run that is open.
     *
     * @param startedAt milliseconds since the epoch
     * @param downs its down observations, no longer counted once it is confirmed
     * @param vantages distinct vantage points, counted up to the number the policy asks for; 0 once
     *     it is confirmed
     * @param removal whether it was confirmed at or after {@code t0}
     */
    public record OpenRun(
            long startedAt, int downs, int vantages, boolean confirmed, boolean removal) {}

    /**
     * @param now {@code T} of the figures, milliseconds since the epoch
     */
    public static CaseSnapshot of(CaseState facts, long now) {
        return new CaseSnapshot(
                CaseFigures.of(facts, now),
                run(facts.run),
                orNull(facts.undeliverableAt),
                orNull(facts.breachedAt),
                known(facts.pauses.pausedSince),
                known(facts.pauses.heldSince),
                facts.moot);
    }

    private static OpenRun run(DownRun run) {
        return run == null
                ? null
                : new OpenRun(
                        run.startedAt, run.downs, run.vantages.length, run.confirmed, run.removal);
    }
}
