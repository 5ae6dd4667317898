package vn.takedown.stack.server;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.takedown.stack.StackFailure;
import vn.takedown.stack.terminal.Progress;

/**
 * Where a server is that no Maven registry has: on the search path, or installed from Debian's
 * archive when this runs as root. Debian's builds read files below {@code /usr/share} and {@code
 * /etc}, so unpacking alone would not do.
 *
 * @param title for a person
 * @param archive name of the package
 * @param names of the program, the likeliest first
 */
record DebianProgram(String title, String archive, List<String> names) {

    static final DebianProgram ALERTMANAGER =
            new DebianProgram(
                    "Alertmanager",
                    "prometheus-alertmanager",
                    List.of("prometheus-alertmanager", "alertmanager"));
    static final DebianProgram PROMETHEUS =
            new DebianProgram("Prometheus", "prometheus", List.of("prometheus"));

    private static final List<String> INSTALL =
            List.of("apt-get", "install", "-y", "--no-install-recommends");
    private static final List<String> UPDATE = List.of("apt-get", "update");

    /**
     * @throws StackFailure when it is neither there nor can be installed
     */
    Path find(Progress progress) {
        Optional<Path> there = onSearchPath();
        if (there.isPresent()) {
            return there.get();
        }
        if (!Unprivileged.isNeeded()) {
            throw missing("is not on the PATH.");
        }
        List<String> install = new ArrayList<>(INSTALL);
        install.add(archive);
        progress.note(title + " is not on the PATH: " + String.join(" ", install));
        install(install);
        return onSearchPath().orElseThrow(() -> missing("is not on the PATH."));
    }

    private Optional<Path> onSearchPath() {
        for (String folder : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)) {
            for (String name : names) {
                Path program = Path.of(folder, name);
                if (Files.isExecutable(program)) {
                    return Optional.of(program);
                }
            }
        }
        return Optional.empty();
    }

    /** A machine that has never asked for the lists of packages finds none. */
    private void install(List<String> command) {
        if (run(command).isPresent()) {
            run(UPDATE);
            Optional<String> refused = run(command);
            if (refused.isPresent()) {
                throw missing("cannot be installed.\n" + refused.get());
            }
        }
    }

    /** What the command printed when it failed; empty when it did not. */
    private Optional<String> run(List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("DEBIAN_FRONTEND", "noninteractive");
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            String output =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor() == 0 ? Optional.empty() : Optional.of(output);
        } catch (IOException e) {
            throw missing("cannot be installed: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailure("Interrupted while installing " + title + ".", e);
        }
    }

    private StackFailure missing(String why) {
        return new StackFailure(
                title
                        + " "
                        + why
                        + "\nAs root: apt-get update && apt-get install "
                        + archive
                        + "; or put the program on the PATH.");
    }
}
