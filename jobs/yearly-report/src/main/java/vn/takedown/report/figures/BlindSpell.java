package vn.takedown.report.figures;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.Optional;

/**
 * A time in which the monitor saw nothing of a provider, or nothing on a topic.
 *
 * @param providerId {@code _all} when a topic was silent
 * @param subject the provider or the topic
 * @param from milliseconds since the epoch, not before the year
 * @param to milliseconds since the epoch, not after the year or the data cut-off
 * @param goesOn whether it was not over at {@code to}
 */
public record BlindSpell(String providerId, String subject, long from, long to, boolean goesOn) {

    static final Comparator<BlindSpell> ORDER =
            Comparator.comparing(BlindSpell::providerId).thenComparing(BlindSpell::subject);

    /**
     * The part of a spell that lies between two instants, in milliseconds since the epoch; empty
     * when there is none.
     */
    static Optional<BlindSpell> in(JsonNode alert, long start, long end) {
        long began = CaseReader.instant(alert.path("starts_at").asText());
        long ended =
                alert.hasNonNull("ends_at")
                        ? CaseReader.instant(alert.path("ends_at").asText())
                        : Long.MAX_VALUE;
        long from = Math.max(began, start);
        long to = Math.min(ended, end);
        String key = alert.path("alert_key").asText();
        return from >= to
                ? Optional.empty()
                : Optional.of(
                        new BlindSpell(
                                alert.path("provider_id").asText(),
                                key.substring(key.lastIndexOf('|') + 1),
                                from,
                                to,
                                ended > end));
    }
}
