package vn.takedown.compliance.sink.elasticsearch;

import java.io.Serializable;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.apache.http.Header;
import org.apache.http.HttpHost;
import org.apache.http.message.BasicHeader;
import org.elasticsearch.client.RestClient;
import org.elasticsearch.client.RestClientBuilder;

/**
 * Where Elasticsearch is and how it is spoken to.
 *
 * @param hosts addresses such as {@code https://es-1:9200}, at least one, without user or path
 * @param credentials never null, see {@link Credentials#none()}
 * @param requestTimeout how long an answer may take; what is later counts as not answered
 */
public record ElasticsearchConnection(
        List<String> hosts, Credentials credentials, Duration requestTimeout)
        implements Serializable {

    /** The request timeout where nothing else is asked for. */
    public static final Duration DEFAULT_REQUEST_TIMEOUT = Duration.ofSeconds(60);

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

    /**
     * @throws IllegalArgumentException when there is no host, an address is not one, or the timeout
     *     is not positive
     */
    public ElasticsearchConnection {
        hosts = List.copyOf(hosts);
        Objects.requireNonNull(credentials, "credentials");
        if (hosts.isEmpty()) {
            throw new IllegalArgumentException("no Elasticsearch address is given");
        }
        hosts.forEach(ElasticsearchConnection::checkAddress);
        if (requestTimeout.toMillis() <= 0 || requestTimeout.toMillis() > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("request timeout out of range: " + requestTimeout);
        }
    }

    /** A connection without credentials and with the default timeout. */
    public static ElasticsearchConnection to(String... hosts) {
        return new ElasticsearchConnection(
                List.of(hosts), Credentials.none(), DEFAULT_REQUEST_TIMEOUT);
    }

    /** A new client; the caller closes it. */
    RestClient open() {
        HttpHost[] addresses = hosts.stream().map(HttpHost::create).toArray(HttpHost[]::new);
        int timeout = (int) requestTimeout.toMillis();
        int connectTimeout = (int) Math.min(timeout, CONNECT_TIMEOUT.toMillis());
        RestClientBuilder builder =
                RestClient.builder(addresses)
                        .setRequestConfigCallback(
                                request ->
                                        request.setConnectTimeout(connectTimeout)
                                                .setSocketTimeout(timeout));
        credentials
                .authorization()
                .ifPresent(
                        value ->
                                builder.setDefaultHeaders(
                                        new Header[] {new BasicHeader("Authorization", value)}));
        return builder.build();
    }

    private static void checkAddress(String address) {
        if (!isAddress(address)) {
            // Without the address: it may hold a password.
            throw new IllegalArgumentException(
                    "an Elasticsearch address must look like https://host:9200, without user or"
                            + " path");
        }
    }

    private static boolean isAddress(String text) {
        URI uri;
        try {
            uri = new URI(text);
        } catch (URISyntaxException malformed) {
            return false;
        }
        boolean schemeKnown = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
        boolean pathEmpty = uri.getRawPath() == null || uri.getRawPath().isEmpty();
        return schemeKnown && uri.getHost() != null && uri.getRawUserInfo() == null && pathEmpty;
    }
}
