package vn.takedown.stack.replay;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import vn.takedown.stack.StackFailure;
import vn.takedown.stack.topic.TopicSetup;

/**
 * The lines of a file as bytes. Only the line feed is taken away; a carriage return, an empty line
 * and bytes that are no text are records like any other. The line feed at the end of the file ends
 * the last line and begins no further one.
 */
public final class RecordLines implements AutoCloseable {

    private static final int BUFFER_BYTES = 256 * 1024;

    private final String name;
    private final InputStream stream;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private final ByteArrayOutputStream line = new ByteArrayOutputStream(1024);
    private int position;
    private int limit;
    private long count;

    RecordLines(String name, InputStream stream) {
        this.name = name;
        this.stream = stream;
    }

    static RecordLines none() {
        return new RecordLines("", InputStream.nullInputStream());
    }

    static RecordLines of(Path file) throws IOException {
        InputStream stream = Files.newInputStream(file);
        try {
            boolean packed = file.toString().endsWith(".gz");
            return new RecordLines(
                    file.toString(), packed ? new GZIPInputStream(stream, BUFFER_BYTES) : stream);
        } catch (IOException e) {
            stream.close();
            throw new IOException(file + ": " + e.getMessage(), e);
        }
    }

    /** Lines given so far. */
    long count() {
        return count;
    }

    /**
     * The next line, or null at the end.
     *
     * @throws StackFailure when the line is longer than the topics accept
     */
    public byte[] next() throws IOException {
        line.reset();
        boolean begun = false;
        while (fill()) {
            begun = true;
            int start = position;
            while (position < limit && buffer[position] != '\n') {
                position++;
            }
            line.write(buffer, start, position - start);
            if (line.size() > TopicSetup.LARGEST_RECORD_BYTES) {
                throw new StackFailure(
                        "Line "
                                + (count + 1)
                                + " of "
                                + name
                                + " is longer than the "
                                + TopicSetup.LARGEST_RECORD_BYTES
                                + " bytes that a topic accepts.");
            }
            if (position < limit) {
                position++;
                break;
            }
        }
        if (!begun) {
            return null;
        }
        count++;
        return line.toByteArray();
    }

    private boolean fill() throws IOException {
        if (position < limit) {
            return true;
        }
        position = 0;
        try {
            limit = Math.max(0, stream.read(buffer));
        } catch (IOException e) {
            throw new IOException(name + ", after line " + count + ": " + e.getMessage(), e);
        }
        return limit > 0;
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
