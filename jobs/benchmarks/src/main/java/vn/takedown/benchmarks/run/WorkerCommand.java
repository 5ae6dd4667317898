package vn.takedown.benchmarks.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.takedown.stack.server.Installation;

/**
 * How the process of a measurement is started: heap and flags as the local stack gives to Flink.
 */
final class WorkerCommand {

    private static final String TARGET = "jobs/benchmarks/target";

    /** Each brings its own RocksDB, in the same package. */
    private static final List<String> OF_STREAMS = List.of("rocksdbjni-", "kafka-streams-");

    private static final List<String> OF_FLINK =
            List.of("frocksdbjni-", "forstjni-", "flink-statebackend-");

    private WorkerCommand() {}

    /**
     * @param flink whether it runs Flink, else Kafka Streams
     * @param folder for what it keeps
     */
    static ProcessBuilder of(
            Installation installation, boolean flink, Path folder, Class<?> main, String argument)
            throws IOException {
        Path temporary = Files.createDirectories(folder.resolve("tmp"));
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(
                List.of(
                        "-Xms4g",
                        "-Xmx4g",
                        "-XX:MaxDirectMemorySize=512m",
                        "-Xmn1800m",
                        "-XX:+UseParallelGC",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-Djava.awt.headless=true",
                        "-Djava.io.tmpdir=" + temporary,
                        "-Dlog4j2.configurationFile=classpath:log4j2-worker.properties"));
        for (String name : List.of("lang", "util", "net", "nio", "time")) {
            command.add("--add-opens=java.base/java." + name + "=ALL-UNNAMED");
        }
        command.addAll(List.of("-cp", classPath(installation, flink), main.getName(), argument));
        return new ProcessBuilder(command).directory(folder.toFile());
    }

    private static String classPath(Installation installation, boolean flink) throws IOException {
        Path target = installation.home().resolve(TARGET);
        List<String> left = flink ? OF_STREAMS : OF_FLINK;
        try (Stream<Path> jars = Files.list(target);
                Stream<Path> libraries = Files.list(target.resolve("lib"))) {
            return Stream.concat(
                            jars.filter(jar -> name(jar).matches("benchmarks-.*\\.jar")),
                            libraries.filter(jar -> left.stream().noneMatch(name(jar)::startsWith)))
                    .map(Path::toString)
                    .collect(Collectors.joining(":"));
        }
    }

    private static String name(Path path) {
        return path.getFileName().toString();
    }
}
