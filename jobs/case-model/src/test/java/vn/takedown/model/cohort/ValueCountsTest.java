package vn.takedown.model.cohort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ValueCountsTest {

    @Property
    void theSumOfTheChangesIsTheMultisetWhateverTheirOrder(
            @ForAll @Size(max = 40) List<@LongRange(min = 0, max = 9) Long> added,
            @ForAll @LongRange(min = 1, max = 5) long part) {
        ValueCounts sum = ValueCounts.EMPTY;
        for (int from = 0; from < added.size(); from += (int) part) {
            List<Long> some = added.subList(from, Math.min(added.size(), from + (int) part));
            sum = sum.plus(ValueCounts.of(occurrences(some, 1)));
        }
        List<Long> taken = added.subList(0, added.size() / 2);
        ValueCounts kept = ValueCounts.of(occurrences(taken, -1)).plus(sum);

        assertThat(members(kept.toValues()))
                .isEqualTo(added.stream().skip(taken.size()).sorted().toList());
    }

    private static Map<Long, Integer> occurrences(List<Long> values, int by) {
        return values.stream().collect(Collectors.toMap(value -> value, value -> by, Integer::sum));
    }

    private static List<Long> members(CountedValues values) {
        return IntStream.range(0, values.distinct())
                .boxed()
                .flatMap(
                        index ->
                                Collections.nCopies((int) values.count(index), values.value(index))
                                        .stream())
                .toList();
    }

    @Test
    void whatWasNeverAddedCannotBeTakenAway() {
        assertThatThrownBy(() -> ValueCounts.of(Map.of(7L, -1)).toValues())
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void instantsBecomeAgesAndThoseToComeAreOfAgeZero() {
        ValueCounts instants = ValueCounts.of(Map.of(100L, 2, 300L, 1, 400L, 1));

        assertThat(members(instants.agesAt(300).toValues())).containsExactly(0L, 0L, 200L, 200L);
    }

    @Test
    void theEncodingStaysAsItIs() throws IOException {
        CohortDurations durations =
                new CohortDurations(
                        ValueCounts.of(Map.of(5L, 1)),
                        ValueCounts.EMPTY,
                        ValueCounts.of(Map.of(1L, -1, 1_000_000L, 3)),
                        ValueCounts.of(Map.of(1_700_000_000_000L, 2)));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        durations.write(new DataOutputStream(bytes));

        assertThat(HexFormat.of().formatHex(bytes.toByteArray()))
                .isEqualTo("010a02" + "00" + "0202" + "01" + "fe887a06" + "0180a0abfef96204");
        CohortDurations read =
                CohortDurations.read(
                        new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
        ByteArrayOutputStream again = new ByteArrayOutputStream();
        read.write(new DataOutputStream(again));
        assertThat(again.toByteArray()).isEqualTo(bytes.toByteArray());
    }
}
