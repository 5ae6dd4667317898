package vn.takedown.stack.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import vn.takedown.stack.StackFailure;

/** Where the programs of PostgreSQL are. Debian keeps those of the server off the search path. */
public final class PostgresqlProgram {

    private static final Path DEBIAN = Path.of("/usr/lib/postgresql");
    private static final String SERVER = "postgres";

    private PostgresqlProgram() {}

    /** What to do about it when it is not installed; empty when it is. */
    public static Optional<String> missing() {
        return folder().isPresent()
                ? Optional.empty()
                : Optional.of("PostgreSQL is not installed: apt-get install postgresql");
    }

    /**
     * A program of the newest version that is installed.
     *
     * @throws StackFailure when there is none
     */
    static Path find(String program) {
        return folder().map(folder -> folder.resolve(program))
                .orElseThrow(() -> new StackFailure(missing().orElseThrow()));
    }

    private static Optional<Path> folder() {
        if (Files.isDirectory(DEBIAN)) {
            try (Stream<Path> versions = Files.list(DEBIAN)) {
                Optional<Path> newest =
                        versions.map(version -> version.resolve("bin"))
                                .filter(PostgresqlProgram::holdsServer)
                                .max(Comparator.comparing(PostgresqlProgram::version));
                if (newest.isPresent()) {
                    return newest;
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        String searched = System.getenv().getOrDefault("PATH", "");
        return Stream.of(searched.split(java.io.File.pathSeparator))
                .filter(folder -> !folder.isEmpty())
                .map(Path::of)
                .filter(PostgresqlProgram::holdsServer)
                .findFirst();
    }

    private static boolean holdsServer(Path folder) {
        return Files.isExecutable(folder.resolve(SERVER));
    }

    private static double version(Path programs) {
        String name = programs.getParent().getFileName().toString();
        return name.matches("[0-9]+(\\.[0-9]+)?") ? Double.parseDouble(name) : 0;
    }
}
