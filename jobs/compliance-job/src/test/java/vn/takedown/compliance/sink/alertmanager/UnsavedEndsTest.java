package vn.takedown.compliance.sink.alertmanager;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UnsavedEndsTest {

    private final UnsavedEnds ends = new UnsavedEnds();

    @Test
    void anEndIsSavedByTheNextCheckpointThatBeginsAfterItAndIsCompleted() {
        ends.begin(1);
        ends.add("a");
        ends.complete(1);
        assertThat(ends.saved("a")).isFalse();

        ends.begin(2);
        assertThat(ends.saved("a")).isFalse();

        ends.complete(2);
        assertThat(ends.saved("a")).isTrue();
    }

    @Test
    void aLaterCheckpointSavesWhatOneThatFailedDidNot() {
        ends.add("a");
        ends.begin(1);
        ends.add("b");
        ends.begin(2);
        ends.complete(2);

        assertThat(ends.saved("a")).isTrue();
        assertThat(ends.saved("b")).isTrue();
    }

    @Test
    void anEarlierCheckpointThatIsCompletedSavesNothingOfALaterOne() {
        ends.add("a");
        ends.begin(1);
        ends.add("b");
        ends.begin(2);
        ends.complete(1);

        assertThat(ends.saved("a")).isTrue();
        assertThat(ends.saved("b")).isFalse();
    }

    @Test
    void whatARestoredJobKnowsIsSaved() {
        assertThat(ends.saved("a")).isTrue();
    }
}
