package vn.takedown.stack.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.takedown.stack.Pause;
import vn.takedown.stack.StackFailure;

/**
 * A PostgreSQL of its own for one purpose: an empty database in a folder, on the loopback address,
 * with a password that only this process knows. It ends when this is closed, or with this process.
 */
public final class PostgresqlServer implements AutoCloseable {

    private static final String NAME = "postgresql";
    private static final String USER = "takedown";
    private static final String LOOPBACK = "127.0.0.1";
    private static final Duration START_LIMIT = Duration.ofMinutes(1);
    private static final Duration GRACE = Duration.ofSeconds(8);
    private static final Duration POLL = Duration.ofMillis(50);

    /** The memory of the server is that of the job; what it holds need not outlive the machine. */
    private static final List<String> SETTINGS =
            List.of(
                    "listen_addresses=" + LOOPBACK,
                    "unix_socket_directories=",
                    "shared_buffers=512MB",
                    "work_mem=256MB",
                    "maintenance_work_mem=256MB",
                    "effective_cache_size=2GB",
                    "max_wal_size=4GB",
                    "wal_level=minimal",
                    "max_wal_senders=0",
                    "fsync=off",
                    "autovacuum=off");

    private final ServerProcess process;
    private final int port;
    private final String password;

    private PostgresqlServer(ServerProcess process, int port, String password) {
        this.process = process;
        this.port = port;
        this.password = password;
    }

    /**
     * Returns when it answers.
     *
     * @param folder takes what the server writes; to be deleted after it
     * @throws StackFailure when PostgreSQL is not installed or does not start
     */
    public static PostgresqlServer start(RunFolder folder) {
        String password = UUID.randomUUID().toString();
        int port = freePort();
        List<String> command = new ArrayList<>(Guard.command(NAME));
        try {
            Files.createDirectories(folder.logs());
            Path data = folder.path().resolve(NAME);
            List<String> prefix = List.of();
            if (Unprivileged.isNeeded()) {
                Unprivileged account = Unprivileged.account("PostgreSQL");
                prefix = account.prefix();
                if (!account.canReach(folder.path())) {
                    data = folder.outside(NAME, account).resolve(NAME);
                }
                prepare(data, password);
                account.own(data);
            } else {
                prepare(data, password);
            }
            // The account may not search the folder in which this process works.
            prefix = with(prefix, "env", "--chdir=" + data);
            initialize(with(prefix, PostgresqlProgram.find("initdb").toString()), data, folder);
            command.addAll(with(prefix, PostgresqlProgram.find("postgres").toString()));
            command.addAll(List.of("-D", data.resolve("cluster").toString(), "-p", "" + port));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot prepare PostgreSQL", e);
        }
        SETTINGS.forEach(setting -> command.addAll(List.of("-c", setting)));
        PostgresqlServer server =
                new PostgresqlServer(
                        ServerProcess.start(NAME, command, Map.of(), folder), port, password);
        server.awaitReady();
        return server;
    }

    /** Begins a command that runs SQL from its standard input and ends at the first error. */
    public List<String> psql() {
        return List.of(
                PostgresqlProgram.find("psql").toString(),
                "--no-psqlrc",
                "--quiet",
                "--set=ON_ERROR_STOP=1",
                "--host=" + LOOPBACK,
                "--port=" + port,
                "--username=" + USER,
                "--dbname=postgres");
    }

    /** What the environment of such a command must hold. */
    public Map<String, String> environment() {
        return Map.of("PGPASSWORD", password);
    }

    private static void prepare(Path data, String password) throws IOException {
        Files.createDirectories(data);
        Files.writeString(data.resolve("password"), password + "\n");
    }

    private static void initialize(List<String> initdb, Path data, RunFolder folder)
            throws IOException {
        List<String> command =
                with(
                        initdb,
                        "--pgdata=" + data.resolve("cluster"),
                        "--username=" + USER,
                        "--pwfile=" + data.resolve("password"),
                        "--auth=scram-sha-256",
                        "--encoding=UTF8",
                        "--locale=C",
                        "--no-sync");
        Path log = folder.log("initdb");
        Process process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
        try {
            if (process.waitFor() != 0) {
                throw new StackFailure("initdb failed:\n" + Files.readString(log));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailure("Interrupted.", e);
        }
        Files.delete(data.resolve("password"));
    }

    private void awaitReady() {
        long begin = System.nanoTime();
        while (!isReady()) {
            if (!process.isAlive()) {
                throw process.endedEarly();
            }
            if (System.nanoTime() - begin > START_LIMIT.toNanos()) {
                close();
                throw new StackFailure(
                        "PostgreSQL was not ready within a minute. Its last log lines:\n"
                                + process.lastLines());
            }
            Pause.of(POLL);
        }
    }

    private boolean isReady() {
        try {
            return new ProcessBuilder(
                                    PostgresqlProgram.find("pg_isready").toString(),
                                    "--quiet",
                                    "--host=" + LOOPBACK,
                                    "--port=" + port)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailure("Interrupted.", e);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> with(List<String> command, String... more) {
        List<String> all = new ArrayList<>(command);
        all.addAll(List.of(more));
        return all;
    }

    @Override
    public void close() {
        process.stop(GRACE);
    }
}
