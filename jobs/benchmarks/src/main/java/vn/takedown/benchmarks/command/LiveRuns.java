package vn.takedown.benchmarks.command;

import java.util.function.Function;
import vn.takedown.benchmarks.run.LiveJob;
import vn.takedown.benchmarks.run.LiveRequest;
import vn.takedown.benchmarks.run.Variant;
import vn.takedown.stack.server.Installation;
import vn.takedown.stack.server.LocalStack;
import vn.takedown.stack.server.RunFolder;

/** Live jobs on the stack, one at a time, each with a folder that is deleted after it. */
final class LiveRuns {

    private final Installation installation;
    private final LocalStack stack;
    private final BenchSettings settings;

    LiveRuns(Installation installation, LocalStack stack, BenchSettings settings) {
        this.installation = installation;
        this.stack = stack;
        this.settings = settings;
    }

    LocalStack stack() {
        return stack;
    }

    BenchSettings settings() {
        return settings;
    }

    String kafka() {
        return stack.addresses().kafka();
    }

    /**
     * @param name of the log file
     */
    <T> T with(Variant variant, String name, Function<LiveJob, T> measurement) {
        stack.requireServers();
        RunFolder scratch = new RunFolder(stack.folder().path().resolve("bench").resolve(name));
        LiveRequest request =
                new LiveRequest(
                        variant,
                        kafka(),
                        stack.addresses().elasticsearch().toString(),
                        settings.parallelism(),
                        scratch.path().toString(),
                        settings.refreshInterval().toString());
        try (LiveJob job =
                LiveJob.start(
                        installation, stack.folder().logs().resolve(name + ".log"), request)) {
            return measurement.apply(job);
        } finally {
            scratch.delete(false);
        }
    }
}
