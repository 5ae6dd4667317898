package vn.takedown.compliance.event;

import java.util.HexFormat;
import org.apache.flink.api.common.typeinfo.TypeInformation;

/**
 * A provider and a keyed hash: {@code provider_id|target_key} or {@code provider_id|content_key}.
 * The key of most state there is, so the 64 hex digits are kept in 32 bytes. It may never change.
 */
public record ProviderKey(String providerId, long first, long second, long third, long fourth) {

    public static final TypeInformation<ProviderKey> TYPE =
            new PackedType<>(ProviderKey.class, ProviderKeySerializer.INSTANCE);

    private static final int DIGITS = 16;

    /**
     * @param hash 64 lower-case hex digits
     */
    public static ProviderKey of(String providerId, String hash) {
        if (hash.length() != 4 * DIGITS) {
            throw new IllegalArgumentException("A key has 64 hex digits, not " + hash.length());
        }
        return new ProviderKey(
                providerId, digits(hash, 0), digits(hash, 1), digits(hash, 2), digits(hash, 3));
    }

    private static long digits(String hash, int part) {
        return Long.parseUnsignedLong(hash, part * DIGITS, (part + 1) * DIGITS, DIGITS);
    }

    /** The 64 lower-case hex digits. */
    public String hash() {
        HexFormat hex = HexFormat.of();
        return hex.toHexDigits(first)
                + hex.toHexDigits(second)
                + hex.toHexDigits(third)
                + hex.toHexDigits(fourth);
    }

    /** Decides which subtask owns the key, so it must be the same in every version of Java. */
    @Override
    public int hashCode() {
        return 31 * Long.hashCode(first ^ second) + providerId.hashCode();
    }
}
