package vn.takedown.benchmarks.micro;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vn.takedown.compliance.ingest.ParseResult;
import vn.takedown.model.cases.TargetState;

/** That each of them does what it says; how fast is not asked here. */
class MicroBenchmarkTest {

    @Test
    void theParserIsGivenRecordsThatItAccepts() {
        ParserBenchmark benchmark = new ParserBenchmark();
        benchmark.prepare();

        assertThat(benchmark.parseObservation()).isInstanceOf(ParseResult.Parsed.class);
    }

    @Test
    void anEnvelopeKeepsItsKeyOnItsWay() throws Exception {
        EnvelopeBenchmark benchmark = new EnvelopeBenchmark();
        benchmark.prepare();

        assertThat(benchmark.shuffleObservation()).isZero();
    }

    @Test
    void theMachineIsGivenEventsThatChangeCases() {
        CaseMachineBenchmark benchmark = new CaseMachineBenchmark();
        benchmark.prepare();

        assertThat(benchmark.advance()).isPositive();
    }

    @Test
    void theStateHoldsACase() throws Exception {
        StateBenchmark benchmark = new StateBenchmark();
        benchmark.prepare();

        assertThat(benchmark.writeState()).isPositive();
        assertThat(((TargetState) benchmark.readState()).cases()).hasSize(1);
    }

    @Test
    void theBulkBodyHoldsAllDocuments() {
        BulkBenchmark benchmark = new BulkBenchmark();
        benchmark.prepare();

        assertThat(benchmark.bulkBody()).asString().hasLineCount(2_000);
    }

    @Test
    void theCohortReachesItsMedian() {
        CohortBenchmark benchmark = new CohortBenchmark();
        benchmark.prepare();

        assertThat(benchmark.countedValues()).isNotNull();
        assertThat(benchmark.kaplanMeierMedian()).isNotNull();
    }
}
