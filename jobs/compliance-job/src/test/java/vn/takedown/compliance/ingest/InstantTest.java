package vn.takedown.compliance.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@link InstantParser} and {@link InstantFormat} against {@code java.time}. */
class InstantTest {

    private static final long FIRST = 946_684_800_000L;

    private static final long LAST = 4_102_444_799_999L;

    private static final DateTimeFormatter STRICT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
                    .withResolverStyle(ResolverStyle.STRICT);

    private static long parse(String text) {
        return InstantParser.parse(text.toCharArray(), 0, text.length());
    }

    private static long oracle(String text) {
        try {
            long instant =
                    LocalDateTime.parse(text, STRICT).toInstant(ZoneOffset.UTC).toEpochMilli();
            return instant >= FIRST && instant <= LAST ? instant : InstantParser.INVALID;
        } catch (DateTimeException e) {
            return InstantParser.INVALID;
        }
    }

    @Test
    void theYearsFrom2000To2099AreRead() {
        assertThat(parse("2000-01-01T00:00:00.000Z")).isEqualTo(FIRST);
        assertThat(parse("2099-12-31T23:59:59.999Z")).isEqualTo(LAST);
        assertThat(parse("2000-02-29T00:00:00.000Z")).isEqualTo(951_782_400_000L);
        assertThat(parse("1999-12-31T23:59:59.999Z")).isEqualTo(InstantParser.INVALID);
        assertThat(parse("2100-01-01T00:00:00.000Z")).isEqualTo(InstantParser.INVALID);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2026-01-31",
                "2026-01-31T12:00:00Z",
                "2026-01-31T12:00:00.00Z",
                "2026-01-31T12:00:00.0000Z",
                "2026-01-31T12:00:00,000Z",
                "2026-01-31T12:00:00.000z",
                "2026-01-31t12:00:00.000Z",
                "2026-01-31 12:00:00.000Z",
                "2026-01-31T12:00:00.000+",
                "2026-01-31T12:00:00.000+07:00",
                "+026-01-31T12:00:00.000Z",
                "2026-01-31T24:00:00.000Z",
                "2026-01-31T23:60:00.000Z",
                "2026-06-30T23:59:60.000Z",
                "2026-13-01T00:00:00.000Z",
                "2026-00-01T00:00:00.000Z",
                "2026-01-00T00:00:00.000Z",
                "2026-01-32T00:00:00.000Z",
                "2026-04-31T00:00:00.000Z",
                "2026-02-29T00:00:00.000Z",
                "2028-02-30T00:00:00.000Z",
                "٢٠٢٦-01-31T12:00:00.000Z",
                " 2026-01-31T12:00:00.000Z",
                "2026-01-31T12:00:00.000Z\n",
            })
    void anyOtherFormIsInvalid(String text) {
        assertThat(parse(text)).isEqualTo(InstantParser.INVALID);
    }

    @Test
    void onlyTheGivenPartOfTheTextIsRead() {
        char[] text = "xx2026-01-31T12:00:00.000Z9".toCharArray();
        assertThat(InstantParser.parse(text, 2, 24)).isEqualTo(Records.NOON);
    }

    @Test
    void everyDayOfTheCenturyIsReadAndWrittenAsJavaTimeDoes() {
        for (long day = FIRST / 86_400_000; day <= LAST / 86_400_000; day++) {
            long instant = day * 86_400_000 + day * 7_919 % 86_400_000;
            String text = InstantFormat.format(instant);
            assertThat(text)
                    .isEqualTo(
                            STRICT.format(Instant.ofEpochMilli(instant).atOffset(ZoneOffset.UTC)));
            assertThat(parse(text)).isEqualTo(instant);
        }
    }

    @Property
    void readingUndoesWriting(@ForAll @LongRange(min = FIRST, max = LAST) long instant) {
        assertThat(parse(InstantFormat.format(instant))).isEqualTo(instant);
    }

    @Property
    void datesThatMayNotExistAreJudgedAsByJavaTime(@ForAll("nearlyInstants") String text) {
        assertThat(parse(text)).isEqualTo(oracle(text));
    }

    @Property
    void oneWrongCharacterIsJudgedAsByJavaTime(
            @ForAll @LongRange(min = FIRST, max = LAST) long instant,
            @ForAll @IntRange(max = 23) int at,
            @ForAll("characters") char character) {
        StringBuilder text = new StringBuilder(InstantFormat.format(instant));
        text.setCharAt(at, character);
        assertThat(parse(text.toString())).isEqualTo(oracle(text.toString()));
    }

    @Property
    void anyFourDigitYearIsWrittenAsJavaTimeDoes(
            @ForAll @LongRange(min = -62_167_219_200_000L, max = 253_402_300_799_999L)
                    long instant) {
        assertThat(InstantFormat.append(new StringBuilder("at "), instant).toString())
                .isEqualTo(
                        "at "
                                + STRICT.format(
                                        Instant.ofEpochMilli(instant).atOffset(ZoneOffset.UTC)));
    }

    @Test
    void otherYearsCannotBeWritten() {
        for (long instant :
                new long[] {
                    -62_167_219_200_001L, 253_402_300_800_000L, Long.MIN_VALUE, Long.MAX_VALUE
                }) {
            assertThatThrownBy(() -> InstantFormat.format(instant))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Provide
    Arbitrary<String> nearlyInstants() {
        return Combinators.combine(
                        Arbitraries.integers().between(1998, 2101),
                        Arbitraries.integers().between(0, 13),
                        Arbitraries.integers().between(0, 32),
                        Arbitraries.integers().between(0, 25),
                        Arbitraries.integers().between(0, 61),
                        Arbitraries.integers().between(0, 61))
                .as(
                        (year, month, day, hour, minute, second) ->
                                String.format(
                                        Locale.ROOT,
                                        "%04d-%02d-%02dT%02d:%02d:%02d.007Z",
                                        year,
                                        month,
                                        day,
                                        hour,
                                        minute,
                                        second));
    }

    @Provide
    Arbitrary<Character> characters() {
        return Arbitraries.oneOf(
                Arbitraries.chars().numeric(),
                Arbitraries.chars().ascii(),
                Arbitraries.of('٠', '０', '\u0000'));
    }
}
