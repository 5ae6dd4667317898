package vn.takedown.stack.node;

import kafka.Kafka;
import kafka.tools.StorageTool;

/** One Kafka broker and controller in KRaft mode: formats its empty folder, then serves. */
public final class KafkaNode {

    private KafkaNode() {}

    /**
     * @param arguments the file with the broker's properties and the cluster id
     */
    public static void main(String[] arguments) {
        StandardInput.exitWhenClosed();
        String properties = arguments[0];
        String clusterId = arguments[1];
        int formatted =
                StorageTool.execute(
                        new String[] {
                            "format",
                            "--config",
                            properties,
                            "--cluster-id",
                            clusterId,
                            "--ignore-formatted"
                        },
                        System.out);
        if (formatted != 0) {
            System.exit(formatted);
        }
        Kafka.main(new String[] {properties});
    }
}
