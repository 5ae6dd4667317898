package vn.takedown.report.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import vn.takedown.report.Language;

/** The words of the report in one language, from a UTF-8 catalogue. */
public final class Messages {

    private final Properties texts = new Properties();
    private final String name;

    private Messages(String name) {
        this.name = name;
        try (InputStream stream = Messages.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IOException("the resource " + name + " is missing");
            }
            texts.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Messages in(Language language) {
        return new Messages("messages_" + language.tag() + ".properties");
    }

    /**
     * A text by its key, with {0}, {1}, … replaced.
     *
     * @throws IllegalStateException when the catalogue lacks it
     */
    public String get(String key, Object... arguments) {
        String text = texts.getProperty(key);
        if (text == null) {
            throw new IllegalStateException(name + " has no " + key);
        }
        for (int i = 0; i < arguments.length; i++) {
            text = text.replace("{" + i + "}", String.valueOf(arguments[i]));
        }
        return text;
    }

    /** A text by its key, or something else when the catalogue lacks it. */
    public String getOr(String key, String otherwise) {
        return texts.getProperty(key, otherwise);
    }

    public boolean has(String key) {
        return texts.containsKey(key);
    }

    public Set<String> keys() {
        return new TreeSet<>(texts.stringPropertyNames());
    }
}
