package vn.takedown.stack.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The retained checkpoints below a folder. */
final class Checkpoints {

    /** Folder, job, checkpoint, metadata. */
    private static final int DEPTH = 3;

    private Checkpoints() {}

    private record Found(Path folder, FileTime written) {}

    /** Folders of the checkpoints that were written to their end, the newest first. */
    static List<Path> newestFirst(Path root) throws IOException {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        List<Found> found = new ArrayList<>();
        try (Stream<Path> entries = Files.walk(root, DEPTH)) {
            for (Path metadata : entries.filter(entry -> entry.endsWith("_metadata")).toList()) {
                found.add(new Found(metadata.getParent(), Files.getLastModifiedTime(metadata)));
            }
        }
        found.sort(Comparator.comparing(Found::written).reversed());
        return found.stream().map(Found::folder).toList();
    }
}
