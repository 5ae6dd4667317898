package vn.takedown.report.source;

/** Is told how much of a kind has been read. */
@FunctionalInterface
public interface ReadProgress {

    /**
     * @param total 0 when it is not known
     */
    void read(long done, long total);
}
