package vn.takedown.stack.explain;

import java.io.IOException;
import java.util.Set;
import vn.takedown.stack.replay.InputFolder;
import vn.takedown.stack.replay.RecordLines;
import vn.takedown.stack.topic.InputTopic;

/** The events of a case in a replay folder. */
public final class FolderEvents {

    private FolderEvents() {}

    /**
     * Reads the whole folder, in the order of {@link InputTopic}.
     *
     * @throws IOException when a file cannot be read
     */
    public static CaseRecords of(String caseId, InputFolder folder) throws IOException {
        RecordCollector collector = new RecordCollector(caseId);
        for (InputTopic topic : InputTopic.values()) {
            try (RecordLines lines = folder.lines(topic)) {
                for (byte[] line = lines.next(); line != null; line = lines.next()) {
                    collector.take(topic, null, line, null);
                }
            }
        }
        return collector.records(Set.of());
    }
}
