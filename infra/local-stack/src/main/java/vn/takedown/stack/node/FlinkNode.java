package vn.takedown.stack.node;

import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.GlobalConfiguration;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;

/** A whole Flink session cluster in one process, with REST interface and web UI. */
public final class FlinkNode {

    private static final long CHECK_MILLIS = 500;

    private FlinkNode() {}

    /**
     * @param arguments the folder with Flink's {@code config.yaml} and the number of task slots
     * @throws Exception when the cluster does not start
     */
    public static void main(String[] arguments) throws Exception {
        StandardInput.exitWhenClosed();
        Configuration configuration = GlobalConfiguration.loadConfiguration(arguments[0]);
        FileSystem.initialize(configuration, null);
        MiniCluster cluster =
                new MiniCluster(
                        new MiniClusterConfiguration.Builder()
                                .setConfiguration(configuration)
                                .setNumTaskManagers(1)
                                .setNumSlotsPerTaskManager(Integer.parseInt(arguments[1]))
                                .build());
        cluster.start();
        // A fatal error closes the cluster from inside. The process must not outlive it, or the
        // launcher would wait for a server that serves nothing.
        while (cluster.isRunning()) {
            Thread.sleep(CHECK_MILLIS);
        }
        System.exit(1);
    }
}
