package vn.takedown.stack.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import vn.takedown.stack.StackFailure;

/** Flink's REST interface. */
public final class FlinkClient {

    private static final String BOUNDARY = "takedown-job-jar-7d1f0c";

    private final HttpJson http;

    public FlinkClient(URI address) {
        this.http = new HttpJson(address);
    }

    /** True when the cluster answers and has task slots. */
    public boolean hasTaskManager() {
        try {
            HttpJson.Answer answer = http.get("/overview");
            return answer.isSuccess() && answer.body().path("slots-total").asInt() > 0;
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Uploads a jar.
     *
     * @return the id to run it by
     */
    public String upload(Path jar) throws IOException {
        String head =
                "--"
                        + BOUNDARY
                        + "\r\nContent-Disposition: form-data; name=\"jarfile\"; filename=\""
                        + jar.getFileName()
                        + "\"\r\nContent-Type: application/x-java-archive\r\n\r\n";
        String tail = "\r\n--" + BOUNDARY + "--\r\n";
        HttpJson.Answer answer =
                http.post(
                        "/jars/upload",
                        "multipart/form-data; boundary=" + BOUNDARY,
                        HttpRequest.BodyPublishers.concat(
                                HttpRequest.BodyPublishers.ofString(head, StandardCharsets.UTF_8),
                                HttpRequest.BodyPublishers.ofFile(jar),
                                HttpRequest.BodyPublishers.ofString(tail, StandardCharsets.UTF_8)));
        if (!answer.isSuccess()) {
            throw HttpJson.unexpected("Uploading " + jar, answer);
        }
        String file = answer.body().path("filename").asText();
        return file.substring(file.lastIndexOf('/') + 1);
    }

    /**
     * Runs an uploaded jar.
     *
     * @param restoreFrom a checkpoint's folder or metadata file; null for an empty state
     * @return the id of the job
     */
    public String run(
            String jarId,
            String entryClass,
            List<String> arguments,
            int parallelism,
            String restoreFrom)
            throws IOException {
        ObjectNode body = HttpJson.MAPPER.createObjectNode();
        body.put("entryClass", entryClass);
        body.put("parallelism", parallelism);
        ArrayNode list = body.putArray("programArgsList");
        arguments.forEach(list::add);
        if (restoreFrom != null) {
            body.put("savepointPath", restoreFrom);
        }
        HttpJson.Answer answer = http.post("/jars/" + jarId + "/run", body);
        if (!answer.isSuccess()) {
            throw new StackFailure("Flink refused the job: " + firstLines(errors(answer.body())));
        }
        return answer.body().path("jobid").asText();
    }

    /** Flink's word for the job's state, for example {@code RUNNING}. */
    public String state(String jobId) throws IOException {
        HttpJson.Answer answer = http.get("/jobs/" + jobId);
        if (!answer.isSuccess()) {
            throw new IOException("Flink does not know the job " + jobId);
        }
        return answer.body().path("state").asText();
    }

    /** State by id of all jobs the cluster knows. */
    public Map<String, String> jobs() throws IOException {
        Map<String, String> states = new TreeMap<>();
        for (JsonNode job : http.get("/jobs").body().path("jobs")) {
            states.put(job.path("id").asText(), job.path("status").asText());
        }
        return states;
    }

    /** The numeric accumulators of the job. */
    public Map<String, Long> accumulators(String jobId) throws IOException {
        Map<String, Long> values = new TreeMap<>();
        HttpJson.Answer answer = http.get("/jobs/" + jobId + "/accumulators");
        for (JsonNode entry : answer.body().path("user-task-accumulators")) {
            String value = entry.path("value").asText();
            if (value.matches("-?[0-9]{1,18}")) {
                values.put(entry.path("name").asText(), Long.parseLong(value));
            }
        }
        return values;
    }

    /**
     * The lowest watermark over all operators, in milliseconds since the epoch; empty as long as
     * one of them has none.
     */
    public OptionalLong watermark(String jobId) throws IOException {
        long lowest = Long.MAX_VALUE;
        for (JsonNode vertex : http.get("/jobs/" + jobId).body().path("vertices")) {
            String path = "/jobs/" + jobId + "/vertices/" + vertex.path("id").asText();
            HttpJson.Answer answer = http.get(path + "/watermarks");
            for (JsonNode subtask : answer.body()) {
                // Sources have no input and give no watermark.
                if (subtask.path("value").asText().matches("-?[0-9]{1,19}")) {
                    lowest = Math.min(lowest, subtask.path("value").asLong());
                }
            }
        }
        return lowest == Long.MAX_VALUE || lowest <= 0
                ? OptionalLong.empty()
                : OptionalLong.of(lowest);
    }

    /** Why the job failed, in a few lines; empty when Flink recorded nothing. */
    public Optional<String> failure(String jobId) throws IOException {
        JsonNode history = http.get("/jobs/" + jobId + "/exceptions").body();
        JsonNode latest = history.path("exceptionHistory").path("entries").path(0);
        String text = latest.path("stacktrace").asText(history.path("root-exception").asText(""));
        return text.isEmpty() ? Optional.empty() : Optional.of(causes(text));
    }

    /** Asks the job to end without a result. */
    public void cancel(String jobId) throws IOException {
        http.patch("/jobs/" + jobId + "?mode=cancel");
    }

    private static String errors(JsonNode body) {
        List<String> texts = new ArrayList<>();
        Iterator<JsonNode> errors = body.path("errors").elements();
        while (errors.hasNext()) {
            texts.add(causes(errors.next().asText()));
        }
        return String.join("\n", texts);
    }

    /** Of a stack trace only what went wrong, not where. */
    private static String causes(String stackTrace) {
        return firstLines(
                String.join(
                        "\n",
                        stackTrace
                                .lines()
                                .filter(line -> !line.startsWith("\tat "))
                                .filter(line -> !line.startsWith("\t... "))
                                .filter(line -> !line.isBlank())
                                .distinct()
                                .toList()));
    }

    private static String firstLines(String text) {
        return String.join("\n", text.lines().limit(12).toList());
    }
}
