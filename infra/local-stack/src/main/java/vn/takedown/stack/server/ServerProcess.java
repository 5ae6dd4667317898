package vn.takedown.stack.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import vn.takedown.stack.StackFailure;

/**
 * One server as a child process with a log file and a pid file. Its standard input stays open as
 * long as this launcher lives, and the server ends when it closes.
 */
final class ServerProcess {

    private static final int SHOWN_LOG_LINES = 15;
    private static final long SHOWN_LOG_BYTES = 64 * 1024;

    private final String name;
    private final Process process;
    private final Path log;

    private ServerProcess(String name, Process process, Path log) {
        this.name = name;
        this.process = process;
        this.log = log;
    }

    /**
     * @param name name of the log file and the pid file, lower case
     */
    static ServerProcess start(
            String name, List<String> command, Map<String, String> environment, RunFolder folder) {
        Path log = folder.log(name);
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                        .directory(folder.path().toFile());
        builder.environment().putAll(environment);
        try {
            Process process = builder.start();
            new PidFile(folder.pidFile(name)).write(process.toHandle());
            return new ServerProcess(name, process, log);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start " + name, e);
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    long pid() {
        return process.pid();
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    void stop(Duration grace) {
        ProcessTree.end(List.of(process.toHandle()), grace);
    }

    /** What to tell when this process has ended by itself. */
    StackFailure endedEarly() {
        return new StackFailure(
                name
                        + " ended with exit code "
                        + process.exitValue()
                        + ". The end of "
                        + log
                        + ":\n"
                        + lastLines());
    }

    String lastLines() {
        try (java.io.RandomAccessFile file = new java.io.RandomAccessFile(log.toFile(), "r")) {
            long start = Math.max(0, file.length() - SHOWN_LOG_BYTES);
            byte[] end = new byte[(int) (file.length() - start)];
            file.seek(start);
            file.readFully(end);
            List<String> lines = new String(end, StandardCharsets.UTF_8).lines().toList();
            int from = Math.max(0, lines.size() - SHOWN_LOG_LINES);
            return "  " + String.join("\n  ", lines.subList(from, lines.size()));
        } catch (IOException e) {
            return "  (the log cannot be read: " + e.getMessage() + ")";
        }
    }

    static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
