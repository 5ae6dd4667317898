package vn.takedown.report.source;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import vn.takedown.report.ReportFailure;

/**
 * The files that {@code infra/takedown replay --output} writes: {@code <alias>.ndjson}, also packed
 * as {@code .ndjson.gz}.
 *
 * @param folder must hold the cases
 */
public record FolderSource(Path folder) implements DocumentSource {

    private static final int REPORT_EVERY = 10_000;
    private static final ObjectMapper MAPPER =
            new ObjectMapper(
                    JsonFactory.builder()
                            // A rejected record of 4 MiB is longer in base64.
                            .streamReadConstraints(
                                    StreamReadConstraints.builder()
                                            .maxStringLength(32 << 20)
                                            .build())
                            .build());

    @Override
    public Snapshot open() {
        if (file(DocumentKind.CASES) == null) {
            throw new ReportFailure(
                    folder + " holds no " + DocumentKind.CASES.alias() + ".ndjson to report on.");
        }
        return new ExportedFiles(this);
    }

    private Path file(DocumentKind kind) {
        Path plain = folder.resolve(kind.alias() + ".ndjson");
        Path packed = folder.resolve(kind.alias() + ".ndjson.gz");
        if (Files.isRegularFile(plain)) {
            return plain;
        }
        return Files.isRegularFile(packed) ? packed : null;
    }

    private record ExportedFiles(FolderSource source) implements Snapshot {

        @Override
        public void forEach(
                DocumentKind kind,
                Selection selection,
                DocumentConsumer consumer,
                ReadProgress progress) {
            Path file = source.file(kind);
            if (file == null) {
                return;
            }
            boolean packed = file.toString().endsWith(".gz");
            long read = 0;
            try (InputStream bytes = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
                    JsonParser parser =
                            MAPPER.createParser(packed ? new GZIPInputStream(bytes) : bytes)) {
                long size = packed ? 0 : Files.size(file);
                JsonToken token;
                while ((token = parser.nextToken()) != null) {
                    if (token != JsonToken.START_OBJECT) {
                        throw new IOException("line " + (read + 1) + " is no document");
                    }
                    consumer.accept(parser);
                    read++;
                    if (read % REPORT_EVERY == 0) {
                        progress.read(
                                packed ? read : parser.currentLocation().getByteOffset(), size);
                    }
                }
            } catch (IOException | IllegalArgumentException | DateTimeException e) {
                throw new ReportFailure(
                        file + ", document " + (read + 1) + ": " + OneLine.of(e), e);
            }
        }

        @Override
        public Long latestUpdate() {
            long[] latest = {Long.MIN_VALUE};
            forEach(
                    DocumentKind.PROVIDER_PERIODS,
                    Selection.EVERYTHING,
                    parser -> {
                        JsonNode period = parser.readValueAsTree();
                        if (period.hasNonNull("updated_at")) {
                            Instant updated = Instant.parse(period.get("updated_at").asText());
                            latest[0] = Math.max(latest[0], updated.toEpochMilli());
                        }
                    },
                    (done, total) -> {});
            return latest[0] == Long.MIN_VALUE ? null : latest[0];
        }

        @Override
        public SortedMap<String, WatchedHours> watched(long start, long end) {
            SortedMap<String, WatchedHours> watched = new TreeMap<>();
            forEach(
                    DocumentKind.COVERAGE,
                    Selection.openHours(start, end),
                    parser -> {
                        JsonNode hour = parser.readValueAsTree();
                        long at = Instant.parse(hour.path("hour").asText()).toEpochMilli();
                        long open = hour.path("open_cases").asLong();
                        if (at >= start && at < end && open > 0) {
                            watched.merge(
                                    hour.path("provider_id").asText(),
                                    WatchedHours.hour(open, hour.path("observed_cases").asLong()),
                                    WatchedHours::plus);
                        }
                    },
                    (done, total) -> {});
            return watched;
        }

        @Override
        public void close() {
            // Each file is closed when it has been read.
        }
    }
}
