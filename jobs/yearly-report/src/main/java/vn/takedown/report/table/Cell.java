package vn.takedown.report.table;

import java.util.List;

/**
 * A value with what it rests on. What rests on a count that may not be published may not be
 * published either.
 */
public sealed interface Cell {

    /** Why there is no value; each is shown in its own way, and none of them as zero. */
    enum Missing implements Cell {
        /** The figure makes no sense here, for example a share of nothing. */
        NOT_APPLICABLE,
        /** It exists, but the monitor does not hold it. */
        UNKNOWN,
        /** So many are still up that the quantile lies beyond what has been observed. */
        NOT_REACHED,
        /** Too few cases for a rate or a quantile to say anything. */
        TOO_FEW,
        /** Withheld so that no small number becomes public. */
        SUPPRESSED
    }

    /** Free text, the same in every language: names and ids. */
    record Text(String text) implements Cell {}

    /**
     * A value of an enumeration, which has a name in every language.
     *
     * @param group of the message catalogue
     */
    record Code(String group, String value) implements Cell {}

    /** Several of them; empty when none applies. */
    record Codes(String group, List<String> values) implements Cell {
        public Codes {
            values = List.copyOf(values);
        }
    }

    /**
     * A number of cases, orders or providers.
     *
     * @param id the same for the same figure wherever it is shown
     */
    record Count(String id, long value) implements Cell {}

    /**
     * A proportion of counted things.
     *
     * @param low lower end of its 95 % interval, from 0 to 1; null when none is given
     * @param high upper end
     */
    record Share(Count part, Count whole, Double low, Double high) implements Cell {

        public double value() {
            return (double) part.value() / whole.value();
        }
    }

    /**
     * An estimated proportion that is no quotient of two counts.
     *
     * @param basis on how many cases it rests
     * @param low lower end of its 95 % interval, from 0 to 1; null when none is given
     * @param high upper end
     */
    record Estimate(double value, Double low, Double high, Count basis) implements Cell {}

    /**
     * A length of time in milliseconds.
     *
     * @param basis on how many cases it rests
     * @param low lower end of its 95 % interval; null when it has none
     * @param high upper end; null when it has none or is not reached
     */
    record Time(long millis, Long low, Long high, Count basis) implements Cell {}

    /** An instant, milliseconds since the epoch. */
    record Moment(long millis) implements Cell {}
}
