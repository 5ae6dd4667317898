package vn.takedown.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.flink.configuration.Configuration;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;
import org.apache.flink.state.rocksdb.PredefinedOptions;
import org.apache.flink.state.rocksdb.RocksDBOptionsFactory;
import org.apache.flink.state.rocksdb.RocksDBResourceContainer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.BloomFilter;
import org.rocksdb.ColumnFamilyOptions;
import org.rocksdb.RocksDB;
import vn.takedown.compliance.config.JobConfiguration;

/** What the job asks of RocksDB gets there. */
class RocksDbSettingsTest {

    private RocksDBResourceContainer container;
    private ColumnFamilyOptions options;

    @BeforeEach
    void openOptions() {
        RocksDB.loadLibrary();
        Configuration settings =
                ComplianceJob.flinkSettings(
                        JobConfiguration.parse(
                                "--kafka.bootstrap-servers",
                                "nowhere:9092",
                                "--elasticsearch.hosts",
                                "http://nowhere:9200"));
        RocksDBOptionsFactory factory =
                new EmbeddedRocksDBStateBackend()
                        .configure(settings, getClass().getClassLoader())
                        .getRocksDBOptions();
        container =
                new RocksDBResourceContainer(
                        settings, PredefinedOptions.DEFAULT, factory, null, null, false);
        options = container.getColumnOptions();
    }

    @AfterEach
    void close() throws Exception {
        container.close();
    }

    @Test
    void smallFilesGatherBeforeTheyAreMerged() {
        assertThat(options.level0FileNumCompactionTrigger()).isEqualTo(16);
        assertThat(options.level0SlowdownWritesTrigger()).isEqualTo(32);
        assertThat(options.level0StopWritesTrigger()).isEqualTo(48);
    }

    @Test
    void filesThatDoNotHaveAKeyAreKnownByTheirFilters() {
        BlockBasedTableConfig table = (BlockBasedTableConfig) options.tableFormatConfig();
        assertThat(table.filterPolicy()).isInstanceOf(BloomFilter.class);
    }
}
