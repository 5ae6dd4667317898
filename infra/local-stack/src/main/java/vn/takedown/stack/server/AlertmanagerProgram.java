package vn.takedown.stack.server;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import vn.takedown.stack.StackFailure;
import vn.takedown.stack.terminal.Progress;

/**
 * Where the program Alertmanager is: on the search path, or installed from Debian's archive when
 * this runs as root. Debian's build reads templates below {@code /usr/share}, so unpacking alone
 * would not do.
 */
final class AlertmanagerProgram {

    private static final String PACKAGE = "prometheus-alertmanager";
    private static final List<String> NAMES = List.of(PACKAGE, "alertmanager");
    private static final List<String> INSTALL =
            List.of("apt-get", "install", "-y", "--no-install-recommends", PACKAGE);
    private static final List<String> UPDATE = List.of("apt-get", "update");

    private AlertmanagerProgram() {}

    /**
     * @throws StackFailure when it is neither there nor can be installed
     */
    static Path find(Progress progress) {
        Optional<Path> there = onSearchPath();
        if (there.isPresent()) {
            return there.get();
        }
        if (!Unprivileged.isNeeded()) {
            throw missing("is not on the PATH.");
        }
        progress.note("Alertmanager is not on the PATH: " + String.join(" ", INSTALL));
        install();
        return onSearchPath().orElseThrow(() -> missing("is not on the PATH."));
    }

    private static Optional<Path> onSearchPath() {
        for (String folder : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)) {
            for (String name : NAMES) {
                Path program = Path.of(folder, name);
                if (Files.isExecutable(program)) {
                    return Optional.of(program);
                }
            }
        }
        return Optional.empty();
    }

    /** A machine that has never asked for the lists of packages finds none. */
    private static void install() {
        if (run(INSTALL).isPresent()) {
            run(UPDATE);
            Optional<String> refused = run(INSTALL);
            if (refused.isPresent()) {
                throw missing("cannot be installed.\n" + refused.get());
            }
        }
    }

    /** What the command printed when it failed; empty when it did not. */
    private static Optional<String> run(List<String> command) {
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
            throw new StackFailure("Interrupted while installing Alertmanager.", e);
        }
    }

    private static StackFailure missing(String why) {
        return new StackFailure(
                "Alertmanager "
                        + why
                        + "\nAs root: apt-get update && apt-get install "
                        + PACKAGE
                        + "; or put the program on the PATH.");
    }
}
