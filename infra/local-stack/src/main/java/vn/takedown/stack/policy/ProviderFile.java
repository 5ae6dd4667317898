package vn.takedown.stack.policy;

import java.io.IOException;
import vn.takedown.compliance.ingest.ParseResult;
import vn.takedown.compliance.ingest.ProviderParser;
import vn.takedown.compliance.ingest.ReferenceRecord;
import vn.takedown.model.reference.ReferenceBook;
import vn.takedown.stack.StackFailure;
import vn.takedown.stack.replay.RecordLines;

/** Reads a provider registry as its topic carries it. */
public final class ProviderFile {

    private ProviderFile() {}

    /**
     * @param name how failures call the file
     * @throws IOException when the file cannot be read
     * @throws StackFailure when a line is no provider
     */
    public static void read(String name, RecordLines lines, ReferenceBook into) throws IOException {
        ProviderParser parser = new ProviderParser();
        for (byte[] line = lines.next(); line != null; line = lines.next()) {
            ParseResult<ReferenceRecord> result = parser.parse(line);
            if (result instanceof ParseResult.Rejected<ReferenceRecord> rejected) {
                throw new StackFailure(
                        new Place(name, lines.count())
                                + ": no provider: "
                                + rejected.reason()
                                + ": "
                                + rejected.detail());
            }
            if (result instanceof ParseResult.Parsed<ReferenceRecord> parsed
                    && parsed.value() instanceof ReferenceRecord.ProviderRecord given) {
                into.put(given.provider());
            }
        }
    }
}
