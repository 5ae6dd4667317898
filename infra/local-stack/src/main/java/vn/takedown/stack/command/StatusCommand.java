package vn.takedown.stack.command;

import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import vn.takedown.stack.client.ElasticsearchClient;
import vn.takedown.stack.client.FlinkClient;
import vn.takedown.stack.client.ReadinessClient;
import vn.takedown.stack.server.Addresses;
import vn.takedown.stack.server.Installation;
import vn.takedown.stack.server.RunFolder;
import vn.takedown.stack.terminal.Console;
import vn.takedown.stack.topic.TopicSetup;

/** {@code infra/takedown status}: what runs in the background, and how it is. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the stack runs and the job is running",
            "1:not running, or something is wrong",
            "2:wrong usage"
        },
        description = "Tells what 'up' started, where it listens and whether it is healthy.")
final class StatusCommand implements Callable<Integer> {

    @Mixin private StateOption state;

    @Override
    public Integer call() {
        Console console = Console.standardOutput();
        Optional<RunFolder> running = state.folder(Installation.find()).background();
        if (running.isEmpty()) {
            console.note("The stack is not running. 'infra/takedown up' starts it.");
            return 1;
        }
        Optional<BackgroundRun> started = BackgroundRun.readFrom(running.get());
        if (started.isEmpty()) {
            console.note("The stack is starting.");
            return 1;
        }
        BackgroundRun run = started.get();
        Addresses addresses = run.addresses();
        String kafka = new TopicSetup(addresses.kafka()).answers() ? "up" : "does not answer";
        String elasticsearch = elasticsearch(addresses);
        String job = job(run);
        console.note("Kafka          " + addresses.kafka() + "  " + kafka);
        console.note("Elasticsearch  " + addresses.elasticsearch() + "  " + elasticsearch);
        console.note("Flink web UI   " + addresses.flink() + "  job " + job);
        boolean allAnswer =
                answers("Alertmanager   ", addresses.alertmanager(), console)
                        & answers("Prometheus     ", addresses.prometheus(), console);
        console.note("Logs           " + running.get().logs());
        boolean healthy =
                kafka.equals("up")
                        && !elasticsearch.startsWith("does")
                        && job.equals("RUNNING")
                        && allAnswer;
        return healthy ? 0 : 1;
    }

    /** True also of a server that was not asked for. */
    private static boolean answers(String name, URI address, Console console) {
        if (address == null) {
            return true;
        }
        boolean ready = new ReadinessClient(address).isReady();
        console.note(name + address + (ready ? "  up" : "  does not answer"));
        return ready;
    }

    private static String elasticsearch(Addresses addresses) {
        try {
            return new ElasticsearchClient(addresses.elasticsearch()).health();
        } catch (IOException e) {
            return "does not answer";
        }
    }

    private static String job(BackgroundRun run) {
        try {
            return new FlinkClient(run.addresses().flink()).state(run.jobId());
        } catch (IOException e) {
            return "unknown: Flink does not answer";
        }
    }
}
