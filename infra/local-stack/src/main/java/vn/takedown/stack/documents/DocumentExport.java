package vn.takedown.stack.documents;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import vn.takedown.stack.client.ElasticsearchClient;

/** Writes one file per alias: every document with its {@code _id} added, sorted by {@code _id}. */
public final class DocumentExport {

    private static final long MEMORY_BYTES = 48L << 20;
    private static final int PAGE = 1000;

    /** A dead letter may hold 4 MiB. */
    private static final int DEAD_LETTER_PAGE = 10;

    private final ElasticsearchClient elasticsearch;

    public DocumentExport(ElasticsearchClient elasticsearch) {
        this.elasticsearch = elasticsearch;
    }

    /**
     * Writes {@code <alias>.ndjson} for every alias. The files appear only when all of them are
     * complete; what was there before under these names is replaced.
     *
     * @return documents per alias
     */
    public Map<String, Long> writeTo(Path folder) throws IOException {
        elasticsearch.refresh(Aliases.ALL);
        Files.createDirectories(folder);
        Path partial = Files.createTempDirectory(folder, ".export-");
        try {
            Map<String, Long> counts = new LinkedHashMap<>();
            for (String alias : Aliases.ALL) {
                counts.put(alias, export(alias, partial));
            }
            for (String alias : Aliases.ALL) {
                Files.move(
                        partial.resolve(file(alias)),
                        folder.resolve(file(alias)),
                        StandardCopyOption.ATOMIC_MOVE,
                        StandardCopyOption.REPLACE_EXISTING);
            }
            return counts;
        } finally {
            for (String alias : Aliases.ALL) {
                Files.deleteIfExists(partial.resolve(file(alias)));
            }
            Files.deleteIfExists(partial);
        }
    }

    private long export(String alias, Path folder) throws IOException {
        int page = alias.equals(Aliases.DEAD_LETTERS) ? DEAD_LETTER_PAGE : PAGE;
        try (SortedLines lines = new SortedLines(folder, MEMORY_BYTES)) {
            elasticsearch.forEachDocument(alias, page, lines::add);
            return lines.writeTo(folder.resolve(file(alias)));
        }
    }

    /** Name of an alias' file. */
    public static String file(String alias) {
        return alias + ".ndjson";
    }
}
