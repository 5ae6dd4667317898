package vn.takedown.stack.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import vn.takedown.stack.StackFailure;
import vn.takedown.stack.client.ElasticsearchClient;
import vn.takedown.stack.server.LocalStack;

/** What can be seen of alerts from outside: three outlets, and the logs and metrics of the job. */
final class Outlets {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Duration NOTHING_MORE = Duration.ofSeconds(2);
    private static final int METRICS_AT_ONCE = 40;

    private final LocalStack stack;

    Outlets(LocalStack stack) {
        this.stack = stack;
    }

    /** All records of the topic with their keys, in order. */
    List<String> topicTexts() {
        List<String> texts = new ArrayList<>();
        TopicPartition partition = new TopicPartition("takedown.alerts.v1", 0);
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(
                        Map.of(
                                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                                stack.addresses().kafka(),
                                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                                "read_committed"),
                        new StringDeserializer(),
                        new StringDeserializer())) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).get(partition);
            while (consumer.position(partition) < end) {
                for (ConsumerRecord<String, String> record : consumer.poll(NOTHING_MORE)) {
                    texts.add(record.key() + "\t" + record.value());
                }
            }
        }
        return texts;
    }

    /** What the topic says of each alert, in order, repeats left out. */
    Map<String, List<Said>> topic() {
        Map<String, Set<Said>> said = new TreeMap<>();
        for (String text : topicTexts()) {
            Said alert = Said.of(json(text.substring(text.indexOf('\t') + 1)));
            said.computeIfAbsent(alert.key(), key -> new LinkedHashSet<>()).add(alert);
        }
        Map<String, List<Said>> lists = new TreeMap<>();
        said.forEach((key, all) -> lists.put(key, List.copyOf(all)));
        return lists;
    }

    List<String> indexTexts() {
        ElasticsearchClient client = new ElasticsearchClient(stack.addresses().elasticsearch());
        List<String> texts = new ArrayList<>();
        try {
            client.refresh(List.of("takedown-alerts"));
            client.forEachDocument(
                    "takedown-alerts",
                    1000,
                    (id, line) -> texts.add(new String(line, StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }

    /** The newest of each alert. */
    Map<String, Said> index() {
        Map<String, Said> said = new TreeMap<>();
        for (String text : indexTexts()) {
            JsonNode document = json(text);
            said.put(document.get("_id").asText(), Said.of(document));
        }
        return said;
    }

    /** What fires by Alertmanager's word, inhibited or not: the key and the severity. */
    Set<String> alertmanager() {
        Set<String> firing = new TreeSet<>();
        for (JsonNode alert : json(alertmanagerText("/api/v2/alerts"))) {
            JsonNode labels = alert.get("labels");
            firing.add(labels.get("alert_key").asText() + " " + labels.get("severity").asText());
        }
        return firing;
    }

    String alertmanagerText(String path) {
        return get(stack.addresses().alertmanager().resolve(path));
    }

    /** Everything that Flink's interface tells of the job: its plan, settings and metrics. */
    List<String> flinkTexts(String jobId) {
        List<String> texts = new ArrayList<>();
        String job = "/jobs/" + jobId;
        for (String path : List.of("", "/config", "/exceptions", "/accumulators", "/plan")) {
            texts.add(flink(job + path));
        }
        List<String> places = new ArrayList<>(List.of(job + "/metrics", "/jobmanager/metrics"));
        for (JsonNode vertex : json(flink(job)).get("vertices")) {
            String id = job + "/vertices/" + vertex.get("id").asText();
            places.add(id + "/metrics");
            texts.add(flink(id + "/accumulators"));
        }
        for (JsonNode manager : json(flink("/taskmanagers")).get("taskmanagers")) {
            places.add("/taskmanagers/" + manager.get("id").asText() + "/metrics");
        }
        places.forEach(place -> metrics(place, texts));
        return texts;
    }

    private void metrics(String place, List<String> texts) {
        List<String> names = new ArrayList<>();
        json(flink(place)).forEach(metric -> names.add(metric.get("id").asText()));
        texts.add(String.join("\n", names));
        for (int from = 0; from < names.size(); from += METRICS_AT_ONCE) {
            List<String> some = names.subList(from, Math.min(names.size(), from + METRICS_AT_ONCE));
            String query =
                    java.net.URLEncoder.encode(String.join(",", some), StandardCharsets.UTF_8);
            texts.add(flink(place + "?get=" + query));
        }
    }

    private String flink(String path) {
        return get(stack.addresses().flink().resolve(path));
    }

    /** Log files by name. */
    Map<String, String> logs() {
        Map<String, String> logs = new TreeMap<>();
        try (Stream<Path> files = Files.list(stack.folder().logs())) {
            for (Path file : files.toList()) {
                logs.put(file.getFileName().toString(), Files.readString(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return logs;
    }

    private static JsonNode json(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String get(URI address) {
        try {
            HttpResponse<String> response =
                    CLIENT.send(
                            HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(30)).build(),
                            HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new StackFailure(address + " answers " + response.statusCode());
            }
            return response.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailure("Interrupted.", e);
        }
    }
}
