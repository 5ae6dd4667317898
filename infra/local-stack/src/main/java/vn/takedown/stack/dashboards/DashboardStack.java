package vn.takedown.stack.dashboards;

import java.net.URI;
import vn.takedown.compliance.sink.elasticsearch.ElasticsearchConnection;
import vn.takedown.compliance.sink.elasticsearch.ElasticsearchSetup;
import vn.takedown.compliance.sink.elasticsearch.IndexSettings;
import vn.takedown.stack.server.Installation;
import vn.takedown.stack.server.LocalStack;
import vn.takedown.stack.server.StateFolder;
import vn.takedown.stack.terminal.Progress;

/** An Elasticsearch of its own, with the job's empty indices. Closing it removes everything. */
public final class DashboardStack implements AutoCloseable {

    private final LocalStack stack;

    private DashboardStack(LocalStack stack) {
        this.stack = stack;
    }

    /**
     * Starts it.
     *
     * @throws vn.takedown.stack.StackFailure when it does not start
     */
    public static DashboardStack start(
            Installation installation, StateFolder folder, Progress progress) {
        LocalStack stack =
                LocalStack.startWithoutFlink(installation, folder.newRun("dashboards"), progress);
        try {
            ElasticsearchSetup.apply(
                    ElasticsearchConnection.to(stack.addresses().elasticsearch().toString()),
                    IndexSettings.singleNode());
            return new DashboardStack(stack);
        } catch (RuntimeException e) {
            stack.close();
            throw e;
        }
    }

    /** Where it listens. */
    public URI elasticsearch() {
        return stack.addresses().elasticsearch();
    }

    @Override
    public void close() {
        stack.close();
    }
}
