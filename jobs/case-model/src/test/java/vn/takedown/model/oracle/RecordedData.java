package vn.takedown.model.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;
import vn.takedown.model.event.Action;
import vn.takedown.model.event.Category;
import vn.takedown.model.event.ControlStatus;
import vn.takedown.model.event.Observation;
import vn.takedown.model.event.ObservationStatus;
import vn.takedown.model.event.RequestIssued;
import vn.takedown.model.event.RequestSource;
import vn.takedown.model.event.TakedownEvent;
import vn.takedown.model.event.Urgency;
import vn.takedown.model.event.Vantage;
import vn.takedown.model.reference.ClockStart;
import vn.takedown.model.reference.Confirmation;
import vn.takedown.model.reference.Jurisdiction;
import vn.takedown.model.reference.Policy;
import vn.takedown.model.reference.PolicyMatch;
import vn.takedown.model.reference.Provider;
import vn.takedown.model.reference.ProviderType;

/** Reads a folder of recorded events; just as much of the format as the recorded sets use. */
final class RecordedData {

    private static final ObjectMapper JSON = new ObjectMapper();

    private RecordedData() {}

    /**
     * The folder named by {@code TAKEDOWN_DATA}, else {@code shared/data} in or beside a folder
     * above; empty when there is none.
     */
    static Optional<Path> folder(String name) {
        List<Path> candidates = new ArrayList<>();
        String named = System.getenv("TAKEDOWN_DATA");
        if (named != null) {
            candidates.add(Path.of(named));
        }
        Path above = Path.of("").toAbsolutePath();
        while (above != null) {
            candidates.add(above.resolve("shared").resolve("data"));
            above = above.getParent();
        }
        return candidates.stream()
                .map(folder -> folder.resolve(name))
                .filter(Files::isDirectory)
                .findFirst();
    }

    static World world(Path folder) throws IOException {
        List<TakedownEvent> events = new ArrayList<>();
        for (JsonNode line : lines(folder.resolve("requests.jsonl.gz"))) {
            events.add(request(line));
        }
        for (JsonNode line : lines(folder.resolve("observations.jsonl.gz"))) {
            events.add(observation(line));
        }
        List<Provider> providers = new ArrayList<>();
        for (JsonNode line : lines(folder.resolve("providers.jsonl"))) {
            providers.add(provider(line));
        }
        List<Policy> policies = new ArrayList<>();
        for (JsonNode line : lines(folder.resolve("policies.jsonl"))) {
            policies.add(policy(line));
        }
        return new World(events, providers, policies);
    }

    static List<JsonNode> lines(Path file) throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        try (InputStream raw = Files.newInputStream(file);
                InputStream plain =
                        file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw;
                BufferedReader reader =
                        new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                lines.add(JSON.readTree(line));
            }
        }
        return lines;
    }

    static JsonNode document(Path file) throws IOException {
        return JSON.readTree(file.toFile());
    }

    static long instant(JsonNode value) {
        return Instant.parse(value.textValue()).toEpochMilli();
    }

    private static RequestIssued request(JsonNode line) {
        if (!text(line, "event_type").equals("ISSUED")) {
            throw new IllegalArgumentException("only ISSUED is recorded: " + line);
        }
        return new RequestIssued(
                text(line, "event_id"),
                instant(line.get("occurred_at")),
                text(line, "request_id"),
                text(line, "item_id"),
                text(line, "provider_id"),
                text(line, "target_key"),
                Action.valueOf(text(line, "action")),
                Category.valueOf(text(line, "category")),
                Urgency.valueOf(text(line, "urgency")),
                text(line, "authority_id"),
                RequestSource.valueOf(text(line, "source")),
                text(line, "content_key"),
                text(line, "account_key"),
                text(line, "legal_basis"));
    }

    private static Observation observation(JsonNode line) {
        JsonNode vantage = line.get("vantage");
        return new Observation(
                text(line, "event_id"),
                instant(line.get("occurred_at")),
                text(line, "provider_id"),
                text(line, "target_key"),
                ObservationStatus.valueOf(text(line, "status")),
                new Vantage(
                        text(vantage, "id"),
                        text(vantage, "country"),
                        vantage.get("asn").longValue()),
                ControlStatus.UNKNOWN,
                text(line, "content_key"),
                null);
    }

    private static Provider provider(JsonNode line) {
        Set<Long> asns = new HashSet<>();
        line.get("asns").forEach(asn -> asns.add(asn.longValue()));
        return new Provider(
                text(line, "provider_id"),
                text(line, "name"),
                ProviderType.valueOf(text(line, "type")),
                Jurisdiction.valueOf(text(line, "jurisdiction")),
                text(line, "country"),
                asns);
    }

    /** Alerts are no business of the oracle: what only they need is left out. */
    private static Policy policy(JsonNode line) {
        JsonNode confirm = line.get("confirm");
        return new Policy(
                text(line, "policy_id"),
                line.get("version").intValue(),
                instant(line.get("effective_from")),
                line.has("effective_to") ? (Long) instant(line.get("effective_to")) : null,
                text(line, "legal_basis"),
                line.get("priority").intValue(),
                new PolicyMatch(
                        set(line.get("match"), "provider_types", ProviderType::valueOf),
                        set(line.get("match"), "jurisdictions", Jurisdiction::valueOf),
                        set(line.get("match"), "actions", Action::valueOf),
                        set(line.get("match"), "categories", Category::valueOf),
                        set(line.get("match"), "urgencies", Urgency::valueOf)),
                ClockStart.valueOf(text(line.get("clock"), "start")),
                Duration.parse(text(line.get("clock"), "duration")),
                null,
                List.of(),
                new Confirmation(
                        confirm.get("consecutive").intValue(),
                        confirm.get("vantages").intValue(),
                        Duration.parse(text(confirm, "hold"))),
                Duration.parse(text(line, "claim_tolerance")),
                null,
                List.of());
    }

    private static <E> Set<E> set(JsonNode match, String field, Function<String, E> parse) {
        Set<E> values = new HashSet<>();
        if (match.has(field)) {
            match.get(field).forEach(value -> values.add(parse.apply(value.textValue())));
        }
        return values;
    }

    private static String text(JsonNode line, String field) {
        return line.has(field) ? line.get(field).textValue() : null;
    }
}
