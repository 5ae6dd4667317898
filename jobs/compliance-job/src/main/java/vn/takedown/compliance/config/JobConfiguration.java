package vn.takedown.compliance.config;

import java.time.Duration;
import java.util.List;
import vn.takedown.compliance.sink.elasticsearch.Credentials;
import vn.takedown.compliance.sink.elasticsearch.ElasticsearchConnection;
import vn.takedown.compliance.sink.elasticsearch.IndexSettings;

/**
 * All settings of the job. {@code jobs/compliance-job/README.md} lists them for operators.
 *
 * @param watermarkBound how much disorder is put right (contract section 3)
 * @param watermarkIdleness after how long without records a partition no longer holds time back;
 *     zero for never
 * @param refreshInterval by how much of event time may lag what every observation moves
 * @param checkpointDirectory null to leave it to the cluster's configuration
 * @param stateBackend null to leave it to the cluster's configuration
 * @param generation the high part of all document versions: raised when corrected logic must
 *     overwrite what an earlier run has written
 */
public record JobConfiguration(
        String kafkaBootstrapServers,
        ElasticsearchConnection elasticsearch,
        IndexSettings indexSettings,
        RunMode mode,
        Duration watermarkBound,
        Duration watermarkIdleness,
        Duration refreshInterval,
        Duration checkpointInterval,
        String checkpointDirectory,
        StateBackend stateBackend,
        int generation) {

    /**
     * @param arguments {@code --key value} pairs
     * @throws ConfigurationException naming the first setting that is wrong
     */
    public static JobConfiguration parse(String... arguments) {
        Settings settings = Settings.of(arguments);
        JobConfiguration configuration =
                new JobConfiguration(
                        settings.required("kafka.bootstrap-servers"),
                        elasticsearch(settings),
                        indexSettings(settings),
                        settings.choice("mode", RunMode.class, RunMode.LIVE),
                        settings.duration("watermark.bound", Duration.ofSeconds(30)),
                        settings.duration("watermark.idleness", Duration.ofMinutes(1)),
                        positive("refresh-interval", settings, Duration.ofHours(1)),
                        positive("checkpoint.interval", settings, Duration.ofSeconds(10)),
                        settings.optional("checkpoint.directory"),
                        settings.choice("state.backend", StateBackend.class, null),
                        settings.count("generation", 1));
        settings.nothingLeft();
        return configuration;
    }

    private static Duration positive(String key, Settings settings, Duration otherwise) {
        Duration duration = settings.duration(key, otherwise);
        if (duration.toMillis() == 0) {
            throw new ConfigurationException("--" + key + ": must be at least PT0.001S.");
        }
        return duration;
    }

    private static ElasticsearchConnection elasticsearch(Settings settings) {
        String hosts = settings.required("elasticsearch.hosts");
        String username = settings.optional("elasticsearch.username");
        String password = settings.optional("elasticsearch.password");
        String apiKey = settings.optional("elasticsearch.api-key");
        if ((username == null) != (password == null)) {
            throw new ConfigurationException(
                    "--elasticsearch.username: goes with --elasticsearch.password.");
        }
        if (apiKey != null && username != null) {
            throw new ConfigurationException(
                    "--elasticsearch.api-key: goes without --elasticsearch.username.");
        }
        Credentials credentials = Credentials.none();
        if (apiKey != null) {
            credentials = new Credentials.ApiKey(apiKey);
        } else if (username != null) {
            credentials = new Credentials.Basic(username, password);
        }
        Duration timeout =
                settings.duration(
                        "elasticsearch.request-timeout",
                        ElasticsearchConnection.DEFAULT_REQUEST_TIMEOUT);
        try {
            return new ElasticsearchConnection(List.of(hosts.split(",")), credentials, timeout);
        } catch (IllegalArgumentException refused) {
            throw new ConfigurationException("--elasticsearch.hosts: " + refused.getMessage());
        }
    }

    private static IndexSettings indexSettings(Settings settings) {
        int replicas = settings.count("elasticsearch.replicas", 1);
        String refreshInterval = settings.text("elasticsearch.refresh-interval", "1s");
        try {
            return new IndexSettings(replicas, refreshInterval);
        } catch (IllegalArgumentException refused) {
            throw new ConfigurationException(
                    "--elasticsearch.refresh-interval: " + refused.getMessage());
        }
    }
}
