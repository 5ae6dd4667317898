package vn.takedown.benchmarks.run;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import vn.takedown.benchmarks.worker.LiveMain;
import vn.takedown.benchmarks.worker.WorkerMain;
import vn.takedown.stack.Pause;
import vn.takedown.stack.StackFailure;
import vn.takedown.stack.server.Installation;

/** A live job in a process of its own, which ends when this is closed. */
public final class LiveJob implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration SILENCE = Duration.ofMinutes(5);
    private static final Duration QUIET = Duration.ofSeconds(3);

    private final Process process;
    private final Path log;
    private final BufferedReader answers;
    private final Writer commands;

    private LiveJob(Process process, Path log) {
        this.process = process;
        this.log = log;
        this.answers =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        this.commands = new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8);
    }

    /**
     * @param log takes what the process prints
     */
    public static LiveJob start(Installation installation, Path log, LiveRequest request) {
        try {
            Files.createDirectories(log.getParent());
            return new LiveJob(
                    WorkerCommand.of(
                                    installation,
                                    true,
                                    Path.of(request.folder()),
                                    LiveMain.class,
                                    Json.write(request))
                            .redirectError(log.toFile())
                            .start(),
                    log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Holds all records back. */
    public void pause() {
        ask(LiveMain.PAUSE);
    }

    /** Lets them through and counts from zero. */
    public void resume() {
        ask(LiveMain.RESUME);
    }

    /**
     * Returns when so many records have been read since {@link #resume}.
     *
     * @param progress is told how many have been read
     * @throws StackFailure when the job ends, or reads nothing for some minutes
     */
    public void awaitRead(long records, LongConsumer progress) {
        await(
                () -> number(LiveMain.READ),
                records,
                Duration.ZERO,
                progress,
                "The job reads nothing any more after %d records.");
    }

    /**
     * Returns when at least so many documents have been written since {@link #resume}, or since the
     * start, and no more come.
     *
     * @param progress is told how many there are
     * @throws StackFailure when the job ends, or writes nothing for some minutes
     */
    public void awaitDocuments(long least, LongConsumer progress) {
        await(
                () -> number(LiveMain.DOCUMENTS),
                least,
                QUIET,
                progress,
                "The job writes nothing any more after %d documents.");
    }

    /** Until there are as many, and have been no more for so long. */
    private static void await(
            LongSupplier number,
            long least,
            Duration quiet,
            LongConsumer progress,
            String nothingMore) {
        long before = -1;
        long silentSince = System.nanoTime();
        while (true) {
            long now = number.getAsLong();
            progress.accept(now);
            if (now != before) {
                before = now;
                silentSince = System.nanoTime();
            }
            long silent = System.nanoTime() - silentSince;
            if (now >= least && silent >= quiet.toNanos()) {
                return;
            }
            if (silent > SILENCE.toNanos()) {
                throw new StackFailure(nothingMore.formatted(now));
            }
            Pause.of(POLL);
        }
    }

    /** What has been measured since {@link #resume}. */
    public RunResult figures() {
        return result(LiveMain.FIGURES, RunResult.class);
    }

    /** The same, after a checkpoint made for it. */
    public RunResult checkpoint() {
        return result(LiveMain.CHECKPOINT, RunResult.class);
    }

    /** All live state, as a savepoint has it. */
    public StateSize stateSize() {
        return result(LiveMain.STATE, StateSize.class);
    }

    private long number(String command) {
        return Long.parseLong(ask(command).substring(WorkerMain.RESULT.length()));
    }

    private <T> T result(String command, Class<T> type) {
        return Json.read(ask(command).substring(WorkerMain.RESULT.length()), type);
    }

    private String ask(String command) {
        try {
            commands.write(command + "\n");
            commands.flush();
            String answer = answers.readLine();
            if (answer == null) {
                throw new StackFailure(
                        "The process of the job has ended:\n" + Worker.lastLines(log));
            }
            if (answer.startsWith(WorkerMain.FAILED)) {
                throw new StackFailure(answer.substring(WorkerMain.FAILED.length()));
            }
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            Worker.end(process);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
