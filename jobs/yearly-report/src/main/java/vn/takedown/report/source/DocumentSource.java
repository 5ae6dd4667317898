package vn.takedown.report.source;

import vn.takedown.report.ReportFailure;

/** Gives one state of all documents. */
public interface DocumentSource {

    /**
     * Fixes the state to be read; the caller closes it.
     *
     * @throws ReportFailure when there is nothing to read from
     */
    Snapshot open();
}
