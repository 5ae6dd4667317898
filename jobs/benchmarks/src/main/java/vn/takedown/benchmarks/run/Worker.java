package vn.takedown.benchmarks.run;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import vn.takedown.benchmarks.worker.SinkMain;
import vn.takedown.benchmarks.worker.WorkerMain;
import vn.takedown.stack.StackFailure;
import vn.takedown.stack.server.Installation;

/**
 * Does one measurement in a process of its own, so that no variant runs with code that the just-in-
 * time compiler has adapted to another one, nor with its garbage.
 */
public final class Worker {

    private static final long STOP_SECONDS = 10;

    /** Long enough for what a job writes at the end of its input. */
    private static final Duration SILENCE = Duration.ofMinutes(15);

    private static final int SHOWN_LOG_LINES = 12;

    private final Installation installation;
    private final Path logs;

    /**
     * @param logs folder for the log of every run
     */
    public Worker(Installation installation, Path logs) {
        this.installation = installation;
        this.logs = logs;
    }

    /**
     * @param name of the log file
     * @param progress is told how many records have been read
     * @throws StackFailure when the measurement fails
     */
    public RunResult run(RunRequest request, String name, LongConsumer progress) {
        return run(
                WorkerMain.class,
                request.variant().isFlink(),
                request.folder(),
                request,
                name,
                progress);
    }

    /**
     * @param name of the log file
     * @param progress is told how many documents have been handed on
     * @throws StackFailure when the measurement fails
     */
    public RunResult run(SinkRequest request, String name, LongConsumer progress) {
        return run(SinkMain.class, true, request.folder(), request, name, progress);
    }

    private RunResult run(
            Class<?> main,
            boolean flink,
            String folder,
            Object request,
            String name,
            LongConsumer progress) {
        Path log = logs.resolve(name + ".log");
        try {
            Files.createDirectories(logs);
            Process process =
                    WorkerCommand.of(
                                    installation, flink, Path.of(folder), main, Json.write(request))
                            .redirectError(log.toFile())
                            .start();
            try {
                return follow(process, log, progress);
            } finally {
                end(process);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A worker that has told its result has nothing left to do. */
    static void end(Process process) throws IOException {
        process.getOutputStream().close();
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static RunResult follow(Process process, Path log, LongConsumer progress)
            throws IOException {
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            long before = -1;
            long silentSince = System.nanoTime();
            String line;
            while ((line = lines.readLine()) != null) {
                if (line.startsWith(WorkerMain.READ)) {
                    long read = Long.parseLong(line.substring(WorkerMain.READ.length()));
                    if (read != before) {
                        before = read;
                        silentSince = System.nanoTime();
                    } else if (System.nanoTime() - silentSince > SILENCE.toNanos()) {
                        throw new StackFailure(
                                "Nothing happens any more after " + read + " records.");
                    }
                    progress.accept(read);
                } else if (line.startsWith(WorkerMain.RESULT)) {
                    return Json.read(line.substring(WorkerMain.RESULT.length()), RunResult.class);
                } else if (line.startsWith(WorkerMain.FAILED)) {
                    throw new StackFailure(line.substring(WorkerMain.FAILED.length()));
                }
            }
        }
        throw new StackFailure("The process ended without a result:\n" + lastLines(log));
    }

    static String lastLines(Path log) throws IOException {
        List<String> lines = Files.readAllLines(log);
        return String.join(
                "\n", lines.subList(Math.max(0, lines.size() - SHOWN_LOG_LINES), lines.size()));
    }
}
