package vn.takedown.model.cases;

/** Ids as 64-bit numbers, where only distinctness within one target matters. */
final class Hash {

    private Hash() {}

    /** FNV-1a, 64 bits. */
    static long of(String text) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        return hash;
    }
}
