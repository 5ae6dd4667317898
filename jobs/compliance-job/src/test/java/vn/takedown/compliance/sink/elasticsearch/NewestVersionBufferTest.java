package vn.takedown.compliance.sink.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.takedown.compliance.sink.elasticsearch.Entries.entry;
import static vn.takedown.compliance.sink.elasticsearch.Entries.wrapped;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.flink.connector.base.sink.writer.RequestEntryWrapper;
import org.junit.jupiter.api.Test;

class NewestVersionBufferTest {

    private int superseded;
    private final NewestVersionBuffer buffer = new NewestVersionBuffer(() -> superseded++);

    @Test
    void aNewerVersionTakesThePlaceOfTheOlder() {
        add(entry("a", 1), entry("b", 1), entry("a", 2));

        assertThat(drained()).containsExactly(entry("a", 2), entry("b", 1));
        assertThat(superseded).isEqualTo(1);
    }

    @Test
    void anOlderRetriedEntryNeverReplacesANewerOne() {
        add(entry("a", 2));
        buffer.add(wrapped(entry("a", 1)), true);

        assertThat(drained()).containsExactly(entry("a", 2));
    }

    @Test
    void aNewerRetriedEntryReplacesAnOlderOne() {
        add(entry("a", 2));
        buffer.add(wrapped(entry("a", 3)), true);

        assertThat(drained()).containsExactly(entry("a", 3));
    }

    @Test
    void ofEqualVersionsTheOneWrittenLastStays() {
        BulkEntry first = entry("i", "a", 1, "{\"n\":1}");
        BulkEntry second = entry("i", "a", 1, "{\"n\":22}");
        add(first, second);
        buffer.add(wrapped(first), true);

        assertThat(buffer.totalSizeInBytes()).isEqualTo(second.serializedSize());
        assertThat(drained()).containsExactly(second);
    }

    @Test
    void theSameIdBehindAnotherAliasIsAnotherDocument() {
        add(entry("x", "a", 1), entry("y", "a", 2));

        assertThat(drained()).containsExactly(entry("x", "a", 1), entry("y", "a", 2));
    }

    @Test
    void retriedEntriesGoFirst() {
        add(entry("a", 1));
        buffer.add(wrapped(entry("b", 1)), true);

        assertThat(buffer.peek().getRequestEntry()).isEqualTo(entry("b", 1));
        assertThat(drained()).containsExactly(entry("b", 1), entry("a", 1));
        assertThat(buffer.peek()).isNull();
        assertThat(buffer.poll()).isNull();
    }

    record Step(BulkEntry entry, boolean retried, boolean polls) {}

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        Arbitraries.of("a", "b", "c", "d"),
                        Arbitraries.longs().between(0, 9),
                        Arbitraries.of(true, false),
                        Arbitraries.integers().between(0, 3))
                .as(
                        (id, version, retried, poll) ->
                                new Step(entry(id, version), retried, poll == 0))
                .list()
                .ofMaxSize(60);
    }

    @Property
    void atMostOneEntryPerIdAndItIsTheNewestSinceItWasLastTaken(@ForAll("steps") List<Step> steps) {
        NewestVersionBuffer tried = new NewestVersionBuffer(() -> {});
        Map<String, Long> expected = new HashMap<>();
        for (Step step : steps) {
            if (step.polls() && !tried.isEmpty()) {
                BulkEntry taken = tried.poll().getRequestEntry();
                assertThat(expected.remove(taken.id())).isEqualTo(taken.version());
            }
            tried.add(wrapped(step.entry()), step.retried());
            expected.merge(step.entry().id(), step.entry().version(), Math::max);
            assertThat(tried.size()).isEqualTo(expected.size());
            assertThat(tried.totalSizeInBytes())
                    .isEqualTo(
                            tried.getBufferedState().stream()
                                    .mapToLong(RequestEntryWrapper::getSize)
                                    .sum());
        }
        Map<String, Long> held = new HashMap<>();
        tried.getBufferedState()
                .forEach(e -> held.put(e.getRequestEntry().id(), e.getRequestEntry().version()));
        assertThat(held).isEqualTo(expected);
    }

    private void add(BulkEntry... entries) {
        for (BulkEntry entry : entries) {
            buffer.add(wrapped(entry), false);
        }
    }

    private List<BulkEntry> drained() {
        List<BulkEntry> entries = new ArrayList<>();
        while (!buffer.isEmpty()) {
            entries.add(buffer.poll().getRequestEntry());
        }
        assertThat(buffer.totalSizeInBytes()).isZero();
        return entries;
    }
}
