package vn.takedown.model.cohort;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Periods are cut at midnight in Vietnam, which is 17:00 UTC of the day before. */
class PeriodTest {

    @ParameterizedTest(name = "{0}: day {1}, month {2}, quarter {3}, year {4}")
    @CsvSource({
        "2026-01-31T16:59:59.999Z, 2026-01-31, 2026-01-01, 2026-01-01, 2026-01-01",
        "2026-01-31T17:00:00.000Z, 2026-02-01, 2026-02-01, 2026-01-01, 2026-01-01",
        "2026-03-31T16:59:59.999Z, 2026-03-31, 2026-03-01, 2026-01-01, 2026-01-01",
        "2026-03-31T17:00:00.000Z, 2026-04-01, 2026-04-01, 2026-04-01, 2026-01-01",
        "2026-06-30T17:00:00.000Z, 2026-07-01, 2026-07-01, 2026-07-01, 2026-01-01",
        "2026-09-30T17:00:00.000Z, 2026-10-01, 2026-10-01, 2026-10-01, 2026-01-01",
        // The year ends seven hours before it does in UTC.
        "2026-12-31T16:59:59.999Z, 2026-12-31, 2026-12-01, 2026-10-01, 2026-01-01",
        "2026-12-31T17:00:00.000Z, 2027-01-01, 2027-01-01, 2027-01-01, 2027-01-01",
        "2026-12-31T23:59:59.999Z, 2027-01-01, 2027-01-01, 2027-01-01, 2027-01-01",
        // A leap day, and the 28 February before a 1 March.
        "2028-02-28T16:59:59.999Z, 2028-02-28, 2028-02-01, 2028-01-01, 2028-01-01",
        "2028-02-28T17:00:00.000Z, 2028-02-29, 2028-02-01, 2028-01-01, 2028-01-01",
        "2028-02-29T16:59:59.999Z, 2028-02-29, 2028-02-01, 2028-01-01, 2028-01-01",
        "2028-02-29T17:00:00.000Z, 2028-03-01, 2028-03-01, 2028-01-01, 2028-01-01",
        "2027-02-28T17:00:00.000Z, 2027-03-01, 2027-03-01, 2027-01-01, 2027-01-01",
        "2000-02-28T17:00:00.000Z, 2000-02-29, 2000-02-01, 2000-01-01, 2000-01-01",
        // The first and the last instant that an event may carry.
        "2000-01-01T00:00:00.000Z, 2000-01-01, 2000-01-01, 2000-01-01, 2000-01-01",
        "2099-12-31T23:59:59.999Z, 2100-01-01, 2100-01-01, 2100-01-01, 2100-01-01",
    })
    void aPeriodBeginsAtMidnightInVietnam(
            Instant instant, String day, String month, String quarter, String year) {
        long millis = instant.toEpochMilli();
        assertThat(Period.DAY.startOf(millis)).isEqualTo(day);
        assertThat(Period.MONTH.startOf(millis)).isEqualTo(month);
        assertThat(Period.QUARTER.startOf(millis)).isEqualTo(quarter);
        assertThat(Period.YEAR.startOf(millis)).isEqualTo(year);
    }

    @Test
    void theTimeZoneOfTheMachineMakesNoDifference() {
        TimeZone before = TimeZone.getDefault();
        try {
            for (String zone : new String[] {"Pacific/Kiritimati", "Pacific/Pago_Pago"}) {
                TimeZone.setDefault(TimeZone.getTimeZone(zone));
                assertThat(Period.DAY.startOf(Instant.parse("2026-05-10T17:00:00Z").toEpochMilli()))
                        .isEqualTo("2026-05-11");
            }
        } finally {
            TimeZone.setDefault(before);
        }
    }

    /** No daylight saving: 2000 to 2099 every day has its midnight at 17:00 UTC. */
    @Test
    void everyDayOfTheCenturyBeginsAtSeventeenHoursUtc() {
        long day = 24L * 60 * 60 * 1000;
        long first = Instant.parse("2000-01-01T17:00:00Z").toEpochMilli();
        long last = Instant.parse("2099-12-30T17:00:00Z").toEpochMilli();
        for (long midnight = first; midnight <= last; midnight += day) {
            assertThat(Period.DAY.startOf(midnight - 1))
                    .isLessThan(Period.DAY.startOf(midnight))
                    .isEqualTo(Period.DAY.startOf(midnight - day));
        }
    }
}
