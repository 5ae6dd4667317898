package vn.takedown.stack.documents;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import vn.takedown.stack.client.ElasticsearchClient;

/** The way back of {@link DocumentExport}: from files into an empty Elasticsearch. */
public final class DocumentImport {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int BATCH_BYTES = 4 << 20;

    private final ElasticsearchClient elasticsearch;

    public DocumentImport(ElasticsearchClient elasticsearch) {
        this.elasticsearch = elasticsearch;
    }

    /**
     * Reads one {@code <alias>.ndjson} for each alias that the folder has one for; the indices must
     * be there.
     *
     * @return number of documents
     * @throws IOException when a file cannot be read
     */
    public long readFrom(Path folder) throws IOException {
        long documents = 0;
        List<String> aliases = new ArrayList<>(Aliases.ALL);
        aliases.addAll(Aliases.OF_DASHBOARDS);
        for (String alias : aliases) {
            Path file = folder.resolve(alias + ".ndjson");
            if (Files.isRegularFile(file)) {
                documents += read(file, alias);
            }
        }
        elasticsearch.refresh(aliases);
        return documents;
    }

    private long read(Path file, String alias) throws IOException {
        long documents = 0;
        StringBuilder batch = new StringBuilder();
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                append(line, batch);
                documents++;
                if (batch.length() > BATCH_BYTES) {
                    elasticsearch.bulk(alias, batch.toString());
                    batch.setLength(0);
                }
            }
        }
        if (!batch.isEmpty()) {
            elasticsearch.bulk(alias, batch.toString());
        }
        return documents;
    }

    private static void append(String line, StringBuilder batch) throws IOException {
        ObjectNode document = (ObjectNode) MAPPER.readTree(line);
        ObjectNode action = MAPPER.createObjectNode();
        action.putObject("index").set("_id", document.remove("_id"));
        batch.append(action).append('\n').append(document).append('\n');
    }
}
