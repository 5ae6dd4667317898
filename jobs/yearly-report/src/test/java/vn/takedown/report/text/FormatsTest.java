package vn.takedown.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import vn.takedown.report.Language;

class FormatsTest {

    private final Formats vietnamese = new Formats(Language.VI, Messages.in(Language.VI));
    private final Formats english = new Formats(Language.EN, Messages.in(Language.EN));

    @Test
    void vietnameseHasPointsForThousandsAndACommaForDecimals() {
        assertThat(vietnamese.count(1_234_567)).isEqualTo("1.234.567");
        assertThat(vietnamese.share(0.76316)).isEqualTo("76,3\u00a0%");
        assertThat(english.count(1_234_567)).isEqualTo("1,234,567");
        assertThat(english.share(0.76316)).isEqualTo("76.3\u00a0%");
    }

    @Test
    void sharesAreRoundedHalfUp() {
        assertThat(english.share(0.0005)).isEqualTo("0.1\u00a0%");
        assertThat(english.share(0.00049)).isEqualTo("0.0\u00a0%");
        assertThat(english.share(-0.00049)).isEqualTo("0.0\u00a0%");
        assertThat(english.share(-0.125)).isEqualTo("−12.5\u00a0%");
    }

    @Test
    void timesAreInTheUnitThatSuitsThem() {
        assertThat(english.time(0)).isEqualTo("0.0\u00a0h");
        assertThat(english.time(Duration.ofSeconds(90).toMillis())).isEqualTo("1.5\u00a0min");
        assertThat(vietnamese.time(Duration.ofMinutes(90).toMillis())).isEqualTo("1,5\u00a0giờ");
        assertThat(english.time(Duration.ofHours(48).toMillis())).isEqualTo("48.0\u00a0h");
        assertThat(vietnamese.time(Duration.ofDays(3).toMillis())).isEqualTo("3,0\u00a0ngày");
    }

    @Test
    void datesAreThoseOfVietnam() {
        long newYear = Instant.parse("2026-12-31T17:00:00Z").toEpochMilli();

        assertThat(vietnamese.moment(newYear)).isEqualTo("00:00:00 ngày 01/01/2027 (giờ Việt Nam)");
        assertThat(english.moment(newYear)).isEqualTo("1 January 2027, 00:00:00 (Vietnam time)");
    }
}
