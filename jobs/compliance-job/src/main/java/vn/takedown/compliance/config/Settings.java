package vn.takedown.compliance.config;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;

/** Arguments of the form {@code --key value}, each to be taken exactly once. */
final class Settings {

    /** The contract's events span a century; milliseconds of far more would overflow. */
    private static final Duration LONGEST = Duration.ofDays(36_500);

    private final Map<String, String> left = new HashMap<>();

    static Settings of(String[] arguments) {
        Settings settings = new Settings();
        for (int i = 0; i < arguments.length; i += 2) {
            String key = arguments[i];
            if (!key.startsWith("--") || key.length() == 2) {
                throw new ConfigurationException(
                        "'" + key + "' is no setting; write --key value, such as --mode live.");
            }
            if (i + 1 == arguments.length) {
                throw new ConfigurationException(key + ": the value is missing.");
            }
            if (settings.left.put(key.substring(2), arguments[i + 1]) != null) {
                throw new ConfigurationException(key + ": is given twice.");
            }
        }
        return settings;
    }

    String required(String key) {
        String value = left.remove(key);
        if (value == null || value.isBlank()) {
            throw new ConfigurationException("--" + key + ": is required.");
        }
        return value;
    }

    /** Null when it is not given. */
    String optional(String key) {
        return left.remove(key);
    }

    String text(String key, String otherwise) {
        String value = left.remove(key);
        return value == null ? otherwise : value;
    }

    /** Not negative, and not over a century. */
    Duration duration(String key, Duration otherwise) {
        return duration(key, otherwise, LONGEST);
    }

    /** Not negative. */
    Duration duration(String key, Duration otherwise, Duration longest) {
        return parsed(
                key,
                otherwise,
                value -> {
                    Duration duration = Duration.parse(value);
                    return duration.isNegative() || duration.compareTo(longest) > 0
                            ? null
                            : duration;
                },
                "an ISO-8601 duration of at most " + longest + ", such as PT30S");
    }

    int count(String key, int otherwise, int greatest) {
        return parsed(
                key,
                otherwise,
                value -> {
                    int count = Integer.parseInt(value);
                    return count < 0 || count > greatest ? null : count;
                },
                "a whole number from 0 to " + greatest);
    }

    /** A share more than 0 and less than 1, to six places, in millionths. */
    int perMillion(String key, int otherwise) {
        return parsed(
                key,
                otherwise,
                value -> {
                    // Digit by digit: a number with a great exponent would take for ever.
                    if (!value.matches("0\\.[0-9]{1,6}")) {
                        return null;
                    }
                    String places = value.substring(2);
                    int millionths = Integer.parseInt((places + "00000").substring(0, 6));
                    return millionths == 0 ? null : (Integer) millionths;
                },
                "a share of more than 0 and less than 1 with at most six places, such as 0.95");
    }

    <E extends Enum<E>> E choice(String key, Class<E> type, E otherwise) {
        return parsed(
                key,
                otherwise,
                value -> Enum.valueOf(type, value.toUpperCase(Locale.ROOT)),
                "one of " + choices(type));
    }

    private static <E extends Enum<E>> String choices(Class<E> type) {
        StringBuilder choices = new StringBuilder();
        for (E constant : type.getEnumConstants()) {
            choices.append(choices.isEmpty() ? "" : ", ");
            choices.append(constant.name().toLowerCase(Locale.ROOT));
        }
        return choices.toString();
    }

    private <T> T parsed(String key, T otherwise, Function<String, T> parser, String what) {
        String value = left.remove(key);
        if (value == null) {
            return otherwise;
        }
        T parsed;
        try {
            parsed = parser.apply(value);
        } catch (IllegalArgumentException | DateTimeParseException malformed) {
            parsed = null;
        }
        if (parsed == null) {
            throw new ConfigurationException("--" + key + ": '" + value + "' is not " + what + ".");
        }
        return parsed;
    }

    /** What nobody took is a mistake of the one who wrote it. */
    void nothingLeft() {
        if (!left.isEmpty()) {
            throw new ConfigurationException(
                    "--" + new TreeSet<>(left.keySet()).first() + ": there is no such setting.");
        }
    }
}
