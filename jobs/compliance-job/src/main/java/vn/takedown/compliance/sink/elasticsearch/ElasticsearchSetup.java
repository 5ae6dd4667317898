package vn.takedown.compliance.sink.elasticsearch;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.apache.http.HttpEntity;
import org.apache.http.entity.ContentType;
import org.apache.http.entity.StringEntity;
import org.elasticsearch.client.Request;
import org.elasticsearch.client.Response;
import org.elasticsearch.client.ResponseException;
import org.elasticsearch.client.RestClient;

/**
 * Makes Elasticsearch ready for the documents of contract section 4: a component template with the
 * settings, per alias a component template with the strict mapping and an index template, and the
 * first index behind each alias. Safe to run again and at the same time as another run.
 *
 * <p>Existing indices keep their settings; fields that their mapping lacks are added. Only what
 * every distribution of Elasticsearch 8 has is used: no data streams, no lifecycle policies.
 */
public final class ElasticsearchSetup {

    private static final String SETTINGS_TEMPLATE = "takedown-settings";
    private static final int PRIORITY = 500;

    private final RestClient client;
    private final ElasticsearchConnection connection;
    private final BulkReplyParser replies = new BulkReplyParser();

    private ElasticsearchSetup(RestClient client, ElasticsearchConnection connection) {
        this.client = client;
        this.connection = connection;
    }

    /**
     * Creates what is missing and brings mappings up to date.
     *
     * @throws ElasticsearchException when the cluster cannot be reached or refuses; one line
     */
    public static void apply(ElasticsearchConnection connection, IndexSettings settings) {
        try (RestClient client = connection.open()) {
            new ElasticsearchSetup(client, connection).run(settings);
        } catch (IOException failure) {
            throw unreachable(connection, failure);
        }
    }

    /**
     * The mapping of the documents behind an alias, as JSON.
     *
     * @throws UncheckedIOException when the job's archive is damaged
     */
    static String mapping(DocumentAlias alias) {
        String name = "/elasticsearch/" + alias.alias() + ".json";
        try (InputStream resource = ElasticsearchSetup.class.getResourceAsStream(name)) {
            if (resource == null) {
                throw new IOException("the resource " + name + " is missing");
            }
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void run(IndexSettings settings) {
        put("/_component_template/" + SETTINGS_TEMPLATE, settings.componentTemplate());
        for (DocumentAlias alias : DocumentAlias.values()) {
            String mapping = mapping(alias);
            putTemplates(alias, mapping);
            if (exists(alias)) {
                put("/" + alias.alias() + "/_mapping?write_index_only=true", mapping);
            } else {
                createFirstIndex(alias);
            }
        }
    }

    private void putTemplates(DocumentAlias alias, String mapping) {
        String mappingTemplate = alias.alias() + "-mapping";
        put(
                "/_component_template/" + mappingTemplate,
                "{\"template\":{\"mappings\":" + mapping + "}}");
        put(
                "/_index_template/" + alias.alias(),
                """
                {"index_patterns":["%s-*"],"composed_of":["%s","%s"],"priority":%d}"""
                        .formatted(alias.alias(), SETTINGS_TEMPLATE, mappingTemplate, PRIORITY));
    }

    private void createFirstIndex(DocumentAlias alias) {
        Request request = new Request("PUT", "/" + alias.firstIndex());
        request.setEntity(
                json("{\"aliases\":{\"" + alias.alias() + "\":{\"is_write_index\":true}}}"));
        try {
            client.performRequest(request);
        } catch (ResponseException refusal) {
            String type = errorType(refusal);
            if (type.equals("invalid_alias_name_exception")) {
                throw new ElasticsearchException(
                        "an index is called "
                                + alias.alias()
                                + ", which must be an alias: reindex it and delete it");
            }
            if (!type.equals("resource_already_exists_exception")) {
                throw refused(request, refusal);
            }
            // Another run was faster, or an index was taken out of its alias by hand.
            if (!exists(alias)) {
                throw new ElasticsearchException(
                        "the index "
                                + alias.firstIndex()
                                + " exists but is not behind the alias "
                                + alias.alias());
            }
        } catch (IOException failure) {
            throw unreachable(connection, failure);
        }
    }

    private boolean exists(DocumentAlias alias) {
        Request request = new Request("HEAD", "/_alias/" + alias.alias());
        try {
            // The client takes a 404 to a HEAD for an answer, not for a failure.
            return client.performRequest(request).getStatusLine().getStatusCode() == 200;
        } catch (ResponseException refusal) {
            throw refused(request, refusal);
        } catch (IOException failure) {
            throw unreachable(connection, failure);
        }
    }

    private void put(String path, String body) {
        Request request = new Request("PUT", path);
        request.setEntity(json(body));
        try {
            client.performRequest(request);
        } catch (ResponseException refusal) {
            throw refused(request, refusal);
        } catch (IOException failure) {
            throw unreachable(connection, failure);
        }
    }

    private ElasticsearchException refused(Request request, ResponseException refusal) {
        return new ElasticsearchException(
                "Elasticsearch refuses %s %s: %d %s"
                        .formatted(
                                request.getMethod(),
                                request.getEndpoint(),
                                refusal.getResponse().getStatusLine().getStatusCode(),
                                errorType(refusal))
                        .strip());
    }

    private String errorType(ResponseException refusal) {
        Response response = refusal.getResponse();
        HttpEntity entity = response.getEntity();
        if (entity == null) {
            return "";
        }
        try (InputStream body = entity.getContent()) {
            return replies.errorType(body);
        } catch (IOException unreadable) {
            throw unreachable(connection, unreadable);
        }
    }

    private static ElasticsearchException unreachable(
            ElasticsearchConnection connection, IOException failure) {
        return new ElasticsearchException(
                "Elasticsearch cannot be reached at "
                        + String.join(", ", connection.hosts())
                        + " ("
                        + failure.getClass().getSimpleName()
                        + ")",
                failure);
    }

    private static HttpEntity json(String body) {
        return new StringEntity(body, ContentType.APPLICATION_JSON);
    }
}
