package vn.takedown.stack.command;

import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Option;
import vn.takedown.stack.topic.Heartbeats;

/** How time goes on when no events come. */
final class HeartbeatOptions {

    @Option(
            names = "--heartbeat-interval",
            paramLabel = "DURATION",
            description = "how often time is told to go on, ISO-8601 (default: PT1S)")
    private Duration interval = Heartbeats.INTERVAL;

    @Option(
            names = "--heartbeat-lag",
            paramLabel = "DURATION",
            description =
                    "how old an event may be when its record arrives, ISO-8601: a deadline fires"
                            + " that long after it has passed (default: PT30S)")
    private Duration lag = Heartbeats.LAG;

    Heartbeats start(String bootstrapServers) {
        return Heartbeats.start(bootstrapServers, interval, lag);
    }

    /** The same options for another process. */
    List<String> arguments() {
        return List.of(
                "--heartbeat-interval", interval.toString(), "--heartbeat-lag", lag.toString());
    }

    /** What is wrong with them; null when nothing is. */
    String fault() {
        if (interval.toMillis() < 1) {
            return "--heartbeat-interval is at least PT0.001S.";
        }
        return lag.isNegative() ? "--heartbeat-lag is not negative." : null;
    }
}
