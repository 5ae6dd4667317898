package vn.takedown.stack.replay;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import vn.takedown.stack.topic.InputTopic;

/** The files of a replay folder, found and checked before anything is started. */
public final class InputFolder {

    private final Map<InputTopic, Path> files;

    private InputFolder(Map<InputTopic, Path> files) {
        this.files = files;
    }

    /**
     * Finds the files.
     *
     * @throws IllegalArgumentException saying what is missing or ambiguous, in words for the user
     */
    public static InputFolder open(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new IllegalArgumentException("There is no folder " + folder + ".");
        }
        Map<InputTopic, Path> files = new EnumMap<>(InputTopic.class);
        for (InputTopic topic : InputTopic.values()) {
            Path plain = folder.resolve(topic.title() + ".jsonl");
            Path packed = folder.resolve(topic.title() + ".jsonl.gz");
            boolean isPlain = Files.exists(plain);
            if (isPlain && Files.exists(packed)) {
                throw new IllegalArgumentException(
                        "There are both "
                                + plain
                                + " and "
                                + packed.getFileName()
                                + ": remove one of them.");
            }
            if (isPlain || Files.exists(packed)) {
                files.put(topic, readable(isPlain ? plain : packed));
            } else if (topic == InputTopic.REQUESTS || topic == InputTopic.OBSERVATIONS) {
                throw new IllegalArgumentException(
                        "There is neither "
                                + plain.getFileName()
                                + " nor "
                                + packed.getFileName()
                                + " in "
                                + folder
                                + ".");
            }
        }
        return new InputFolder(files);
    }

    private static Path readable(Path file) {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new IllegalArgumentException(file + " is no file that can be read.");
        }
        return file;
    }

    /**
     * The records of a topic, none when its file is not there.
     *
     * @throws IOException when the file cannot be read
     */
    public RecordLines lines(InputTopic topic) throws IOException {
        Path file = files.get(topic);
        return file == null ? RecordLines.none() : RecordLines.of(file);
    }
}
