package vn.takedown.stack.server;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import vn.takedown.stack.StackFailure;
import vn.takedown.stack.terminal.Progress;

/** Where the program Alertmanager is: on the search path, or fetched from Debian's archive. */
final class AlertmanagerProgram {

    private static final String PACKAGE = "prometheus-alertmanager";
    private static final List<String> NAMES = List.of(PACKAGE, "alertmanager");

    private AlertmanagerProgram() {}

    /**
     * @throws StackFailure when it is neither there nor can be fetched
     */
    static Path find(Installation installation, Progress progress) {
        for (String folder : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)) {
            for (String name : NAMES) {
                Path program = Path.of(folder, name);
                if (Files.isExecutable(program)) {
                    return program;
                }
            }
        }
        Path fetched = installation.home().resolve("infra/local-stack/target").resolve(PACKAGE);
        Path program = fetched.resolve("usr/bin").resolve(PACKAGE);
        if (!Files.isExecutable(program)) {
            progress.note(
                    "Alertmanager is not installed: fetching Debian's package "
                            + PACKAGE
                            + " into "
                            + fetched
                            + " (nothing is installed).");
            fetch(fetched);
        }
        return program;
    }

    /** Neither downloading nor unpacking a package needs root. */
    private static void fetch(Path folder) {
        try {
            Files.createDirectories(folder);
            run(folder, List.of("apt-get", "download", PACKAGE));
            List<Path> packages = new ArrayList<>();
            try (DirectoryStream<Path> found =
                    Files.newDirectoryStream(folder, PACKAGE + "_*.deb")) {
                found.forEach(packages::add);
            }
            run(folder, List.of("dpkg", "-x", packages.get(0).toString(), folder.toString()));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to " + folder, e);
        }
    }

    private static void run(Path folder, List<String> command) {
        String output;
        int code;
        try {
            Process process =
                    new ProcessBuilder(command)
                            .directory(folder.toFile())
                            .redirectErrorStream(true)
                            .start();
            output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            code = process.waitFor();
        } catch (IOException e) {
            output = e.getMessage();
            code = -1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailure("Interrupted while fetching Alertmanager.", e);
        }
        if (code != 0) {
            throw new StackFailure(
                    "Alertmanager cannot be fetched: '"
                            + String.join(" ", command)
                            + "' failed. Install it ('apt-get update && apt-get install "
                            + PACKAGE
                            + "', as root) or put its program on the PATH.\n"
                            + output);
        }
    }
}
