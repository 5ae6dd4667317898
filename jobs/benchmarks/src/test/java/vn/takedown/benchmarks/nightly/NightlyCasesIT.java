package vn.takedown.benchmarks.nightly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.takedown.benchmarks.workload.Workload;
import vn.takedown.benchmarks.workload.WorkloadRecord;
import vn.takedown.benchmarks.workload.WorkloadStream;
import vn.takedown.compliance.event.InputTopic;
import vn.takedown.model.cases.Verdict;
import vn.takedown.stack.StackFailure;
import vn.takedown.stack.server.PostgresqlProgram;
import vn.takedown.stack.server.RunFolder;

/** The SQL of the nightly alternative and the case machine say the same of every case. */
class NightlyCasesIT {

    private static final String FIGURES =
            """
            SELECT case_id, state, verdict, t0, due_at, acknowledged_at, claimed_at, last_up_at,
                first_down_at, confirmed_down_at, reappeared_at, tta_ms, ttr_low_ms, ttr_high_ms,
                false_claim_at, removals, reinstatements, observations, recidivism, prior_cases
            FROM cases;""";

    @TempDir private static Path folder;
    private static RunFolder run;
    private static NightlyDatabase database;

    @BeforeAll
    static void start() {
        assumeTrue(PostgresqlProgram.missing().isEmpty(), "PostgreSQL is not installed");
        run = new RunFolder(folder.resolve("run"));
        database = NightlyDatabase.start(run);
    }

    @AfterAll
    static void stop() {
        if (database != null) {
            database.close();
            run.delete(false);
        }
    }

    @Test
    void figuresAgreeWithTheCaseMachineWhileDeadlinesAreOpen() {
        requireAgreement(Workload.of(20_000, 1_999));
    }

    @Test
    void figuresAgreeWithTheCaseMachineOfALongWatch() {
        // Looks from four places in turn: with an odd number of targets each is seen from all.
        Map<String, String> cases = requireAgreement(Workload.of(60_000, 401));

        // Longer than the clock of a day, so that more than open cases is compared.
        Stream.of(Verdict.ON_TIME, Verdict.BREACH, Verdict.INDETERMINATE)
                .forEach(
                        verdict ->
                                assertThat(cases.values())
                                        .as(verdict.name())
                                        .anyMatch(row -> row.contains("\t" + verdict + "\t")));
    }

    @Test
    void figuresAgreeWithTheCaseMachineWhereNothingIsEverRemoved() {
        requireAgreement(Workload.of(20_000, 150).with(Workload.Mix.ALL_UP));
    }

    @Test
    void figuresAgreeWithTheCaseMachineWhereEverythingIsRemovedAtOnce() {
        requireAgreement(Workload.of(20_000, 151).with(Workload.Mix.ALL_DOWN));
    }

    @Test
    void aRowThatDoesNotFitFailsWithWhatPsqlSays() {
        database.createTables();

        assertThatThrownBy(
                        () -> {
                            try (PsqlSession session = database.session()) {
                                session.beginCopy("acknowledgement");
                                session.row("no number");
                                session.endCopy();
                                session.finish();
                            }
                        })
                .isInstanceOf(StackFailure.class)
                .hasMessageContaining("no number");
    }

    private static Map<String, String> requireAgreement(Workload workload) {
        long cutOff = load(workload);
        database.compute(cutOff);
        Map<String, String> cases = new TreeMap<>();
        database.query(FIGURES)
                .lines()
                .forEach(row -> cases.put(row.substring(0, row.indexOf('\t')), row));

        assertThat(cases).hasSize(workload.keys());
        assertThat(cases).isEqualTo(MachineFigures.of(workload, cutOff));
        return cases;
    }

    private static long load(Workload workload) {
        database.createTables();
        EventRows rows = new EventRows();
        for (InputTopic topic : List.of(InputTopic.values())) {
            try (PsqlSession session = database.session()) {
                session.beginCopy(EventRows.table(topic));
                WorkloadStream.write(workload, record -> write(record, topic, rows, session));
                session.endCopy();
                session.finish();
            }
        }
        return rows.latest();
    }

    private static void write(
            WorkloadRecord record, InputTopic topic, EventRows rows, PsqlSession session) {
        if (record.topic().topic().equals(topic.topicName())) {
            CharSequence row = rows.of(topic, record.value());
            assertThat(row).as(new String(record.value(), StandardCharsets.UTF_8)).isNotNull();
            session.row(row);
        }
    }
}
