package vn.takedown.stack.acceptance;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Looks for what must not be seen. */
record Leaks(Set<String> secrets) {

    /** The beginning of a key would do to find it again. */
    private static final int BEGINNING = 16;

    /** Which place shows what. */
    List<String> in(Map<String, String> places) {
        List<String> leaks = new ArrayList<>();
        places.forEach(
                (place, text) ->
                        secrets.stream()
                                .filter(secret -> text.contains(secret.substring(0, BEGINNING)))
                                .forEach(secret -> leaks.add(place + " shows " + secret)));
        return leaks;
    }
}
