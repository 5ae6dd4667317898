package vn.takedown.stack.client;

import java.io.IOException;

/** Takes documents one by one. */
@FunctionalInterface
public interface DocumentConsumer {

    /**
     * @param line the document as one line of JSON, with {@code _id} as its first field, without a
     *     line end
     */
    void accept(String id, byte[] line) throws IOException;
}
