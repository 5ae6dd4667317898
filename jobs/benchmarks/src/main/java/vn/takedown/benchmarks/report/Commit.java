package vn.takedown.benchmarks.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The state of the source that is measured. */
public final class Commit {

    private Commit() {}

    /**
     * The commit, with {@code -dirty} behind it when files differ from it; null without git.
     *
     * @param home the project's root folder
     */
    public static String find(Path home) {
        String hash = git(home, "rev-parse", "HEAD");
        if (hash == null) {
            return null;
        }
        String changes = git(home, "status", "--porcelain", "--untracked-files=no");
        return changes == null || changes.isEmpty() ? hash : hash + "-dirty";
    }

    private static String git(Path home, String... arguments) {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        try {
            Process git =
                    new ProcessBuilder(command)
                            .directory(home.toFile())
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            String output =
                    new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return git.waitFor() == 0 ? output : null;
        } catch (IOException notInstalled) {
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }
}
