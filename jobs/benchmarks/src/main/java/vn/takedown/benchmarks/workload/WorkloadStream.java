package vn.takedown.benchmarks.workload;

import java.util.function.Consumer;

/**
 * The records of a workload in the order of their arrival. In the first quarter of an hour all
 * requests are issued, evenly; after that each target is looked at every quarter of an hour.
 */
public final class WorkloadStream {

    private static final long CADENCE = Workload.CADENCE.toMillis();

    /** One observation in so many comes twice. */
    private static final int REPEATED_OF = 1_000;

    static final String USUAL_CATEGORY = "CSAM";

    private static final int RECEIVED_IN = 1;
    private static final int CLAIMED_IN = 3;

    private final Workload workload;
    private final Consumer<WorkloadRecord> output;
    private final Visibility visibility;
    private long left;
    private long observations;
    private long latest;

    private WorkloadStream(Workload workload, Consumer<WorkloadRecord> output) {
        this.workload = workload;
        this.output = output;
        this.visibility = new Visibility(workload.keys(), workload.mix());
        this.left = workload.events();
    }

    /**
     * Writes the reference data and all events.
     *
     * @return the greatest event time, milliseconds since the epoch
     */
    public static long write(Workload workload, Consumer<WorkloadRecord> output) {
        writeReference(workload.start().toEpochMilli(), output);
        WorkloadStream stream = new WorkloadStream(workload, output);
        stream.writeEvents();
        return stream.latest;
    }

    /** Later than all requests, earlier than all else; milliseconds since the epoch. */
    static long endOfRequests(Workload workload) {
        return workload.start().toEpochMilli() + CADENCE - Workload.DISORDER_MILLIS;
    }

    static void writeReference(long start, Consumer<WorkloadRecord> output) {
        for (int number = 0; number < FictionalProvider.COUNT; number++) {
            output.accept(FictionalProvider.of(number).record(start));
        }
        output.accept(WorkloadText.policy("standard", "{}", "PT24H", 0, start));
        output.accept(
                WorkloadText.policy("urgent", "{\"urgencies\":[\"URGENT\"]}", "PT1H", 1, start));
    }

    private void writeEvents() {
        for (int round = 0; left > 0; round++) {
            for (int number = 0; number < workload.keys() && left > 0; number++) {
                Target target = Target.of(number);
                if (round == 0) {
                    write(WorkloadText.request(target, USUAL_CATEGORY, at(round, number)));
                    continue;
                }
                look(target, round);
                if (round == RECEIVED_IN && target.isAcknowledged()) {
                    answer(target, "RECEIVED", round);
                }
                if (round == CLAIMED_IN && target.isClaimed()) {
                    answer(target, "CLAIMED_DONE", round);
                }
            }
        }
    }

    private void look(Target target, int round) {
        WorkloadRecord record =
                WorkloadText.observation(
                        target,
                        observations,
                        visibility.look(target.number()),
                        at(round, target.number()));
        write(record);
        if (observations % REPEATED_OF == REPEATED_OF - 1) {
            write(record);
        }
        observations++;
    }

    private void answer(Target target, String type, int round) {
        write(WorkloadText.acknowledgement(target, type, round, at(round, target.number())));
    }

    private long at(int round, int number) {
        long due =
                workload.start().toEpochMilli()
                        + round * CADENCE
                        + number * CADENCE / workload.keys();
        return due - Mixing.below(due * 31 + number, (int) Workload.DISORDER_MILLIS);
    }

    private void write(WorkloadRecord record) {
        if (left > 0) {
            left--;
            latest = Math.max(latest, record.occurredAt());
            output.accept(record);
        }
    }
}
