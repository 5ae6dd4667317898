package vn.takedown.compliance.config;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import vn.takedown.compliance.document.DocumentEntries;
import vn.takedown.compliance.sink.alertmanager.AlertmanagerSettings;
import vn.takedown.compliance.sink.elasticsearch.Credentials;
import vn.takedown.compliance.sink.elasticsearch.ElasticsearchConnection;
import vn.takedown.compliance.sink.elasticsearch.IndexSettings;
import vn.takedown.model.alerting.BurnTerms;

/**
 * All settings of the job. {@code jobs/compliance-job/README.md} lists them for operators.
 *
 * @param watermarkIdleness after how long without records a partition no longer holds time back;
 *     zero for never
 * @param checkpointDirectory null to leave it to the cluster's configuration
 * @param stateBackend null to leave it to the cluster's configuration
 * @param cachedTargets how many targets each subtask keeps decoded in front of its state
 * @param generation the high part of all document versions: raised when corrected logic must
 *     overwrite what an earlier run has written
 */
public record JobConfiguration(
        String kafkaBootstrapServers,
        ElasticsearchConnection elasticsearch,
        IndexSettings indexSettings,
        RunMode mode,
        TimeSettings times,
        AlertSettings alerts,
        AlertmanagerSettings alertmanager,
        Duration watermarkIdleness,
        Duration checkpointInterval,
        String checkpointDirectory,
        StateBackend stateBackend,
        int cachedTargets,
        int generation) {

    private static final int CACHED_TARGETS = 200_000;

    /** Far more than any cluster has nodes. */
    private static final int MOST_REPLICAS = 1000;

    private static final Duration LONGEST_REQUEST = Duration.ofHours(1);

    private static final Duration REINSTATEMENT_WATCH = Duration.ofDays(365);
    private static final Duration RESEND_INTERVAL = Duration.ofMinutes(1);
    private static final Duration EXPIRY = Duration.ofHours(1);
    private static final Duration WINDOW = Duration.ofHours(1);
    private static final String RUNBOOK = "infra/alertmanager/RUNBOOK.md";

    /**
     * @param arguments {@code --key value} pairs
     * @throws ConfigurationException naming the first setting that is wrong
     */
    public static JobConfiguration parse(String... arguments) {
        Settings settings = Settings.of(arguments);
        RunMode mode = settings.choice("mode", RunMode.class, RunMode.LIVE);
        JobConfiguration configuration =
                new JobConfiguration(
                        settings.required("kafka.bootstrap-servers"),
                        elasticsearch(settings),
                        indexSettings(settings),
                        mode,
                        times(settings, mode),
                        new AlertSettings(
                                positive(
                                        "alerts.blind-after",
                                        settings,
                                        AlertSettings.DEFAULT.blindAfter()),
                                standing(settings, mode)),
                        alertmanager(settings),
                        settings.duration("watermark.idleness", Duration.ofMinutes(1)),
                        positive("checkpoint.interval", settings, Duration.ofSeconds(10)),
                        settings.optional("checkpoint.directory"),
                        settings.choice("state.backend", StateBackend.class, null),
                        atLeastOne("cached-targets", settings, CACHED_TARGETS),
                        settings.count("generation", 1, DocumentEntries.GREATEST_GENERATION));
        settings.nothingLeft();
        return configuration;
    }

    private static TimeSettings times(Settings settings, RunMode mode) {
        TimeSettings otherwise = TimeSettings.DEFAULT;
        Duration bound = settings.duration("watermark.bound", otherwise.watermarkBound());
        Duration lateness = settings.duration("allowed-lateness", otherwise.allowedLateness());
        Duration refresh = positive("refresh-interval", settings, otherwise.refreshInterval());
        // A bounded run ends before memory matters, and its figures are held against the contract.
        Duration watch =
                settings.duration(
                        "reinstatement-watch", mode == RunMode.LIVE ? REINSTATEMENT_WATCH : null);
        return new TimeSettings(bound, lateness, refresh, watch, mode == RunMode.BOUNDED);
    }

    private static StandingSettings standing(Settings settings, RunMode mode) {
        StandingSettings otherwise = StandingSettings.DEFAULT;
        return new StandingSettings(
                new BurnTerms(
                        settings.perMillion(
                                "alerts.target-share", otherwise.burn().targetPerMillion()),
                        atLeastOne("alerts.minimum-due", settings, otherwise.burn().minimumDue())),
                atLeastOne("league.minimum-due", settings, otherwise.leagueMinimum()),
                mode == RunMode.LIVE);
    }

    private static int atLeastOne(String key, Settings settings, int otherwise) {
        int count = settings.count(key, otherwise, Integer.MAX_VALUE);
        if (count == 0) {
            throw new ConfigurationException("--" + key + ": must be at least 1.");
        }
        return count;
    }

    private static AlertmanagerSettings alertmanager(Settings settings) {
        String urls = settings.text("alertmanager.urls", "");
        Duration resend = positive("alertmanager.resend-interval", settings, RESEND_INTERVAL);
        Duration expiry = positive("alertmanager.expiry", settings, EXPIRY);
        Duration window = positive("alertmanager.window", settings, WINDOW);
        String runbook = settings.text("alertmanager.runbook", RUNBOOK);
        try {
            return new AlertmanagerSettings(
                    Stream.of(urls.split(","))
                            .filter(url -> !url.isBlank())
                            .map(URI::create)
                            .toList(),
                    resend,
                    expiry,
                    window,
                    runbook);
        } catch (IllegalArgumentException refused) {
            throw new ConfigurationException("--alertmanager.*: " + refused.getMessage());
        }
    }

    private static Duration positive(String key, Settings settings, Duration otherwise) {
        return positive(key, settings.duration(key, otherwise));
    }

    private static Duration positive(String key, Duration duration) {
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
        String timeoutKey = "elasticsearch.request-timeout";
        Duration timeout =
                positive(
                        timeoutKey,
                        settings.duration(
                                timeoutKey,
                                ElasticsearchConnection.DEFAULT_REQUEST_TIMEOUT,
                                LONGEST_REQUEST));
        try {
            return new ElasticsearchConnection(List.of(hosts.split(",")), credentials, timeout);
        } catch (IllegalArgumentException refused) {
            throw new ConfigurationException("--elasticsearch.hosts: " + refused.getMessage());
        }
    }

    private static IndexSettings indexSettings(Settings settings) {
        int replicas = settings.count("elasticsearch.replicas", 1, MOST_REPLICAS);
        String refreshInterval = settings.optional("elasticsearch.refresh-interval");
        try {
            return new IndexSettings(replicas, refreshInterval);
        } catch (IllegalArgumentException refused) {
            throw new ConfigurationException(
                    "--elasticsearch.refresh-interval: " + refused.getMessage());
        }
    }
}
