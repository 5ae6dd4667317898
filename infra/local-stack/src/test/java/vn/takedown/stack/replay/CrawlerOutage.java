package vn.takedown.stack.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A recorded stream without the observations of some days, as if all crawlers had been out.
 *
 * @param folder for a replay
 * @param lastSeen the last observation before
 * @param seenAgain the first one after
 * @param downs target and instant of every observation that is left and saw the content down
 */
record CrawlerOutage(Path folder, Instant lastSeen, Instant seenAgain, Set<String> downs) {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** Nothing strictly between the two instants is observed. */
    static CrawlerOutage in(RecordedSummer summer, Instant from, Instant to, Path folder)
            throws IOException {
        Instant lastSeen = Instant.MIN;
        Instant seenAgain = Instant.MAX;
        Set<String> downs = new HashSet<>();
        List<String> kept = new ArrayList<>();
        for (String line : summer.lines("observations")) {
            JsonNode event = MAPPER.readTree(line);
            Instant at = Instant.parse(event.get("occurred_at").asText());
            if (at.isAfter(from) && at.isBefore(to)) {
                continue;
            }
            kept.add(line);
            if (at.isAfter(from)) {
                seenAgain = at.isBefore(seenAgain) ? at : seenAgain;
            } else {
                lastSeen = at.isAfter(lastSeen) ? at : lastSeen;
            }
            if (event.get("status").asText().equals("DOWN_HARD")) {
                downs.add(down(event.get("target_key").asText(), at));
            }
        }
        Files.createDirectories(folder);
        Files.write(folder.resolve("observations.jsonl"), kept);
        for (String title : List.of("requests", "providers", "policies")) {
            Files.write(folder.resolve(title + ".jsonl"), summer.lines(title));
        }
        return new CrawlerOutage(folder, lastSeen, seenAgain, downs);
    }

    static String down(String target, Instant at) {
        return target + " " + at;
    }

    boolean covers(Instant instant) {
        return instant.isAfter(lastSeen) && instant.isBefore(seenAgain);
    }
}
