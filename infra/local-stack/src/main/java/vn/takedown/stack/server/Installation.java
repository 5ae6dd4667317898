package vn.takedown.stack.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import vn.takedown.stack.StackFailure;

/**
 * The built project: where the parts lie that the servers are started from.
 *
 * @param home the project's root folder, absolute
 */
public record Installation(Path home) {

    private static final String HOME_PROPERTY = "takedown.home";

    /**
     * The installation that {@code infra/takedown} or the build names.
     *
     * @throws StackFailure when the system property {@code takedown.home} is not set
     */
    public static Installation find() {
        String home = System.getProperty(HOME_PROPERTY);
        if (home == null) {
            throw new StackFailure(
                    "The system property "
                            + HOME_PROPERTY
                            + " is not set. Start with infra/takedown.");
        }
        return new Installation(Path.of(home).toAbsolutePath().normalize());
    }

    /** Class path of the launcher itself and of the Kafka broker. */
    String launcherClassPath() {
        return launcherJar() + ":" + built("infra/local-stack/target/lib") + "/*";
    }

    /** Class path of Flink: nothing that the job jar brings along. */
    String flinkClassPath() {
        return launcherJar() + ":" + built("infra/local-stack/target/lib-flink") + "/*";
    }

    /** How to run a main class of the launcher in a process of its own. */
    public List<String> launcherCommand(Class<?> mainClass) {
        return List.of(
                javaCommand(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-D" + HOME_PROPERTY + "=" + home,
                "-Dlog4j2.configurationFile=classpath:log4j2-launcher.properties",
                "-cp",
                launcherClassPath(),
                mainClass.getName());
    }

    /** The shaded jar of the job. */
    public Path jobJar() {
        return only("jobs/compliance-job/target", "compliance-job-*-job.jar");
    }

    Path elasticsearchHome() {
        return only("infra/local-stack/target/dist", "elasticsearch-*");
    }

    static Path javaHome() {
        return Path.of(System.getProperty("java.home"));
    }

    static String javaCommand() {
        return javaHome().resolve("bin").resolve("java").toString();
    }

    private Path launcherJar() {
        return only("infra/local-stack/target", "local-stack-*.jar");
    }

    private Path built(String folder) {
        Path path = home.resolve(folder);
        if (!Files.isDirectory(path)) {
            throw notBuilt(path.toString());
        }
        return path;
    }

    private Path only(String folder, String pattern) {
        List<Path> found = new ArrayList<>();
        Path path = home.resolve(folder);
        if (Files.isDirectory(path)) {
            try (DirectoryStream<Path> entries = Files.newDirectoryStream(path, pattern)) {
                entries.forEach(found::add);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        if (found.size() != 1) {
            throw notBuilt(path + "/" + pattern);
        }
        return found.get(0);
    }

    private static StackFailure notBuilt(String path) {
        return new StackFailure(
                "Not built: "
                        + path
                        + " is missing or there are several. Run 'mvn clean package -DskipTests'.");
    }
}
