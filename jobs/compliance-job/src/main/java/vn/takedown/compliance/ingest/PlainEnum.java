package vn.takedown.compliance.ingest;

import java.nio.charset.StandardCharsets;

/** The constants of an enum by the bytes of the names that records use. */
final class PlainEnum<E extends Enum<E>> {

    private final E[] constants;
    private final byte[][] names;

    PlainEnum(E[] constants) {
        this.constants = constants;
        this.names = new byte[constants.length][];
        for (int i = 0; i < constants.length; i++) {
            names[i] = constants[i].name().getBytes(StandardCharsets.US_ASCII);
        }
    }

    /** Reads a string that names one of them; null when it does not, or is not plain. */
    E read(PlainJson json) {
        int length = json.string();
        for (int i = 0; i < names.length; i++) {
            if (names[i].length == length && json.isString(names[i])) {
                return constants[i];
            }
        }
        json.giveUp();
        return null;
    }
}
