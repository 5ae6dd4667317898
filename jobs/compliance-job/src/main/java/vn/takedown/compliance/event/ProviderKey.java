package vn.takedown.compliance.event;

import org.apache.flink.api.common.typeinfo.TypeInformation;
import vn.takedown.model.encoding.HexDigits;

/**
 * A provider and a keyed hash: {@code provider_id|target_key} or {@code provider_id|content_key}.
 * The key of most state there is, so the 64 hex digits are kept in 32 bytes. It may never change.
 */
public record ProviderKey(String providerId, long first, long second, long third, long fourth) {

    public static final TypeInformation<ProviderKey> TYPE =
            new PackedType<>(ProviderKey.class, ProviderKeySerializer.INSTANCE);

    /**
     * @param hash 64 lower-case hex digits
     */
    public static ProviderKey of(String providerId, String hash) {
        if (hash.length() != HexDigits.PER_HASH) {
            throw new IllegalArgumentException("A key has 64 hex digits, not " + hash.length());
        }
        return new ProviderKey(
                providerId,
                HexDigits.parse(hash, 0),
                HexDigits.parse(hash, HexDigits.PER_LONG),
                HexDigits.parse(hash, 2 * HexDigits.PER_LONG),
                HexDigits.parse(hash, 3 * HexDigits.PER_LONG));
    }

    /** The 64 lower-case hex digits. */
    public String hash() {
        return HexDigits.hash(first, second, third, fourth);
    }

    /** Decides which subtask owns the key, so it must be the same in every version of Java. */
    @Override
    public int hashCode() {
        return 31 * Long.hashCode(first ^ second) + providerId.hashCode();
    }
}
