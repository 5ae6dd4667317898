package vn.takedown.compliance.sink.alertmanager;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.takedown.compliance.sink.alertmanager.Posts.body;
import static vn.takedown.compliance.sink.alertmanager.Posts.post;

import java.util.List;
import org.junit.jupiter.api.Test;

class OutboxTest {

    private final Outbox outbox = new Outbox(3);

    @Test
    void theOldestGoesFirst() {
        outbox.add(post("a", 1));
        outbox.add(post("b", 2));
        outbox.add(post("c", 3));

        assertThat(body(outbox.take(2))).isEqualTo("[1,2]");
        assertThat(body(outbox.take(2))).isEqualTo("[3]");
        assertThat(outbox.isEmpty()).isTrue();
    }

    @Test
    void ofEachAlertOnlyTheNewestIsKept() {
        assertThat(outbox.add(post("a", 1))).isZero();
        assertThat(outbox.add(post("b", 2))).isZero();
        assertThat(outbox.add(post("a", 3))).isZero();

        assertThat(body(outbox.take(9))).isEqualTo("[2,3]");
    }

    @Test
    void whenItIsFullTheOldestGoesAndIsCounted() {
        outbox.add(post("a", 1));
        outbox.add(post("b", 2));
        outbox.add(post("c", 3));

        assertThat(outbox.add(post("d", 4))).isOne();
        assertThat(outbox.add(post("d", 5))).isZero();
        assertThat(body(outbox.take(9))).isEqualTo("[2,3,5]");
    }

    @Test
    void whatCouldNotBeSentIsTheFirstAgainUnlessSomethingNewerIsKnown() {
        outbox.add(post("a", 1));
        outbox.add(post("b", 2));
        List<AlertPost> unsent = outbox.take(2);
        outbox.add(post("c", 3));
        outbox.add(post("a", 4));

        outbox.putBack(unsent);

        assertThat(body(outbox.take(9))).isEqualTo("[4,2,3]");
    }

    @Test
    void itHoldsNoMoreThanItMayWhenSomethingIsPutBack() {
        List<AlertPost> unsent = List.of(post("a", 1), post("b", 2));
        outbox.add(post("c", 3));
        outbox.add(post("d", 4));

        assertThat(outbox.putBack(unsent)).isOne();

        assertThat(body(outbox.take(9))).isEqualTo("[2,3,4]");
    }

    @Test
    void aBodyIsAnArrayOfThePosts() {
        assertThat(body(List.of(post("a", 1), post("b", 2)))).isEqualTo("[1,2]");
    }
}
