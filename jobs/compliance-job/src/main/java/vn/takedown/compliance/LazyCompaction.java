package vn.takedown.compliance;

import java.util.Collection;
import org.apache.flink.state.rocksdb.RocksDBOptionsFactory;
import org.rocksdb.ColumnFamilyOptions;
import org.rocksdb.DBOptions;

/**
 * Lets RocksDB gather more of the small files that each checkpoint leaves before it merges them
 * into the large ones: every such merge writes all of a state's first level anew, whose keys lie as
 * scattered as those of the crawlers' rounds. A look-up passes the files that do not have its key
 * by their Bloom filters.
 */
public final class LazyCompaction implements RocksDBOptionsFactory {

    private static final long serialVersionUID = 1L;

    /** Of small files, one for each checkpoint: some minutes' worth. */
    private static final int FILES = 16;

    @Override
    public DBOptions createDBOptions(DBOptions current, Collection<AutoCloseable> toClose) {
        return current;
    }

    @Override
    public ColumnFamilyOptions createColumnOptions(
            ColumnFamilyOptions current, Collection<AutoCloseable> toClose) {
        return current.setLevel0FileNumCompactionTrigger(FILES)
                .setLevel0SlowdownWritesTrigger(2 * FILES)
                .setLevel0StopWritesTrigger(3 * FILES);
    }
}
