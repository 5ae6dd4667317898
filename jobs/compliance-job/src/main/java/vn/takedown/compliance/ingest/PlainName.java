package vn.takedown.compliance.ingest;

import java.nio.charset.StandardCharsets;

/**
 * The name of a field in ASCII.
 *
 * @param letters the name alone
 * @param written in quotes and with its colon, without white space
 */
record PlainName(byte[] letters, byte[] written) {

    static PlainName of(String name) {
        return new PlainName(ascii(name), ascii('"' + name + "\":"));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
