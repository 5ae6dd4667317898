package vn.takedown.stack.explain;

import java.text.MessageFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import vn.takedown.compliance.ingest.InstantFormat;

/** The words of one language: sentences, instants and durations. */
final class Wording {

    static final String BUNDLE = "vn.takedown.stack.explain.messages";

    private static final DateTimeFormatter VIETNAM =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss x", Locale.ROOT)
                    .withZone(ZoneId.of("Asia/Ho_Chi_Minh"));

    private final Locale locale;
    private final ResourceBundle messages;

    Wording(Language language) {
        this.locale = language.locale();
        // Without a fallback, so that a sentence cannot come in the wrong language unnoticed.
        this.messages =
                ResourceBundle.getBundle(
                        BUNDLE,
                        locale,
                        ResourceBundle.Control.getNoFallbackControl(
                                ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /**
     * @throws java.util.MissingResourceException when the catalogue has no such sentence
     */
    String say(String key, Object... values) {
        Object[] texts = new Object[values.length];
        for (int i = 0; i < values.length; i++) {
            // As text, or MessageFormat would group the digits of numbers.
            texts[i] = String.valueOf(values[i]);
        }
        return new MessageFormat(messages.getString(key), locale).format(texts);
    }

    /** The name of a value of an enumeration, with the value itself. */
    String name(String kind, Object value) {
        return say(kind + "." + value);
    }

    /** In UTC, exactly, and in Vietnam, to the second; in one piece that no line end splits. */
    String instant(long at) {
        String text =
                InstantFormat.format(at) + " (" + VIETNAM.format(Instant.ofEpochMilli(at)) + ")";
        return text.replace(' ', Page.UNBROKEN_SPACE);
    }

    /** Hours, minutes and seconds, exact to the millisecond. */
    String duration(long milliseconds) {
        long seconds = Math.abs(milliseconds) / 1000;
        long rest = Math.abs(milliseconds) % 1000;
        List<String> parts = new ArrayList<>();
        add(parts, seconds / 3600, "unit.hours");
        add(parts, seconds / 60 % 60, "unit.minutes");
        if (rest > 0) {
            parts.add(
                    say(
                            "unit.seconds",
                            String.format(locale, "%d%s%03d", seconds % 60, point(), rest)));
        } else {
            add(parts, seconds % 60, "unit.seconds");
        }
        String text = parts.isEmpty() ? say("unit.seconds", 0) : String.join(" ", parts);
        return milliseconds < 0 ? "-" + text : text;
    }

    private String point() {
        return say("decimal.point");
    }

    private void add(List<String> parts, long amount, String unit) {
        if (amount != 0) {
            parts.add(say(unit, amount));
        }
    }
}
