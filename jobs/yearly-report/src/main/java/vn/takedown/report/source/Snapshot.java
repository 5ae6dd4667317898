package vn.takedown.report.source;

import java.util.SortedMap;
import vn.takedown.report.ReportFailure;

/** One state of all documents: what is written meanwhile is not seen. */
public interface Snapshot extends AutoCloseable {

    /**
     * Hands over every document of a kind that the selection keeps, and perhaps others, in no
     * order. A kind that does not exist has no documents.
     *
     * @throws ReportFailure when reading fails; one line
     */
    void forEach(
            DocumentKind kind,
            Selection selection,
            DocumentConsumer consumer,
            ReadProgress progress);

    /**
     * The data cut-off as the documents tell it: the latest {@code updated_at}, milliseconds since
     * the epoch; null when none tells it.
     */
    Long latestUpdate();

    /**
     * How well each provider was watched in a year, by its id; empty when nothing tells it.
     *
     * @param start of the year, milliseconds since the epoch
     * @param end of the year, exclusive
     * @throws ReportFailure when reading fails; one line
     */
    SortedMap<String, WatchedHours> watched(long start, long end);

    @Override
    void close();
}
