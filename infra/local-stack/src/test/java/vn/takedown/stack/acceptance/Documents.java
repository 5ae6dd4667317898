package vn.takedown.stack.acceptance;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Compares what the topic and the index say with what must be said. */
final class Documents {

    private final Map<String, ExpectedAlert> expected = new HashMap<>();

    Documents(List<ExpectedAlert> alerts) {
        alerts.forEach(alert -> expected.put(alert.key(), alert));
    }

    /** Every transition once and in order, and no others. */
    List<String> differencesInTopic(Map<String, List<Said>> topic) {
        List<String> differences = unexpected(topic);
        expected.forEach(
                (key, alert) -> {
                    List<Said> said = topic.getOrDefault(key, List.of());
                    if (!saysAll(alert, said)) {
                        differences.add(key + ": " + said + " instead of " + alert.steps());
                    }
                });
        return differences;
    }

    private static boolean saysAll(ExpectedAlert alert, List<Said> said) {
        if (said.size() != alert.steps().size()) {
            return false;
        }
        for (int i = 0; i < said.size(); i++) {
            if (!said.get(i).says(alert.key(), alert.steps().get(i), alert.tolerance())) {
                return false;
            }
        }
        return true;
    }

    /** The newest state of each, and no others. */
    List<String> differencesInIndex(Map<String, Said> index) {
        List<String> differences = unexpected(index);
        expected.forEach(
                (key, alert) -> {
                    Step last = alert.steps().get(alert.steps().size() - 1);
                    Said said = index.get(key);
                    if (said == null || !said.says(key, last, alert.tolerance())) {
                        differences.add(key + ": " + said + " instead of " + last);
                    }
                });
        return differences;
    }

    private List<String> unexpected(Map<String, ?> found) {
        List<String> differences = new ArrayList<>();
        found.forEach(
                (key, said) -> {
                    if (!expected.containsKey(key)) {
                        differences.add(key + " is not expected: " + said);
                    }
                });
        return differences;
    }
}
