package vn.takedown.stack.policy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.takedown.compliance.ingest.ParseResult;
import vn.takedown.compliance.ingest.PolicyParser;
import vn.takedown.compliance.ingest.ReferenceRecord;
import vn.takedown.model.reference.Policy;
import vn.takedown.model.reference.ReferenceBook;
import vn.takedown.stack.replay.RecordLines;

/**
 * Policies read from files as the job reads them from its topic.
 *
 * @param policies in the order of the files and lines
 * @param rejections a finding for every line that is no policy
 */
public record PolicyFiles(List<PolicyLine> policies, List<Finding> rejections) {

    public PolicyFiles {
        policies = List.copyOf(policies);
        rejections = List.copyOf(rejections);
    }

    /**
     * @param files plain or packed (.gz), one policy per line
     * @throws IOException when a file cannot be read
     */
    public static PolicyFiles read(List<Path> files) throws IOException {
        PolicyParser parser = new PolicyParser();
        List<PolicyLine> policies = new ArrayList<>();
        List<Finding> rejections = new ArrayList<>();
        for (Path file : files) {
            try (RecordLines lines = RecordLines.of(file)) {
                for (byte[] line = lines.next(); line != null; line = lines.next()) {
                    Place place = new Place(file.toString(), lines.count());
                    ParseResult<ReferenceRecord> result = parser.parse(line);
                    if (result instanceof ParseResult.Rejected<ReferenceRecord> rejected) {
                        rejections.add(
                                new Finding(
                                        Severity.ERROR,
                                        place,
                                        rejected.reason() + ": " + rejected.detail()));
                    } else if (result instanceof ParseResult.Parsed<ReferenceRecord> parsed
                            && parsed.value() instanceof ReferenceRecord.PolicyRecord given) {
                        policies.add(new PolicyLine(place, given.policy(), Provenance.of(line)));
                    } else {
                        rejections.add(
                                new Finding(
                                        Severity.NOTE, place, "a heartbeat, which is no policy"));
                    }
                }
            }
        }
        return new PolicyFiles(policies, rejections);
    }

    /** What the job would know after reading the files: of equal versions the last one. */
    public ReferenceBook book() {
        ReferenceBook book = new ReferenceBook();
        policies.forEach(line -> book.put(line.policy()));
        return book;
    }

    /** The line that a policy of the {@link #book()} comes from; empty for the built-in default. */
    Optional<PolicyLine> lineOf(Policy policy) {
        return policies.stream().filter(line -> line.policy() == policy).findFirst();
    }
}
