package vn.takedown.stack.policy;

/**
 * Where a record stands.
 *
 * @param line from 1
 */
public record Place(String file, long line) {

    @Override
    public String toString() {
        return file + ":" + line;
    }
}
