package vn.takedown.benchmarks.nightly;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import vn.takedown.stack.server.PostgresqlServer;
import vn.takedown.stack.server.RunFolder;

/** The tables of the nightly alternative, on a server of their own. */
final class NightlyDatabase implements AutoCloseable {

    private final PostgresqlServer server;
    private final Path logs;
    private final AtomicInteger sessions = new AtomicInteger();

    private NightlyDatabase(PostgresqlServer server, Path logs) {
        this.server = server;
        this.logs = logs;
    }

    /**
     * @param folder takes all data; to be deleted afterwards
     */
    static NightlyDatabase start(RunFolder folder) {
        return new NightlyDatabase(PostgresqlServer.start(folder), folder.logs());
    }

    /** Begins with empty tables. */
    void createTables() {
        run(sql("tables.sql"));
    }

    PsqlSession session(String... options) {
        Path output = logs.resolve("psql-" + sessions.incrementAndGet() + ".log");
        return PsqlSession.open(server, output, options);
    }

    /**
     * Works out all cases into the table {@code cases}.
     *
     * @param cutOff {@code T}, milliseconds since the epoch
     */
    void compute(long cutOff) {
        run(sql("cases.sql"), "--set=cut_off=" + cutOff);
    }

    /** What a query gives: a line for each row, tabs between values, nothing for null. */
    String query(String sql) {
        return run(sql, "--tuples-only", "--no-align", "--field-separator=\t");
    }

    private String run(String sql, String... options) {
        try (PsqlSession session = session(options)) {
            session.send(sql);
            return session.finish();
        }
    }

    private static String sql(String name) {
        try (InputStream input = NightlyDatabase.class.getResourceAsStream("/nightly/" + name)) {
            return new String(
                    Objects.requireNonNull(input, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
