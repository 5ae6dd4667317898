package vn.takedown.compliance.config;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class TimeSettingsTest {

    @Test
    void aCaseMayNotBeRetiredWhileLateEventsMayStillChangeIt() {
        assertThatThrownBy(
                        () ->
                                new TimeSettings(
                                        Duration.ofSeconds(30),
                                        Duration.ofHours(24),
                                        Duration.ofHours(1),
                                        Duration.ofHours(71),
                                        false))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("--reinstatement-watch")
                .hasMessageContaining("--allowed-lateness");
    }
}
