package vn.takedown.report;

/** Is told how far the report is. */
@FunctionalInterface
public interface ReportListener {

    /**
     * @param step what is being done, in English
     * @param done in the same unit as the total
     * @param total 0 when it is not known
     */
    void progress(String step, long done, long total);
}
