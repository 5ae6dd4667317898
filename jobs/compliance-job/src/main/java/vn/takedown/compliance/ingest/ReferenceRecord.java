package vn.takedown.compliance.ingest;

import vn.takedown.model.event.Heartbeat;
import vn.takedown.model.reference.Policy;
import vn.takedown.model.reference.Provider;

/** A valid record of one of the two reference topics, providers and policies. */
public sealed interface ReferenceRecord {

    /** The newest entry of one provider. */
    record ProviderRecord(Provider provider) implements ReferenceRecord {}

    /** One version of one policy. */
    record PolicyRecord(Policy policy) implements ReferenceRecord {}

    /** A heartbeat, which any input topic may carry. */
    record ReferenceHeartbeat(Heartbeat heartbeat) implements ReferenceRecord {}
}
