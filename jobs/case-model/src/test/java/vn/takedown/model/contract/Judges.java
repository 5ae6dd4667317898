package vn.takedown.model.contract;

import static org.assertj.core.api.Assertions.assertThat;

import vn.takedown.model.cases.MachineJudge;
import vn.takedown.model.oracle.BatchOracle;
import vn.takedown.model.oracle.OracleResult;
import vn.takedown.model.oracle.World;

/**
 * The oracle and the production machine, once with all events in time and once with late ones. A
 * story is true only when all of them tell it.
 */
final class Judges {

    /** Per cent: enough that most stories have a late event, and an event in time. */
    private static final int LATE = 40;

    private Judges() {}

    /** The documents of a world; fails when they come to different ones. */
    static OracleResult agreeOn(World world) {
        OracleResult oracle = BatchOracle.evaluate(world);
        OracleResult machine = MachineJudge.evaluate(world, 0);
        assertThat(machine).as("machine, compared with the oracle").isEqualTo(oracle);
        assertThat(MachineJudge.evaluate(world, LATE))
                .as("machine with late events, compared with the oracle")
                .isEqualTo(oracle);
        return machine;
    }
}
