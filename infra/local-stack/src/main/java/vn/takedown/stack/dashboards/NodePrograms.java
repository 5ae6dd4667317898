package vn.takedown.stack.dashboards;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import vn.takedown.stack.StackFailure;
import vn.takedown.stack.server.Installation;

/** The programs of {@code dashboards/}, which run on Node.js. */
public final class NodePrograms {

    private static final String NODE_MISSING =
            "Node.js or npm is missing: apt-get install nodejs npm (18.19 or newer).";

    private final Path folder;

    private NodePrograms(Path folder) {
        this.folder = folder;
    }

    /**
     * Builds the programs if a source is newer, and fetches their libraries the first time.
     *
     * @throws StackFailure when Node.js is missing or the build fails
     */
    public static NodePrograms build(Installation installation) {
        NodePrograms programs = new NodePrograms(installation.home().resolve("dashboards"));
        if (!Files.isDirectory(programs.folder.resolve("node_modules"))) {
            programs.require("npm", "ci");
        }
        if (!programs.areBuilt()) {
            programs.require("npm", "run", "--silent", "build");
        }
        return programs;
    }

    /** The compiler is slow, and whoever has just run the tests has built them. */
    private boolean areBuilt() {
        Path made = folder.resolve("target/js/render/main.js");
        try (Stream<Path> sources = Files.walk(folder.resolve("src"))) {
            FileTime built = Files.getLastModifiedTime(made);
            return Stream.concat(
                            sources,
                            Stream.of("package.json", "tsconfig.json").map(folder::resolve))
                    .noneMatch(source -> isNewer(source, built));
        } catch (NoSuchFileException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A folder is newer when a file in it was added or taken away. */
    private static boolean isNewer(Path source, FileTime built) {
        try {
            return Files.getLastModifiedTime(source).compareTo(built) > 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Runs one, with its output going where this program's goes.
     *
     * @param program path below {@code target/js}, such as {@code render/main.js}
     * @return its exit code
     */
    public int run(String program, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add("node");
        command.add(folder.resolve("target/js").resolve(program).toString());
        command.addAll(arguments);
        return exitCode(command);
    }

    private void require(String... command) {
        int code = exitCode(List.of(command));
        if (code != 0) {
            throw new StackFailure(
                    "'" + String.join(" ", command) + "' in dashboards/ ended with " + code + ".");
        }
    }

    /**
     * Node makes pipes that it inherits non-blocking, for whoever else reads and writes them too.
     * So it gets an input and an output of its own.
     */
    private int exitCode(List<String> command) {
        Process process;
        try {
            process =
                    new ProcessBuilder(command)
                            .directory(folder.toFile())
                            .redirectError(ProcessBuilder.Redirect.INHERIT)
                            .start();
        } catch (IOException e) {
            throw new StackFailure(NODE_MISSING, e);
        }
        try {
            process.getOutputStream().close();
            process.getInputStream().transferTo(System.out);
            return process.waitFor();
        } catch (IOException e) {
            process.destroy();
            throw new StackFailure(
                    "'" + String.join(" ", command) + "' in dashboards/ cannot be listened to.", e);
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new StackFailure("Interrupted.", e);
        }
    }
}
