package vn.takedown.stack.server;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.function.Supplier;
import vn.takedown.stack.Pause;
import vn.takedown.stack.StackFailure;
import vn.takedown.stack.terminal.Progress;

/**
 * Kafka, Elasticsearch and Flink, started and ready. Closing it, or the end of this process however
 * it comes about, ends the servers.
 */
public final class LocalStack implements AutoCloseable {

    private static final int NO_FLINK = 0;
    private static final int USUAL_REPORTER_PORT = 9249;
    private static final Duration START_LIMIT = Duration.ofMinutes(3);
    private static final Duration GRACE = Duration.ofSeconds(8);
    private static final Duration POLL = Duration.ofMillis(150);

    private final Installation installation;
    private final RunFolder folder;
    private final int slots;
    private final boolean metrics;
    private final Thread hook = new Thread(this::shutDown, "stack-shutdown");

    private final Object lock = new Object();
    private final List<ServerProcess> processes = new ArrayList<>();
    private boolean closed;
    private boolean keepLogs;

    private KafkaServer kafka;
    private ElasticsearchServer elasticsearch;
    private FlinkServer flink;
    private OptionalInt reporterPort = OptionalInt.empty();
    private PrometheusServer prometheus;
    private AlertmanagerServer alertmanager;
    private AlertmanagerOptions alertmanagerOptions;

    private LocalStack(Installation installation, RunFolder folder, int slots, boolean metrics) {
        this.installation = installation;
        this.folder = folder;
        this.slots = slots;
        this.metrics = metrics;
    }

    /**
     * Starts the three servers side by side and returns when all are ready.
     *
     * @param folder takes everything the servers write; deleted at the end
     * @param slots of Flink, the highest parallelism a job can have
     * @throws StackFailure when a server does not start; nothing is left running then
     */
    public static LocalStack start(
            Installation installation, RunFolder folder, int slots, Progress progress) {
        return started(new LocalStack(installation, folder, slots, false), progress);
    }

    /**
     * Starts the three servers and a Prometheus that reads Flink's metrics.
     *
     * @param folder takes everything the servers write; deleted at the end
     * @param slots of Flink, the highest parallelism a job can have
     * @throws StackFailure when a server does not start, or Prometheus is not there and cannot be
     *     installed; nothing is left running then
     */
    public static LocalStack startWithMetrics(
            Installation installation, RunFolder folder, int slots, Progress progress) {
        return started(new LocalStack(installation, folder, slots, true), progress);
    }

    private static LocalStack started(LocalStack stack, Progress progress) {
        Runtime.getRuntime().addShutdownHook(stack.hook);
        try {
            stack.start(progress);
            return stack;
        } catch (RuntimeException e) {
            stack.keepLogs();
            stack.close();
            throw e;
        }
    }

    /**
     * Starts Kafka and Elasticsearch only, for those who bring a Flink of their own.
     *
     * @param folder takes everything the servers write; deleted at the end
     * @throws StackFailure when a server does not start; nothing is left running then
     */
    public static LocalStack startWithoutFlink(
            Installation installation, RunFolder folder, Progress progress) {
        return start(installation, folder, NO_FLINK, progress);
    }

    private void start(Progress progress) {
        Path prometheusProgram = metrics ? DebianProgram.PROMETHEUS.find(progress) : null;
        long begin = System.nanoTime();
        try (Ports ports = Ports.lock(progress)) {
            int kafkaPort = ports.choose(KafkaServer.USUAL_PORT);
            int quorumPort = ports.choose(KafkaServer.USUAL_PORT + 1);
            int elasticsearchPort = ports.choose(ElasticsearchServer.USUAL_PORT);
            int flinkPort = ports.choose(FlinkServer.USUAL_PORT);
            elasticsearch =
                    launch(
                            () ->
                                    ElasticsearchServer.start(
                                            installation, folder, elasticsearchPort));
            kafka = launch(() -> KafkaServer.start(installation, folder, kafkaPort, quorumPort));
            List<Starting> servers = new ArrayList<>();
            if (metrics) {
                int port = ports.choose(PrometheusServer.USUAL_PORT);
                int reporter = ports.choose(USUAL_REPORTER_PORT);
                reporterPort = OptionalInt.of(reporter);
                prometheus =
                        launch(
                                () ->
                                        PrometheusServer.start(
                                                prometheusProgram, folder, port, reporter));
                servers.add(new Starting("Prometheus", prometheus));
            }
            servers.add(new Starting("Kafka", kafka));
            servers.add(new Starting("Elasticsearch", elasticsearch));
            if (slots != NO_FLINK) {
                flink = launchFlink(flinkPort);
                servers.add(new Starting("Flink", flink));
            }
            awaitReady(servers, begin, progress);
        }
        String started =
                flink == null
                        ? "Kafka and Elasticsearch"
                        : "Kafka, Elasticsearch and Flink (process " + flinkPid() + ")";
        progress.note(
                String.format(
                        Locale.ROOT,
                        "Started %s in %.1f s.",
                        started,
                        (System.nanoTime() - begin) / 1e9));
    }

    private record Starting(String name, Server server) {}

    private void awaitReady(List<Starting> servers, long begin, Progress progress) {
        List<Starting> waiting = new ArrayList<>(servers);
        while (!waiting.isEmpty()) {
            waiting.removeIf(starting -> starting.server().isReady());
            for (Starting starting : waiting) {
                requireAlive(starting.server().process());
                if (System.nanoTime() - begin > START_LIMIT.toNanos()) {
                    throw new StackFailure(
                            starting.name()
                                    + " was not ready within "
                                    + START_LIMIT.toMinutes()
                                    + " minutes. Its last log lines:\n"
                                    + starting.server().process().lastLines());
                }
            }
            if (!waiting.isEmpty()) {
                progress.update(
                        String.format(
                                Locale.ROOT,
                                "Starting, %2.0f s: waiting for %s",
                                (System.nanoTime() - begin) / 1e9,
                                String.join(", ", waiting.stream().map(Starting::name).toList())));
                Pause.of(POLL);
            }
        }
    }

    private <S extends Server> S launch(Supplier<S> start) {
        synchronized (lock) {
            if (closed) {
                throw new StackFailure("The stack is being stopped.");
            }
            S server = start.get();
            processes.add(server.process());
            return server;
        }
    }

    /**
     * Starts Alertmanager beside the others; jobs that are submitted from now on send it their
     * alerts.
     *
     * @throws StackFailure when it is not there, cannot be installed or does not start
     */
    public void startAlertmanager(AlertmanagerOptions options, Progress progress) {
        Path program = DebianProgram.ALERTMANAGER.find(progress);
        alertmanagerOptions = options;
        try (Ports ports = Ports.lock(progress)) {
            int port = ports.choose(AlertmanagerServer.USUAL_PORT);
            launchAlertmanager(program, port, progress);
        }
        progress.note("Started Alertmanager at " + alertmanager.address() + ".");
    }

    /** Ends Alertmanager and starts it again at the same address, with what it keeps on disk. */
    public void restartAlertmanager(Progress progress) {
        stopAlertmanager();
        resumeAlertmanager(progress);
    }

    /** Ends Alertmanager; until it is resumed, nobody answers at its address. */
    public void stopAlertmanager() {
        alertmanager.process().stop(GRACE);
    }

    /** Starts Alertmanager again where it was stopped, with what it keeps on disk. */
    public void resumeAlertmanager(Progress progress) {
        launchAlertmanager(
                DebianProgram.ALERTMANAGER.find(progress),
                alertmanager.address().getPort(),
                progress);
    }

    private void launchAlertmanager(Path program, int port, Progress progress) {
        long begin = System.nanoTime();
        Path shipped = installation.home().resolve("infra/alertmanager");
        alertmanager =
                launch(
                        () ->
                                AlertmanagerServer.start(
                                        program,
                                        shipped,
                                        alertmanagerOptions.configuration(),
                                        folder,
                                        port));
        awaitReady(List.of(new Starting("Alertmanager", alertmanager)), begin, progress);
    }

    /** What a live job is told of Alertmanager; empty when there is none. */
    public List<String> alertmanagerArguments() {
        return alertmanager == null
                ? List.of()
                : List.of(
                        "--alertmanager.urls",
                        alertmanager.address().toString(),
                        "--alertmanager.window",
                        alertmanagerOptions.window().toString(),
                        "--alertmanager.runbook",
                        installation.home().resolve("infra/alertmanager/RUNBOOK.md").toString());
    }

    public Addresses addresses() {
        return new Addresses(
                kafka.bootstrapServers(),
                elasticsearch.address(),
                flink == null ? null : flink.address(),
                alertmanager == null ? null : alertmanager.address(),
                prometheus == null ? null : prometheus.address());
    }

    public RunFolder folder() {
        return folder;
    }

    public Path jobJar() {
        return installation.jobJar();
    }

    public boolean flinkIsAlive() {
        return flink.process().isAlive();
    }

    public long flinkPid() {
        return flink.process().pid();
    }

    /** Starts Flink again after it has ended; it has no jobs then. */
    public void restartFlink(Progress progress) {
        long begin = System.nanoTime();
        int port = flink.address().getPort();
        flink = launchFlink(port);
        awaitReady(List.of(new Starting("Flink", flink)), begin, progress);
        progress.note("Flink runs again (process " + flinkPid() + ").");
    }

    private FlinkServer launchFlink(int port) {
        return launch(() -> FlinkServer.start(installation, folder, port, slots, reporterPort));
    }

    /**
     * @throws StackFailure when Kafka or Elasticsearch has ended
     */
    public void requireServers() {
        requireAlive(kafka.process());
        requireAlive(elasticsearch.process());
    }

    private void requireAlive(ServerProcess process) {
        if (!process.isAlive()) {
            synchronized (lock) {
                throw closed
                        ? new StackFailure("The stack is being stopped.")
                        : process.endedEarly();
            }
        }
    }

    /** Leaves the log files behind when the stack is closed. */
    public void keepLogs() {
        keepLogs = true;
    }

    /** The last log lines of Flink, which runs the job. */
    public String lastFlinkLines() {
        return flink.process().lastLines();
    }

    private void shutDown() {
        synchronized (lock) {
            if (closed) {
                return;
            }
            closed = true;
            ProcessTree.end(processes.stream().map(ServerProcess::handle).toList(), GRACE);
            folder.delete(keepLogs);
        }
    }

    @Override
    public void close() {
        shutDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // This process is ending already: the hook has run or is running.
            return;
        }
    }
}
