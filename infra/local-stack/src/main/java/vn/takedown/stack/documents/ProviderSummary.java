package vn.takedown.stack.documents;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import vn.takedown.stack.client.ElasticsearchClient;

/** How the providers stand, counted from the case documents. */
public final class ProviderSummary {

    private static final int MOST_PROVIDERS = 10_000;
    private static final int SHOWN = 60;
    private static final String ROW = "%-24s %8s %8s %8s %13s %13s %8s %9s  %-15s";
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final ElasticsearchClient elasticsearch;

    public ProviderSummary(ElasticsearchClient elasticsearch) {
        this.elasticsearch = elasticsearch;
    }

    private record Row(String provider, Map<String, Long> verdicts) {

        long of(String verdict) {
            return verdicts.getOrDefault(verdict, 0L);
        }

        long cases() {
            return verdicts.values().stream().mapToLong(Long::longValue).sum();
        }

        /** The deadline has passed, and nobody has seen the content since. */
        long unknown() {
            return of("OVERDUE") + of("UNOBSERVED") + of("UNCONFIRMED");
        }

        long due() {
            return of("ON_TIME") + of("BREACH") + of("INDETERMINATE") + unknown();
        }
    }

    /** A table with one line per provider and one for all, largest first. */
    public List<String> table() throws IOException {
        List<Row> rows = rows();
        List<String> lines = new ArrayList<>();
        lines.add(
                line(
                        "provider",
                        "cases",
                        "on time",
                        "breach",
                        "indeterminate",
                        "over, unknown",
                        "pending",
                        "excluded",
                        "compliance"));
        for (Row row : rows.subList(0, Math.min(rows.size(), SHOWN))) {
            lines.add(line(row));
        }
        if (rows.size() > SHOWN) {
            lines.add("... and " + (rows.size() - SHOWN) + " more providers");
        }
        Map<String, Long> all = new TreeMap<>();
        rows.forEach(
                row -> row.verdicts().forEach((verdict, n) -> all.merge(verdict, n, Long::sum)));
        lines.add(line(new Row("all", all)));
        return lines;
    }

    /** Cases by verdict, over all providers. */
    public Map<String, Long> verdicts() throws IOException {
        Map<String, Long> all = new TreeMap<>();
        for (Row row : rows()) {
            row.verdicts().forEach((verdict, n) -> all.merge(verdict, n, Long::sum));
        }
        return all;
    }

    private List<Row> rows() throws IOException {
        elasticsearch.refresh(List.of(Aliases.CASES));
        List<Row> rows = new ArrayList<>();
        if (elasticsearch.count(Aliases.CASES).isEmpty()) {
            return rows;
        }
        JsonNode answer = elasticsearch.search(Aliases.CASES, query());
        for (JsonNode provider : answer.path("aggregations").path("providers").path("buckets")) {
            Map<String, Long> verdicts = new TreeMap<>();
            for (JsonNode verdict : provider.path("verdicts").path("buckets")) {
                verdicts.put(verdict.path("key").asText(), verdict.path("doc_count").asLong());
            }
            rows.add(new Row(provider.path("key").asText(), verdicts));
        }
        rows.sort(Comparator.comparingLong(Row::cases).reversed().thenComparing(Row::provider));
        return rows;
    }

    private static ObjectNode query() {
        ObjectNode query = MAPPER.createObjectNode();
        query.put("size", 0);
        ObjectNode providers = query.putObject("aggs").putObject("providers");
        providers.putObject("terms").put("field", "provider_id").put("size", MOST_PROVIDERS);
        providers
                .putObject("aggs")
                .putObject("verdicts")
                .putObject("terms")
                .put("field", "verdict")
                .put("size", 20);
        return query;
    }

    private static String line(Row row) {
        return line(
                row.provider(),
                number(row.cases()),
                number(row.of("ON_TIME")),
                number(row.of("BREACH")),
                number(row.of("INDETERMINATE")),
                number(row.unknown()),
                number(row.of("PENDING")),
                number(row.of("EXCLUDED")),
                compliance(row));
    }

    /** The true share lies between the two; with nothing due there is none. */
    private static String compliance(Row row) {
        if (row.due() == 0) {
            return "-";
        }
        double low = (double) row.of("ON_TIME") / row.due();
        double high = (double) (row.of("ON_TIME") + row.of("INDETERMINATE")) / row.due();
        return String.format(Locale.ROOT, "%.1f-%.1f %%", 100 * low, 100 * high);
    }

    private static String number(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    private static String line(Object... cells) {
        return String.format(Locale.ROOT, ROW, cells).stripTrailing();
    }
}
