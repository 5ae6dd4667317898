package vn.takedown.compliance.source;

/**
 * What every subtask must know: a provider, a policy, or how far time has come.
 *
 * @param key {@code provider_id}, or {@code policy_id|version}; null for a heartbeat
 * @param value the record's JSON; null when the entry is deleted, and for a heartbeat
 * @param at event time of a heartbeat, milliseconds since the epoch
 */
public record ReferenceUpdate(Kind kind, String key, byte[] value, long at) {

    /** What the update is about. */
    public enum Kind {
        PROVIDER,
        POLICY,
        HEARTBEAT
    }

    static ReferenceUpdate heartbeat(long at) {
        return new ReferenceUpdate(Kind.HEARTBEAT, null, null, at);
    }
}
