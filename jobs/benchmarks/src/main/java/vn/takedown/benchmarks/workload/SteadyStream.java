package vn.takedown.benchmarks.workload;

import java.time.Duration;
import java.util.function.Consumer;

/**
 * Records that happen now: looks at known targets in turn, and now and then a new request whose
 * deadline is seconds away.
 */
public final class SteadyStream {

    /** From a new request to its deadline. */
    public static final Duration SHORT_CLOCK = Duration.ofSeconds(5);

    private static final String SHORT_CATEGORY = "GROOMING";

    private final int targets;
    private final Consumer<WorkloadRecord> output;
    private final Visibility visibility;
    private long observations;
    private int requests;

    /**
     * @param targets that are looked at
     */
    public SteadyStream(int targets, Consumer<WorkloadRecord> output) {
        this.targets = targets;
        this.output = output;
        this.visibility = new Visibility(targets, Workload.Mix.USUAL);
    }

    /** The reference data, and a request for each target. */
    public void begin(long now) {
        WorkloadStream.writeReference(now, output);
        output.accept(
                WorkloadText.policy(
                        "short",
                        "{\"categories\":[\"" + SHORT_CATEGORY + "\"]}",
                        SHORT_CLOCK.toString(),
                        2,
                        now));
        for (int number = 0; number < targets; number++) {
            output.accept(
                    WorkloadText.request(Target.of(number), WorkloadStream.USUAL_CATEGORY, now));
        }
    }

    /** Looks at the next target. */
    public void look(long now) {
        int number = (int) (observations % targets);
        output.accept(
                WorkloadText.observation(
                        Target.of(number), observations, visibility.look(number), now));
        observations++;
    }

    /**
     * Asks for the removal of something new.
     *
     * @return the id of the case
     */
    public String request(long now) {
        Target target = Target.of(targets + requests++);
        output.accept(WorkloadText.request(target, SHORT_CATEGORY, now));
        return target.caseId();
    }
}
