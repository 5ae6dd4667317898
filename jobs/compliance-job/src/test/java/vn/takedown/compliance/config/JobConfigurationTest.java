package vn.takedown.compliance.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.takedown.compliance.document.DocumentEntries;
import vn.takedown.compliance.sink.elasticsearch.Credentials;
import vn.takedown.model.alerting.BurnTerms;

/** Every key: its default, another value, and what is said about a wrong one. */
class JobConfigurationTest {

    private static final List<String> REQUIRED =
            List.of(
                    "--kafka.bootstrap-servers",
                    "kafka:9092",
                    "--elasticsearch.hosts",
                    "http://search:9200");

    @Test
    void whatIsNotGivenHasItsDefault() {
        JobConfiguration configuration = parse();
        assertThat(configuration.kafkaBootstrapServers()).isEqualTo("kafka:9092");
        assertThat(configuration.elasticsearch().hosts()).containsExactly("http://search:9200");
        assertThat(configuration.elasticsearch().credentials()).isEqualTo(Credentials.none());
        assertThat(configuration.elasticsearch().requestTimeout()).hasSeconds(60);
        assertThat(configuration.indexSettings().replicas()).isEqualTo(1);
        assertThat(configuration.indexSettings().refreshInterval()).isNull();
        assertThat(configuration.mode()).isEqualTo(RunMode.LIVE);
        assertThat(configuration.times().watermarkBound()).hasSeconds(30);
        assertThat(configuration.times().allowedLateness()).isEqualTo(Duration.ofHours(24));
        assertThat(configuration.times().refreshInterval()).isEqualTo(Duration.ofHours(1));
        assertThat(configuration.times().reinstatementWatch()).isEqualTo(Duration.ofDays(365));
        assertThat(configuration.watermarkIdleness()).isEqualTo(Duration.ofMinutes(1));
        assertThat(configuration.checkpointInterval()).hasSeconds(10);
        assertThat(configuration.checkpointDirectory()).isNull();
        assertThat(configuration.stateBackend()).isNull();
        assertThat(configuration.generation()).isEqualTo(1);
    }

    @Test
    void aBoundedRunFollowsClosedCasesForEver() {
        assertThat(parse("--mode", "bounded").times().reinstatementWatch()).isNull();
        assertThat(
                        parse("--mode", "bounded", "--reinstatement-watch", "P100D")
                                .times()
                                .reinstatementWatch())
                .isEqualTo(Duration.ofDays(100));
    }

    @Test
    void everySettingCanBeGiven() {
        JobConfiguration configuration =
                parse(
                        "--elasticsearch.request-timeout",
                        "PT5S",
                        "--elasticsearch.replicas",
                        "0",
                        "--elasticsearch.refresh-interval",
                        "-1",
                        "--mode",
                        "Bounded",
                        "--watermark.bound",
                        "PT0S",
                        "--allowed-lateness",
                        "PT1H",
                        "--reinstatement-watch",
                        "PT3H",
                        "--watermark.idleness",
                        "PT0S",
                        "--refresh-interval",
                        "PT0.001S",
                        "--checkpoint.interval",
                        "PT1M",
                        "--checkpoint.directory",
                        "file:///checkpoints",
                        "--state.backend",
                        "rocksdb",
                        "--alerts.target-share",
                        "0.905",
                        "--alerts.minimum-due",
                        "5",
                        "--league.minimum-due",
                        "20",
                        "--generation",
                        "0");
        assertThat(configuration.alerts().standing())
                .isEqualTo(new StandingSettings(new BurnTerms(905_000, 5), 20, false));
        assertThat(configuration.elasticsearch().requestTimeout()).hasSeconds(5);
        assertThat(configuration.indexSettings().replicas()).isZero();
        assertThat(configuration.indexSettings().refreshInterval()).isEqualTo("-1");
        assertThat(configuration.mode()).isEqualTo(RunMode.BOUNDED);
        assertThat(configuration.times().watermarkBound()).isZero();
        assertThat(configuration.times().allowedLateness()).isEqualTo(Duration.ofHours(1));
        assertThat(configuration.times().reinstatementWatch()).isEqualTo(Duration.ofHours(3));
        assertThat(configuration.watermarkIdleness()).isZero();
        assertThat(configuration.times().refreshInterval()).hasMillis(1);
        assertThat(configuration.checkpointInterval()).isEqualTo(Duration.ofMinutes(1));
        assertThat(configuration.checkpointDirectory()).isEqualTo("file:///checkpoints");
        assertThat(configuration.stateBackend()).isEqualTo(StateBackend.ROCKSDB);
        assertThat(configuration.generation()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1", "1.5", "-0.1", "0.9500001", "95%", "NaN", "1e400000000"})
    void aTargetShareIsMoreThan0AndLessThan1(String share) {
        assertThatThrownBy(() -> parse("--alerts.target-share", share))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("--alerts.target-share: '" + share + "' is not a share");
    }

    @Test
    void theGreatestGenerationStillGivesAVersion() {
        int greatest = parse("--generation", "8388607").generation();
        assertThat(greatest).isEqualTo(DocumentEntries.GREATEST_GENERATION);
        assertThat((long) greatest << 40).isPositive();
        assertThat(greatest + 1L << 40).isNegative();
    }

    @Test
    void severalElasticsearchAddressesAreSeparatedByCommas() {
        JobConfiguration configuration =
                JobConfiguration.parse(
                        "--kafka.bootstrap-servers",
                        "kafka:9092",
                        "--elasticsearch.hosts",
                        "https://one:9200,https://two:9200");
        assertThat(configuration.elasticsearch().hosts())
                .containsExactly("https://one:9200", "https://two:9200");
    }

    @Test
    void credentialsAreAUserWithAPasswordOrAnApiKey() {
        assertThat(
                        parse(
                                        "--elasticsearch.username",
                                        "job",
                                        "--elasticsearch.password",
                                        "secret")
                                .elasticsearch()
                                .credentials())
                .isEqualTo(new Credentials.Basic("job", "secret"));
        assertThat(parse("--elasticsearch.api-key", "a2V5").elasticsearch().credentials())
                .isEqualTo(new Credentials.ApiKey("a2V5"));
    }

    @Test
    void halfOrDoubleCredentialsAreRefused() {
        assertRefused(
                "--elasticsearch.username: goes with --elasticsearch.password.",
                "--elasticsearch.username",
                "job");
        assertRefused(
                "--elasticsearch.username: goes with --elasticsearch.password.",
                "--elasticsearch.password",
                "secret");
        assertRefused(
                "--elasticsearch.api-key: goes without --elasticsearch.username.",
                "--elasticsearch.api-key",
                "key",
                "--elasticsearch.username",
                "job",
                "--elasticsearch.password",
                "secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--kafka.bootstrap-servers", "--elasticsearch.hosts"})
    void aMissingOrBlankRequiredSettingIsNamed(String key) {
        List<String> without = new ArrayList<>(REQUIRED);
        int at = without.indexOf(key);
        without.set(at + 1, " ");
        assertThatThrownBy(() -> JobConfiguration.parse(without.toArray(String[]::new)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(key + ": is required.");
        without.subList(at, at + 2).clear();
        assertThatThrownBy(() -> JobConfiguration.parse(without.toArray(String[]::new)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(key + ": is required.");
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "--elasticsearch.request-timeout, 60",
        "--elasticsearch.request-timeout, PT0S",
        "--elasticsearch.request-timeout, P30D",
        "--elasticsearch.replicas, -1",
        "--elasticsearch.replicas, one",
        "--elasticsearch.refresh-interval, 1",
        "--elasticsearch.refresh-interval, never",
        "--mode, stream",
        "--watermark.bound, 30s",
        "--watermark.bound, -PT1S",
        "--watermark.bound, P106751991168D",
        "--allowed-lateness, 1d",
        "--allowed-lateness, -PT1S",
        "--allowed-lateness, P106751991167D",
        "--reinstatement-watch, 1y",
        "--reinstatement-watch, PT71H59M",
        "--reinstatement-watch, P106751991168D",
        "--watermark.idleness, never",
        "--watermark.idleness, -PT1M",
        "--refresh-interval, PT0S",
        "--refresh-interval, PT0.0009S",
        "--refresh-interval, P106751991168D",
        "--refresh-interval, hourly",
        "--checkpoint.interval, PT0S",
        "--checkpoint.interval, 10",
        "--state.backend, memory",
        "--generation, -1",
        "--generation, 1.5",
        "--generation, 8388608",
        "--generation, 9999999999",
    })
    void aWrongValueIsRefusedInOneLineThatNamesItsKey(String key, String value) {
        assertThatThrownBy(() -> parse(key, value))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith(key + ": ")
                .hasMessageNotContaining("\n");
    }

    @Test
    void aHintTellsWhatIsWanted() {
        assertRefused("--mode: 'stream' is not one of live, bounded.", "--mode", "stream");
        assertRefused(
                "--state.backend: 'memory' is not one of rocksdb, hashmap.",
                "--state.backend",
                "memory");
        assertRefused(
                "--refresh-interval: must be at least PT0.001S.", "--refresh-interval", "PT0S");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "search:9200",
                "ftp://search:9200",
                "http://search:9200/path",
                "http://user:secret@search:9200",
                "http://user:sec ret@search:9200",
                "http://",
                ",",
                "http://search:9200, http://other:9200",
            })
    void anAddressThatIsNoneIsRefusedWithoutBeingRepeated(String hosts) {
        assertThatThrownBy(
                        () ->
                                JobConfiguration.parse(
                                        "--kafka.bootstrap-servers",
                                        "kafka:9092",
                                        "--elasticsearch.hosts",
                                        hosts))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("--elasticsearch.hosts: ")
                // It may hold a password.
                .hasMessageNotContaining("sec")
                .hasMessageNotContaining("\n");
    }

    @Test
    void aSettingThatDoesNotExistIsNamed() {
        assertRefused("--watermark.bund: there is no such setting.", "--watermark.bund", "PT1S");
    }

    @Test
    void noSecretIsInTheTextOfTheConfiguration() {
        assertThat(
                        parse(
                                        "--elasticsearch.username",
                                        "job",
                                        "--elasticsearch.password",
                                        "secret")
                                .toString())
                .doesNotContain("secret");
        assertThat(parse("--elasticsearch.api-key", "c2VjcmV0").toString())
                .doesNotContain("c2VjcmV0");
    }

    private static JobConfiguration parse(String... more) {
        List<String> arguments = new ArrayList<>(REQUIRED);
        arguments.addAll(List.of(more));
        return JobConfiguration.parse(arguments.toArray(String[]::new));
    }

    private static void assertRefused(String message, String... more) {
        assertThatThrownBy(() -> parse(more))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(message);
    }
}
