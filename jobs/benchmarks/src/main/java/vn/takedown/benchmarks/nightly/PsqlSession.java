package vn.takedown.benchmarks.nightly;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import vn.takedown.stack.StackFailure;
import vn.takedown.stack.server.PostgresqlServer;

/** SQL and rows for the server, through {@code psql}. Belongs to one thread. */
final class PsqlSession implements AutoCloseable {

    private static final int BUFFER = 1 << 16;

    private final Process process;
    private final Writer input;
    private final Path output;

    private PsqlSession(Process process, Path output) {
        this.process = process;
        this.output = output;
        this.input =
                new BufferedWriter(
                        new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8),
                        BUFFER);
    }

    /**
     * @param output takes what the session prints
     * @param options of {@code psql}
     */
    static PsqlSession open(PostgresqlServer server, Path output, String... options) {
        List<String> command = new ArrayList<>(server.psql());
        command.addAll(List.of(options));
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile());
        builder.environment().putAll(server.environment());
        try {
            return new PsqlSession(builder.start(), output);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start psql", e);
        }
    }

    /** Sends SQL. */
    void send(String sql) {
        write(sql);
        write("\n");
    }

    /** Rows follow until {@link #endCopy}. */
    void beginCopy(String table) {
        send("COPY " + table + " FROM STDIN;");
    }

    /**
     * @param text of the row in the format of COPY, without the line break
     */
    void row(CharSequence text) {
        try {
            input.append(text).append('\n');
        } catch (IOException broken) {
            throw failure();
        }
    }

    void endCopy() {
        send("\\.");
    }

    /**
     * Returns when the server has done everything.
     *
     * @return what has been printed
     * @throws StackFailure when something failed
     */
    String finish() {
        try {
            input.close();
        } catch (IOException broken) {
            throw failure();
        }
        if (await() != 0) {
            throw failure();
        }
        return printed();
    }

    private void write(String text) {
        try {
            input.write(text);
        } catch (IOException broken) {
            throw failure();
        }
    }

    /** It breaks when psql has ended at an error, which psql has printed. */
    private StackFailure failure() {
        process.destroy();
        await();
        return new StackFailure("psql failed: " + printed().strip());
    }

    private int await() {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new StackFailure("Interrupted.", e);
        }
    }

    private String printed() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
    }
}
