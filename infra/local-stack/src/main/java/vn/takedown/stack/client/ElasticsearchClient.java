package vn.takedown.stack.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import vn.takedown.stack.StackFailure;

/** The part of Elasticsearch's REST interface that the local stack needs. */
public final class ElasticsearchClient {

    private final HttpJson http;

    public ElasticsearchClient(URI address) {
        this.http = new HttpJson(address);
    }

    /** True when the node has formed its cluster. */
    public boolean isHealthy() {
        try {
            return http.get("/_cluster/health").isSuccess();
        } catch (IOException e) {
            return false;
        }
    }

    /** {@code green}, {@code yellow} or {@code red}. */
    public String health() throws IOException {
        return http.get("/_cluster/health").body().path("status").asText();
    }

    /** Makes everything written so far visible to searches. */
    public void refresh(List<String> aliases) throws IOException {
        HttpJson.Answer answer =
                http.post(
                        "/"
                                + String.join(",", aliases)
                                + "/_refresh?ignore_unavailable=true&allow_no_indices=true",
                        "application/json",
                        // This endpoint refuses any body, even an empty object.
                        HttpRequest.BodyPublishers.noBody());
        if (!answer.isSuccess()) {
            throw HttpJson.unexpected("Refreshing the indices", answer);
        }
    }

    /** Number of documents behind the alias; empty when there is no such alias. */
    public OptionalLong count(String alias) throws IOException {
        HttpJson.Answer answer = http.get("/" + alias + "/_count");
        return answer.isSuccess()
                ? OptionalLong.of(answer.body().path("count").asLong())
                : OptionalLong.empty();
    }

    /** The answer to a search. */
    public JsonNode search(String alias, JsonNode body) throws IOException {
        HttpJson.Answer answer = http.post("/" + alias + "/_search", body);
        if (!answer.isSuccess()) {
            throw HttpJson.unexpected("Searching " + alias, answer);
        }
        return answer.body();
    }

    /**
     * Writes documents.
     *
     * @param lines of a bulk request, actions and documents in turn
     * @throws StackFailure when a single document is refused
     */
    public void bulk(String alias, String lines) throws IOException {
        HttpJson.Answer answer =
                http.post(
                        "/" + alias + "/_bulk?filter_path=errors,items.*.error&require_alias=true",
                        "application/x-ndjson",
                        HttpRequest.BodyPublishers.ofString(lines, StandardCharsets.UTF_8));
        if (!answer.isSuccess() || answer.body().path("errors").asBoolean()) {
            throw HttpJson.unexpected("Writing into " + alias, answer);
        }
    }

    /**
     * Hands over every document behind the alias, in no order. An alias that does not exist has no
     * documents.
     *
     * @param pageSize documents held by the node at once
     */
    public void forEachDocument(String alias, int pageSize, DocumentConsumer consumer)
            throws IOException {
        ObjectNode first = HttpJson.MAPPER.createObjectNode();
        first.put("size", pageSize);
        first.putArray("sort").add("_doc");
        String path = "/" + alias + "/_search?scroll=2m";
        ObjectNode body = first;
        String scroll = null;
        try {
            while (true) {
                HttpResponse<InputStream> response = http.stream(path, body);
                DocumentPage page;
                try (InputStream stream = response.body()) {
                    if (response.statusCode() == 404 && scroll == null) {
                        return;
                    }
                    if (response.statusCode() != 200) {
                        throw new StackFailure(
                                "Reading "
                                        + alias
                                        + " failed: "
                                        + new String(
                                                stream.readNBytes(2000), StandardCharsets.UTF_8));
                    }
                    page = DocumentPage.read(stream, consumer);
                }
                scroll = page.scrollId();
                if (page.documents() == 0) {
                    return;
                }
                path = "/_search/scroll";
                body = HttpJson.MAPPER.createObjectNode();
                body.put("scroll", "2m");
                body.put("scroll_id", scroll);
            }
        } finally {
            if (scroll != null) {
                http.delete("/_search/scroll/" + scroll);
            }
        }
    }

    /** Deletes every index whose name begins with the prefix, with its aliases. */
    public void deleteIndices(String prefix) throws IOException {
        List<String> names = new ArrayList<>();
        http.get("/" + prefix + "*?features=aliases&expand_wildcards=all")
                .body()
                .fieldNames()
                .forEachRemaining(names::add);
        for (String name : names) {
            HttpJson.Answer answer = http.delete("/" + name);
            if (!answer.isSuccess()) {
                throw HttpJson.unexpected("Deleting the index " + name, answer);
            }
        }
    }
}
