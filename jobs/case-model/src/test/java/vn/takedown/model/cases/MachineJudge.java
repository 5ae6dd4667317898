package vn.takedown.model.cases;

import java.util.List;
import java.util.TreeMap;
import vn.takedown.model.oracle.OracleCase;
import vn.takedown.model.oracle.OraclePeriod;
import vn.takedown.model.oracle.OracleResult;
import vn.takedown.model.oracle.World;

/** What the production machine makes of a world, in the form in which the oracle gives it. */
public final class MachineJudge {

    /** Any seed will do: in how many steps time passes makes no difference. */
    private static final long SEED = 830;

    private MachineJudge() {}

    /**
     * @param lateShare per cent of the events that come after time has passed them
     */
    public static OracleResult evaluate(World world, int lateShare) {
        MachineReplay replay = MachineReplay.withLateEvents(world, SEED, lateShare);
        List<OracleCase> cases = replay.cases().values().stream().map(OracleCase::new).toList();
        List<OraclePeriod> periods =
                new TreeMap<>(replay.periods())
                        .entrySet().stream()
                                .map(
                                        period ->
                                                new OraclePeriod(
                                                        MachineDocuments.of(
                                                                period.getKey(),
                                                                period.getValue())))
                                .toList();
        return new OracleResult(world.events().isEmpty() ? null : replay.cutOff(), cases, periods);
    }
}
