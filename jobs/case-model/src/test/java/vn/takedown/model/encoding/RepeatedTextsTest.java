package vn.takedown.model.encoding;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class RepeatedTextsTest {

    private final RepeatedTexts texts = new RepeatedTexts();

    private String get(String text) {
        byte[] bytes = ("<" + text + ">").getBytes(StandardCharsets.UTF_8);
        return texts.get(bytes, 1, bytes.length - 2);
    }

    @Property
    void everyTextComesBackAsItIs(@ForAll @StringLength(max = 100) String any) {
        String text = new String(any.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        assertThat(get(text)).isEqualTo(text);
        assertThat(get(text)).isEqualTo(text);
    }

    @Test
    void aShortTextIsMadeOnce() {
        assertThat(get("provider")).isSameAs(get("provider"));
    }

    @Test
    void textsOfTheSameHashDoNotMixUp() {
        for (int i = 0; i < 3; i++) {
            assertThat(get("Aa")).isEqualTo("Aa");
            assertThat(get("BB")).isEqualTo("BB");
        }
    }

    @Test
    void threadsThatShareOneGetWhatTheyAskFor() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Integer>> readers = new ArrayList<>();
            for (int thread = 0; thread < 4; thread++) {
                readers.add(this::wrong);
            }
            for (Future<Integer> reader : threads.invokeAll(readers)) {
                assertThat(reader.get()).isZero();
            }
        } finally {
            threads.shutdown();
        }
    }

    /** How many of many texts, more than there is room for, came back as others. */
    private int wrong() {
        int wrong = 0;
        for (int i = 0; i < 200_000; i++) {
            String text = "text-" + i % 10_000;
            wrong += get(text).equals(text) ? 0 : 1;
        }
        return wrong;
    }
}
