package vn.takedown.model.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.takedown.model.event.ObservationStatus;

/** State written by a released version must be readable for ever: these bytes may never change. */
class CoverageEncodingTest {

    private static final long HOUR = HourTally.HOUR;
    private static final long START = HourTally.hourOf(1_772_323_200_000L);

    private static final String CHANGE_OF_VERSION_1 =
            "010970726f766964657202b08c3c800a0202b28c3cff3f020202020202020602020402e05d";
    private static final String COVERAGE_OF_VERSION_1 =
            "010680f08eeb946780f4ee06020201b28c3cff3f040404040404040c04040804e05d300c0201";

    @Test
    void aChangeIsWrittenAndReadAsInVersion1() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        CoverageEncoding.write(change(), new DataOutputStream(bytes));
        assertThat(HexFormat.of().formatHex(bytes.toByteArray())).isEqualTo(CHANGE_OF_VERSION_1);
        assertThat(CoverageEncoding.readChange(input(CHANGE_OF_VERSION_1))).isEqualTo(change());
    }

    @Test
    void theCoverageOfAProviderIsWrittenAndReadAsInVersion1() throws IOException {
        ProviderCoverage coverage = new ProviderCoverage();
        coverage.add(change());
        coverage.show(START + 2 * HOUR, hour -> {});
        coverage.forget(START);
        coverage.add(new CoverageChange("provider", List.of(change().hours().get(1))));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        CoverageEncoding.write(coverage, new DataOutputStream(bytes));
        assertThat(HexFormat.of().formatHex(bytes.toByteArray())).isEqualTo(COVERAGE_OF_VERSION_1);

        ProviderCoverage read = CoverageEncoding.readCoverage(input(COVERAGE_OF_VERSION_1));
        assertThat(shown(read)).isEqualTo(shown(coverage)).isNotEmpty();
        assertThat(read.forgotten).isEqualTo(START);
    }

    @Test
    void coverageOfAnUnknownVersionIsRefused() {
        assertThatThrownBy(() -> CoverageEncoding.readChange(input("63")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("99");
        assertThatThrownBy(() -> CoverageEncoding.readCoverage(input("63")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("99");
    }

    private static List<HourCoverage> shown(ProviderCoverage coverage) {
        List<HourCoverage> shown = new ArrayList<>();
        coverage.show(START + 5 * HOUR, shown::add);
        return shown;
    }

    /** Two hours with something of everything. */
    private static CoverageChange change() {
        HourTally first = new HourTally(START);
        first.entered();
        first.opened();
        HourTally second = new HourTally(START + HOUR);
        for (ObservationStatus status : ObservationStatus.values()) {
            second.seen(status, START + HOUR + 1000 * status.ordinal(), status.ordinal() < 3);
        }
        second.observed();
        second.entered();
        second.opened();
        second.opened();
        second.closed();
        return new CoverageChange("provider", List.of(first, second));
    }

    private static DataInputStream input(String hex) {
        return new DataInputStream(new ByteArrayInputStream(HexFormat.of().parseHex(hex)));
    }
}
