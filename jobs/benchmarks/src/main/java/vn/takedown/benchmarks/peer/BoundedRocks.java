package vn.takedown.benchmarks.peer;

import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.WriteBufferManager;

/**
 * One bound for the memory of all stores together, as Kafka's documentation advises: as much as
 * Flink's managed memory, half of it for write buffers as Flink has it.
 */
public final class BoundedRocks implements RocksDBConfigSetter {

    private static final long BYTES = 1L << 30;
    private static final Cache CACHE;
    private static final WriteBufferManager WRITE_BUFFERS;

    static {
        RocksDB.loadLibrary();
        CACHE = new LRUCache(BYTES);
        WRITE_BUFFERS = new WriteBufferManager(BYTES / 2, CACHE);
    }

    /** Kafka Streams makes it. */
    public BoundedRocks() {}

    @Override
    public void setConfig(String store, Options options, Map<String, Object> settings) {
        BlockBasedTableConfig table = (BlockBasedTableConfig) options.tableFormatConfig();
        table.setBlockCache(CACHE);
        table.setCacheIndexAndFilterBlocks(true);
        options.setWriteBufferManager(WRITE_BUFFERS);
        options.setTableFormatConfig(table);
    }

    @Override
    public void close(String store, Options options) {
        // Shared by all stores for as long as the process lives.
    }
}
