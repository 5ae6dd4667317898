package vn.takedown.model.contract;

import static org.assertj.core.api.Assertions.assertThat;

import vn.takedown.model.cases.MachineJudge;
import vn.takedown.model.oracle.BatchOracle;
import vn.takedown.model.oracle.OracleResult;
import vn.takedown.model.oracle.World;

/** The oracle and the production machine. A story is true only when both tell it. */
final class Judges {

    private Judges() {}

    /** The documents of a world; fails when the two come to different ones. */
    static OracleResult agreeOn(World world) {
        OracleResult oracle = BatchOracle.evaluate(world);
        OracleResult machine = MachineJudge.evaluate(world);
        assertThat(machine).as("machine, compared with the oracle").isEqualTo(oracle);
        return machine;
    }
}
