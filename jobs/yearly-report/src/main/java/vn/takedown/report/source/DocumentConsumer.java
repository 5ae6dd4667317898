package vn.takedown.report.source;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;

/** Takes documents one by one, without their being held. */
@FunctionalInterface
public interface DocumentConsumer {

    /**
     * @param parser at the document's start; must be left at its end
     */
    void accept(JsonParser parser) throws IOException;
}
