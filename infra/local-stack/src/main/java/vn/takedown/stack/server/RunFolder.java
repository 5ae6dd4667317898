package vn.takedown.stack.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.takedown.stack.StackFailure;

/**
 * Everything that one run of the stack writes: data, logs and pid files.
 *
 * @param path absolute
 */
public record RunFolder(Path path) {

    private static final String LAUNCHER = "launcher";
    private static final String KEPT = "kept";
    private static final String OUTSIDE = "outside.folder";
    private static final Duration GRACE = Duration.ofSeconds(10);

    public Path logs() {
        return path.resolve("logs");
    }

    Path log(String server) {
        return logs().resolve(server + ".log");
    }

    /** Names the process of a server, for example {@code flink.pid}. */
    public Path pidFile(String server) {
        return path.resolve(server + ".pid");
    }

    /** Where the job keeps its checkpoints. */
    public Path checkpoints() {
        return path.resolve("checkpoints");
    }

    /** Says that the run belongs to this process. */
    void own() throws IOException {
        Files.createDirectories(logs());
        new PidFile(pidFile(LAUNCHER)).write(ProcessHandle.current());
    }

    /** The launcher of this run, when it still runs. */
    public Optional<ProcessHandle> launcher() {
        try {
            return new PidFile(pidFile(LAUNCHER)).running();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A folder outside this one, which the account can reach, for the life of the run.
     *
     * @param program begins its name
     * @throws StackFailure when the account can reach no folder for temporary files
     */
    Path outside(String program, Unprivileged account) throws IOException {
        Path remembered = path.resolve(OUTSIDE);
        if (Files.exists(remembered)) {
            return Path.of(Files.readString(remembered));
        }
        Path base =
                Stream.of(System.getProperty("java.io.tmpdir"), "/tmp")
                        .map(Path::of)
                        .filter(account::canReach)
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        new StackFailure(
                                                "The account "
                                                        + account.name()
                                                        + " may search neither "
                                                        + path
                                                        + " nor /tmp."));
        Path created = Files.createTempDirectory(base, "takedown-" + program + "-");
        Files.writeString(remembered, created.toString());
        created.toFile().setExecutable(true, false);
        created.toFile().setReadable(true, false);
        return created;
    }

    /** Ends the processes that the pid files name and that still are those processes. */
    public void endProcesses() {
        List<ProcessHandle> left = new ArrayList<>();
        try (Stream<Path> files = Files.list(path)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".pid")).toList()) {
                new PidFile(file)
                        .running()
                        .filter(process -> process.pid() != ProcessHandle.current().pid())
                        .ifPresent(left::add);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!left.isEmpty()) {
            ProcessTree.end(left, GRACE);
        }
    }

    boolean isKept() {
        return Files.exists(path.resolve(KEPT));
    }

    /** Deletes the run, or everything but its logs. */
    public void delete(boolean keepLogs) {
        try {
            Path outside = path.resolve(OUTSIDE);
            if (Files.isRegularFile(outside)) {
                FolderTree.delete(Path.of(Files.readString(outside)));
            }
            if (!keepLogs) {
                FolderTree.delete(path);
                return;
            }
            try (Stream<Path> entries = Files.list(path)) {
                for (Path entry : entries.filter(e -> !e.equals(logs())).toList()) {
                    FolderTree.delete(entry);
                }
            }
            Files.writeString(path.resolve(KEPT), "");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + path, e);
        }
    }
}
