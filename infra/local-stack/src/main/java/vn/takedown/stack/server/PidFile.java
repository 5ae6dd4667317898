package vn.takedown.stack.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A file that names a process by its number and its start time, since numbers are used again.
 *
 * @param path the file: the number on the first line, the start time on the second
 */
record PidFile(Path path) {

    /** The system derives start times from its boot time, which moves when the clock is set. */
    private static final Duration TOLERANCE = Duration.ofSeconds(5);

    void write(ProcessHandle process) throws IOException {
        String start = process.info().startInstant().map(Instant::toString).orElse("");
        Path partial = path.resolveSibling(path.getFileName() + ".partial");
        Files.writeString(partial, process.pid() + "\n" + start + "\n", StandardCharsets.UTF_8);
        Files.move(partial, path, StandardCopyOption.ATOMIC_MOVE);
    }

    /**
     * The process of this file if it still runs; empty when it is gone or another one took over.
     */
    Optional<ProcessHandle> running() throws IOException {
        if (!Files.isRegularFile(path)) {
            return Optional.empty();
        }
        String[] lines = Files.readString(path, StandardCharsets.UTF_8).split("\n", -1);
        if (lines.length < 2 || !lines[0].matches("[1-9][0-9]{0,17}")) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(lines[0]))
                .filter(ProcessHandle::isAlive)
                .filter(process -> startedAt(process, lines[1]));
    }

    private static boolean startedAt(ProcessHandle process, String recorded) {
        Optional<Instant> actual = process.info().startInstant();
        if (recorded.isEmpty() || actual.isEmpty()) {
            // Where the system tells no start time, the number is all there is.
            return recorded.isEmpty() && actual.isEmpty();
        }
        Duration difference = Duration.between(Instant.parse(recorded), actual.get()).abs();
        return difference.compareTo(TOLERANCE) <= 0;
    }
}
