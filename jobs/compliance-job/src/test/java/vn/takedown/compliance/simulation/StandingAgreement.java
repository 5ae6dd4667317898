package vn.takedown.compliance.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import vn.takedown.compliance.sink.elasticsearch.BulkEntry;
import vn.takedown.compliance.sink.elasticsearch.DocumentAlias;
import vn.takedown.model.alerting.BurnTerms;
import vn.takedown.model.oracle.BurnExpectation;
import vn.takedown.model.oracle.ExpectedAlert;
import vn.takedown.model.oracle.StandingExpectation;
import vn.takedown.model.oracle.World;

/** How providers stand, in the pipeline and in the oracle. */
final class StandingAgreement {

    private StandingAgreement() {}

    /** The levels apart: they are those of alerts. */
    static void checkStates(World world, PipelineSimulation.Outcome outcome) {
        Map<String, Map<String, Object>> states =
                DocumentFields.of(outcome.documents().of(DocumentAlias.PROVIDER_STATES));
        states.values()
                .forEach(
                        state -> {
                            state.remove("strike_level");
                            state.remove("burn_level");
                        });
        BurnTerms terms = outcome.standing().burn();
        Agreement.checkDocuments(
                states,
                StandingExpectation.of(
                        world,
                        target(terms),
                        terms.minimumDue(),
                        outcome.standing().leagueMinimum()));
    }

    /** Of a run in which nothing came late: what comes late counts from when it is known. */
    static void checkBurnAlerts(World world, PipelineSimulation.Outcome outcome) {
        BurnTerms terms = outcome.standing().burn();
        Map<String, ExpectedAlert> expected =
                BurnExpectation.of(world, target(terms), terms.minimumDue());
        assertThat(alerts(outcome)).as("burn-rate alerts").isEqualTo(expected);
        Map<String, Long> levels = new HashMap<>();
        expected.values().stream()
                .filter(ExpectedAlert::firing)
                .forEach(
                        alert ->
                                levels.merge(
                                        alert.key().split("\\|")[1],
                                        Long.valueOf(alert.level()),
                                        Math::max));
        DocumentFields.of(outcome.documents().of(DocumentAlias.PROVIDER_STATES))
                .forEach(
                        (id, state) ->
                                assertThat(state.get("burn_level"))
                                        .as("burn level of %s", id)
                                        .isEqualTo(levels.get(id)));
    }

    private static BigDecimal target(BurnTerms terms) {
        return BigDecimal.valueOf(terms.targetPerMillion(), 6);
    }

    private static Map<String, ExpectedAlert> alerts(PipelineSimulation.Outcome outcome) {
        Map<String, BulkEntry> burning =
                new TreeMap<>(outcome.documents().of(DocumentAlias.ALERTS));
        burning.keySet().removeIf(key -> !key.contains("|burn-"));
        Map<String, ExpectedAlert> alerts = new TreeMap<>();
        DocumentFields.of(burning)
                .forEach(
                        (key, fields) ->
                                alerts.put(
                                        key,
                                        new ExpectedAlert(
                                                key,
                                                fields.get("status").equals("FIRING"),
                                                (long) fields.get("starts_at"),
                                                (Long) fields.get("ends_at"),
                                                (String) fields.get("severity"),
                                                (String) fields.get("level"))));
        return alerts;
    }
}
