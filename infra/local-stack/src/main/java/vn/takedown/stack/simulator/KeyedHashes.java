package vn.takedown.stack.simulator;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Keys as the contract wants them: HMAC-SHA-256 in hex, here of running numbers. */
final class KeyedHashes {

    private final Mac mac;

    /** The seed stands for the secret, so that another seed gives other keys. */
    KeyedHashes(long seed) {
        try {
            mac = Mac.getInstance("HmacSHA256");
            mac.init(
                    new SecretKeySpec(
                            ("simulation-" + seed).getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every Java has HmacSHA256", missing);
        }
    }

    String target(long number) {
        return hash("target-" + number);
    }

    String content(String providerId, long number) {
        return hash("content-" + providerId + "-" + number);
    }

    String account(String providerId, long number) {
        return hash("account-" + providerId + "-" + number);
    }

    private String hash(String name) {
        return HexFormat.of().formatHex(mac.doFinal(name.getBytes(StandardCharsets.UTF_8)));
    }
}
