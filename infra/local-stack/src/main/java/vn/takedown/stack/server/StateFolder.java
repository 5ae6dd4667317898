package vn.takedown.stack.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The one folder that holds all state of the local stack.
 *
 * @param path absolute
 */
public record StateFolder(Path path) {

    private static final String ENVIRONMENT = "TAKEDOWN_STATE_DIR";
    private static final String BACKGROUND = "up";
    private static final Duration STARTING = Duration.ofMinutes(5);

    /**
     * @param option what the user gave, or null
     */
    public static StateFolder resolve(Path option, Installation installation) {
        String environment = System.getenv(ENVIRONMENT);
        Path path;
        if (option != null) {
            path = option;
        } else if (environment != null && !environment.isEmpty()) {
            path = Path.of(environment);
        } else {
            path = installation.home().resolve(".takedown");
        }
        return new StateFolder(path.toAbsolutePath().normalize());
    }

    /** A folder of its own for one run in the foreground; ends first what a killed run left. */
    public RunFolder newRun(String command) {
        endAbandonedRuns();
        String time = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").format(LocalDateTime.now());
        String name = command + "-" + time + "-" + ProcessHandle.current().pid();
        try {
            Files.createDirectories(runs());
            RunFolder run = new RunFolder(free(runs().resolve(name)));
            run.own();
            return run;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to " + path, e);
        }
    }

    /** The run that {@code up} started in the background, when its launcher still runs. */
    public Optional<RunFolder> background() {
        RunFolder run = new RunFolder(path.resolve(BACKGROUND));
        return run.launcher().isPresent() ? Optional.of(run) : Optional.empty();
    }

    /** Every run whose launcher still runs, the background one first. */
    public List<RunFolder> running() {
        List<RunFolder> running = new ArrayList<>();
        background().ifPresent(running::add);
        if (Files.isDirectory(runs())) {
            try (Stream<Path> entries = Files.list(runs())) {
                entries.map(RunFolder::new)
                        .filter(run -> run.launcher().isPresent())
                        .forEach(running::add);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return running;
    }

    /** The folder of the background run, emptied of what a killed one left. */
    public RunFolder newBackground() {
        endAbandonedRuns();
        RunFolder run = new RunFolder(path.resolve(BACKGROUND));
        try {
            if (Files.isDirectory(run.path())) {
                run.endProcesses();
                run.delete(false);
            }
            run.own();
            return run;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to " + path, e);
        }
    }

    /** Makes this process the launcher of the background run. */
    public RunFolder adoptBackground() {
        RunFolder run = new RunFolder(path.resolve(BACKGROUND));
        try {
            run.own();
            return run;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to " + path, e);
        }
    }

    /**
     * Ends what is left of the background run and deletes its folder.
     *
     * @return false when there was nothing
     */
    public boolean removeBackground() {
        RunFolder run = new RunFolder(path.resolve(BACKGROUND));
        if (!Files.isDirectory(run.path())) {
            return false;
        }
        run.endProcesses();
        run.delete(false);
        return true;
    }

    /** Ends the processes and deletes the files of runs whose launcher is gone. */
    public void endAbandonedRuns() {
        if (!Files.isDirectory(runs())) {
            return;
        }
        List<RunFolder> found;
        try (Stream<Path> entries = Files.list(runs())) {
            found = entries.map(RunFolder::new).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (RunFolder run : found) {
            if (!run.isKept() && run.launcher().isEmpty() && !mayBeStarting(run)) {
                run.endProcesses();
                run.delete(false);
            }
        }
    }

    private static boolean mayBeStarting(RunFolder run) {
        try {
            return !Files.exists(run.pidFile("launcher"))
                    && Files.getLastModifiedTime(run.path())
                            .toInstant()
                            .isAfter(Instant.now().minus(STARTING));
        } catch (IOException e) {
            // Gone meanwhile: another launcher has deleted it.
            return true;
        }
    }

    private static Path free(Path wanted) throws IOException {
        Path path = wanted;
        for (int i = 2; Files.exists(path); i++) {
            path = wanted.resolveSibling(wanted.getFileName() + "-" + i);
        }
        return Files.createDirectory(path);
    }

    private Path runs() {
        return path.resolve("runs");
    }
}
