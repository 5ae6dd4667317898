package vn.takedown.benchmarks.run;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.takedown.benchmarks.worker.WorkerMain;
import vn.takedown.stack.StackFailure;
import vn.takedown.stack.server.Installation;

/**
 * Does one measurement in a process of its own, so that no variant runs with code that the just-in-
 * time compiler has adapted to another one, nor with its garbage.
 */
public final class Worker {

    private static final String TARGET = "jobs/benchmarks/target";
    private static final long STOP_SECONDS = 10;
    private static final int SHOWN_LOG_LINES = 12;

    /** Each brings its own RocksDB, in the same package. */
    private static final List<String> OF_STREAMS = List.of("rocksdbjni-", "kafka-streams-");

    private static final List<String> OF_FLINK =
            List.of("frocksdbjni-", "forstjni-", "flink-statebackend-");

    private final Path target;
    private final Path logs;

    /**
     * @param logs folder for the log of every run
     */
    public Worker(Installation installation, Path logs) {
        this.target = installation.home().resolve(TARGET);
        this.logs = logs;
    }

    /**
     * @param name of the log file
     * @param progress is told how many records have been read
     * @throws StackFailure when the measurement fails
     */
    public RunResult run(RunRequest request, String name, LongConsumer progress) {
        Path log = logs.resolve(name + ".log");
        try {
            Files.createDirectories(logs);
            Files.createDirectories(Path.of(request.folder()));
            Process process =
                    new ProcessBuilder(command(request))
                            .redirectError(log.toFile())
                            .directory(Path.of(request.folder()).toFile())
                            .start();
            try {
                return follow(process, log, progress);
            } finally {
                end(process);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A worker that has told its result has nothing left to do. */
    private static void end(Process process) throws IOException {
        process.getOutputStream().close();
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static RunResult follow(Process process, Path log, LongConsumer progress)
            throws IOException {
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            String line;
            while ((line = lines.readLine()) != null) {
                if (line.startsWith(WorkerMain.READ)) {
                    progress.accept(Long.parseLong(line.substring(WorkerMain.READ.length())));
                } else if (line.startsWith(WorkerMain.RESULT)) {
                    return Json.read(line.substring(WorkerMain.RESULT.length()), RunResult.class);
                } else if (line.startsWith(WorkerMain.FAILED)) {
                    throw new StackFailure(line.substring(WorkerMain.FAILED.length()));
                }
            }
        }
        throw new StackFailure("The process ended without a result:\n" + lastLines(log));
    }

    private static String lastLines(Path log) throws IOException {
        List<String> lines = Files.readAllLines(log);
        return String.join(
                "\n", lines.subList(Math.max(0, lines.size() - SHOWN_LOG_LINES), lines.size()));
    }

    private List<String> command(RunRequest request) throws IOException {
        Path temporary = Files.createDirectories(Path.of(request.folder()).resolve("tmp"));
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(
                List.of(
                        "-Xms1g",
                        "-Xmx1g",
                        "-XX:MaxDirectMemorySize=512m",
                        "-XX:+UseParallelGC",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-Djava.awt.headless=true",
                        "-Djava.io.tmpdir=" + temporary,
                        "-Dlog4j2.configurationFile=classpath:log4j2-worker.properties"));
        for (String name : List.of("lang", "util", "net", "nio", "time")) {
            command.add("--add-opens=java.base/java." + name + "=ALL-UNNAMED");
        }
        command.addAll(List.of("-cp", classPath(request.variant())));
        command.addAll(List.of(WorkerMain.class.getName(), Json.write(request)));
        return command;
    }

    private String classPath(Variant variant) throws IOException {
        List<String> left = variant.isFlink() ? OF_STREAMS : OF_FLINK;
        try (Stream<Path> jars = Files.list(target);
                Stream<Path> libraries = Files.list(target.resolve("lib"))) {
            Stream<Path> own = jars.filter(jar -> name(jar).matches("benchmarks-.*\\.jar"));
            return Stream.concat(
                            own,
                            libraries.filter(jar -> left.stream().noneMatch(name(jar)::startsWith)))
                    .map(Path::toString)
                    .collect(Collectors.joining(":"));
        }
    }

    private static String name(Path path) {
        return path.getFileName().toString();
    }
}
