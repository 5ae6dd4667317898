package vn.takedown.stack.dashboards;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;

/** The metrics of a running job, called as Flink's Prometheus reporter calls them. */
final class RunningMetrics {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final URI flink;
    private final Set<String> names = new TreeSet<>();

    private RunningMetrics(URI flink) {
        this.flink = flink;
    }

    /** Asks Flink's REST interface; empty as long as no job runs. */
    static Set<String> of(URI flink) {
        RunningMetrics found = new RunningMetrics(flink);
        try {
            return found.read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Set<String> read() throws IOException {
        JsonNode jobs = get("/jobs").path("jobs");
        for (JsonNode job : jobs) {
            if (job.path("status").asText().equals("RUNNING")) {
                readJob("/jobs/" + job.path("id").asText());
            }
        }
        if (!names.isEmpty()) {
            add("flink_jobmanager_", "/jobmanager/metrics");
            for (JsonNode manager : get("/taskmanagers").path("taskmanagers")) {
                add(
                        "flink_taskmanager_",
                        "/taskmanagers/" + manager.path("id").asText() + "/metrics");
            }
        }
        return names;
    }

    private void readJob(String job) throws IOException {
        for (JsonNode vertex : get(job).path("vertices")) {
            String metrics = job + "/vertices/" + vertex.path("id").asText() + "/metrics";
            for (JsonNode metric : get(metrics)) {
                addOfSubtask(metric.path("id").asText());
            }
        }
        if (!names.isEmpty()) {
            add("flink_jobmanager_job_", job + "/metrics");
        }
    }

    /**
     * @param id such as {@code 0.busyTimeMsPerSecond} or {@code 0.Name_of_operator.group.counter}
     */
    private void addOfSubtask(String id) {
        String[] parts = id.split("\\.");
        names.add("flink_taskmanager_job_task_" + joined(parts, 1));
        if (parts.length > 2) {
            names.add("flink_taskmanager_job_task_operator_" + joined(parts, 2));
        }
    }

    private static String joined(String[] parts, int from) {
        return String.join("_", Arrays.asList(parts).subList(from, parts.length));
    }

    private void add(String prefix, String path) throws IOException {
        for (JsonNode metric : get(path)) {
            names.add(prefix + metric.path("id").asText().replace('.', '_'));
        }
    }

    private JsonNode get(String path) throws IOException {
        try {
            HttpResponse<byte[]> answer =
                    CLIENT.send(
                            HttpRequest.newBuilder(flink.resolve(path)).GET().build(),
                            HttpResponse.BodyHandlers.ofByteArray());
            return answer.statusCode() == 200
                    ? MAPPER.readTree(answer.body())
                    : MAPPER.createArrayNode();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
