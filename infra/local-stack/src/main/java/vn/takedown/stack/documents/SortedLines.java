package vn.takedown.stack.documents;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Sorts lines by their ids in the order of the ids' UTF-8 bytes, with bounded memory: what does not
 * fit is written to sorted temporary files, which are merged at the end.
 */
final class SortedLines implements AutoCloseable {

    private record Line(byte[] id, byte[] text) {}

    private static final Comparator<Line> BY_ID =
            Comparator.comparing(Line::id, Arrays::compareUnsigned);

    private final Path folder;
    private final long limit;
    private final List<Line> held = new ArrayList<>();
    private final List<Path> spilled = new ArrayList<>();
    private long heldBytes;
    private long count;

    /**
     * @param folder for temporary files
     * @param limit bytes held in memory
     */
    SortedLines(Path folder, long limit) {
        this.folder = folder;
        this.limit = limit;
    }

    void add(String id, byte[] text) throws IOException {
        byte[] idBytes = id.getBytes(StandardCharsets.UTF_8);
        held.add(new Line(idBytes, text));
        heldBytes += idBytes.length + text.length;
        count++;
        if (heldBytes > limit) {
            spill();
        }
    }

    /** Writes all lines, each with a line feed. */
    long writeTo(Path file) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
            if (spilled.isEmpty()) {
                held.sort(BY_ID);
                for (Line line : held) {
                    write(line, out);
                }
            } else {
                spill();
                merge(out);
            }
        }
        return count;
    }

    private void spill() throws IOException {
        held.sort(BY_ID);
        Path file = Files.createTempFile(folder, "sorted-", ".run");
        spilled.add(file);
        try (DataOutputStream out =
                new DataOutputStream(
                        new BufferedOutputStream(Files.newOutputStream(file), 1 << 16))) {
            for (Line line : held) {
                out.writeInt(line.id().length);
                out.write(line.id());
                out.writeInt(line.text().length);
                out.write(line.text());
            }
        }
        held.clear();
        heldBytes = 0;
    }

    private void merge(OutputStream out) throws IOException {
        List<Run> runs = new ArrayList<>();
        try {
            PriorityQueue<Run> queue =
                    new PriorityQueue<>((left, right) -> BY_ID.compare(left.head, right.head));
            for (Path file : spilled) {
                Run run = new Run(file);
                runs.add(run);
                if (run.advance()) {
                    queue.add(run);
                }
            }
            while (!queue.isEmpty()) {
                Run run = queue.poll();
                write(run.head, out);
                if (run.advance()) {
                    queue.add(run);
                }
            }
        } finally {
            for (Run run : runs) {
                run.close();
            }
        }
    }

    private static void write(Line line, OutputStream out) throws IOException {
        out.write(line.text());
        out.write('\n');
    }

    @Override
    public void close() throws IOException {
        for (Path file : spilled) {
            Files.deleteIfExists(file);
        }
    }

    private static final class Run implements AutoCloseable {

        private final DataInputStream in;
        private Line head;

        Run(Path file) throws IOException {
            in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16));
        }

        boolean advance() throws IOException {
            int length;
            try {
                length = in.readInt();
            } catch (EOFException e) {
                return false;
            }
            byte[] id = in.readNBytes(length);
            byte[] text = in.readNBytes(in.readInt());
            head = new Line(id, text);
            return true;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
