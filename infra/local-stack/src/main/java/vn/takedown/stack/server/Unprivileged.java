package vn.takedown.stack.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.List;
import vn.takedown.stack.StackFailure;

/**
 * The account that runs what refuses to run as root.
 *
 * @param name account name
 * @param user numeric user id
 * @param group numeric id of the account's group
 */
record Unprivileged(String name, String user, String group) {

    private static final String ACCOUNT = "nobody";

    static boolean isNeeded() {
        return output("id", "-u").equals("0");
    }

    /**
     * @param program that refuses to run as root
     * @throws StackFailure when the system lacks the account or the command {@code setpriv}
     */
    static Unprivileged account(String program) {
        if (!succeeds(List.of("setpriv", "--version"))) {
            throw new StackFailure(
                    program
                            + " refuses to run as root, and the command setpriv (Debian's package"
                            + " util-linux) that would change the user is missing. Install"
                            + " it or start as another user.");
        }
        return new Unprivileged(ACCOUNT, output("id", "-u", ACCOUNT), output("id", "-g", ACCOUNT));
    }

    List<String> prefix() {
        return List.of(
                "setpriv",
                "--reuid=" + user,
                "--regid=" + group,
                "--clear-groups",
                "--no-new-privs");
    }

    /** True when the account may read the file and search every folder above it. */
    boolean canRead(Path file) {
        List<String> command = new ArrayList<>(prefix());
        command.addAll(List.of("test", "-r", file.toString()));
        return succeeds(command);
    }

    void own(Path tree) {
        try {
            UserPrincipal principal =
                    tree.getFileSystem()
                            .getUserPrincipalLookupService()
                            .lookupPrincipalByName(name);
            FolderTree.giveTo(principal, tree);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot give " + tree + " to " + name, e);
        }
    }

    /** True when the account could search the folder; the folder need not exist yet. */
    boolean canReach(Path folder) {
        Path existing = folder;
        while (!Files.isDirectory(existing)) {
            existing = existing.getParent();
        }
        List<String> command = new ArrayList<>(prefix());
        command.addAll(List.of("test", "-x", existing.toString()));
        return succeeds(command);
    }

    private static boolean succeeds(List<String> command) {
        try {
            Process process =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start();
            return process.waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailure("Interrupted.", e);
        }
    }

    private static String output(String... command) {
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
            String text =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                            .trim();
            if (process.waitFor() != 0) {
                throw new StackFailure(String.join(" ", command) + " failed: " + text);
            }
            return text;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailure("Interrupted.", e);
        }
    }
}
