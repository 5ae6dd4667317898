package vn.takedown.compliance.tracking;

import java.util.Map;
import org.apache.flink.api.common.state.BroadcastState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ReadOnlyBroadcastState;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.Types;
import vn.takedown.compliance.ingest.ParseResult;
import vn.takedown.compliance.ingest.PolicyParser;
import vn.takedown.compliance.ingest.ProviderParser;
import vn.takedown.compliance.ingest.ReferenceRecord;
import vn.takedown.compliance.source.PolicyVersion;
import vn.takedown.compliance.source.ReferenceUpdate;
import vn.takedown.model.reference.ReferenceBook;

/**
 * Providers and policies in broadcast state. They are kept as the JSON they came as, so that their
 * Java form may change between versions of the job.
 */
public final class ReferenceState {

    /** {@code PROVIDER:id} or {@code POLICY:id|version} → JSON. */
    public static final MapStateDescriptor<String, byte[]> ENTRIES =
            new MapStateDescriptor<>(
                    "reference",
                    Types.STRING,
                    PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO);

    private final ProviderParser providerParser = new ProviderParser();
    private final PolicyParser policyParser = new PolicyParser();
    private final ReferenceBook book = new ReferenceBook();

    /** Reads all of it, after a start or a restart. */
    public ReferenceState(ReadOnlyBroadcastState<String, byte[]> entries) throws Exception {
        for (Map.Entry<String, byte[]> entry : entries.immutableEntries()) {
            ReferenceUpdate.Kind kind =
                    ReferenceUpdate.Kind.valueOf(
                            entry.getKey().substring(0, entry.getKey().indexOf(':')));
            put(kind, entry.getValue());
        }
    }

    public ReferenceBook book() {
        return book;
    }

    public void update(ReferenceUpdate update, BroadcastState<String, byte[]> entries)
            throws Exception {
        String entryKey = update.kind() + ":" + update.key();
        if (update.value() == null) {
            entries.remove(entryKey);
            remove(update);
        } else {
            entries.put(entryKey, update.value());
            put(update.kind(), update.value());
        }
    }

    private void put(ReferenceUpdate.Kind kind, byte[] json) {
        ParseResult<ReferenceRecord> parsed =
                kind == ReferenceUpdate.Kind.PROVIDER
                        ? providerParser.parse(json)
                        : policyParser.parse(json);
        if (parsed instanceof ParseResult.Parsed<ReferenceRecord> accepted) {
            if (accepted.value() instanceof ReferenceRecord.ProviderRecord entry) {
                book.put(entry.provider());
                return;
            }
            if (accepted.value() instanceof ReferenceRecord.PolicyRecord entry) {
                book.put(entry.policy());
                return;
            }
        }
        throw new IllegalStateException("Reference data in state is no " + kind);
    }

    private void remove(ReferenceUpdate update) {
        if (update.kind() == ReferenceUpdate.Kind.PROVIDER) {
            book.removeProvider(update.key());
            return;
        }
        PolicyVersion policy = PolicyVersion.parse(update.key());
        if (policy != null) {
            book.removePolicy(policy.policyId(), policy.version());
        }
    }
}
