package vn.takedown.stack.simulator;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import vn.takedown.compliance.ingest.ParseResult;
import vn.takedown.compliance.ingest.PolicyParser;
import vn.takedown.compliance.ingest.ReferenceRecord;
import vn.takedown.compliance.ingest.Topics;
import vn.takedown.model.reference.Policy;

/** Vietnam's clocks as {@code infra/policies} ships them; the build puts the file beside us. */
final class ShippedPolicies {

    private static final String FILE = "/policies/vietnam.jsonl";

    private ShippedPolicies() {}

    /**
     * The lines of the file as they are.
     *
     * @param at event time of the records, in milliseconds since the epoch
     */
    static List<SimulatedRecord> records(long at) {
        PolicyParser parser = new PolicyParser();
        try (InputStream file = ShippedPolicies.class.getResourceAsStream(FILE);
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return lines.lines().map(line -> record(parser, line, at)).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(FILE, unreadable);
        }
    }

    private static SimulatedRecord record(PolicyParser parser, String line, long at) {
        byte[] value = line.getBytes(StandardCharsets.UTF_8);
        if (parser.parse(value) instanceof ParseResult.Parsed<ReferenceRecord> parsed
                && parsed.value() instanceof ReferenceRecord.PolicyRecord shipped) {
            Policy policy = shipped.policy();
            return new SimulatedRecord(
                    Topics.POLICIES, policy.policyId() + "|" + policy.version(), value, at);
        }
        throw new IllegalStateException(FILE + " holds a line that is no policy");
    }
}
