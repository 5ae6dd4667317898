package vn.takedown.compliance.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SettingsTest {

    @Test
    void everySettingIsTakenOnce() {
        Settings settings = Settings.of(new String[] {"--a", "1", "--b", "PT2S"});
        assertThat(settings.count("a", 9, 10)).isEqualTo(1);
        assertThat(settings.duration("b", null)).isEqualTo(Duration.ofSeconds(2));
        assertThatCode(settings::nothingLeft).doesNotThrowAnyException();
        // It is gone now, so the default holds.
        assertThat(settings.count("a", 9, 10)).isEqualTo(9);
    }

    @Test
    void whatIsNoKeyIsRefused() {
        for (String argument : new String[] {"mode", "-mode", "--", ""}) {
            assertThatThrownBy(() -> Settings.of(new String[] {argument, "live"}))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessage(
                            "'"
                                    + argument
                                    + "' is no setting; write --key value, such as --mode live.");
        }
    }

    @Test
    void aKeyWithoutAValueIsNamed() {
        assertThatThrownBy(() -> Settings.of(new String[] {"--a", "1", "--mode"}))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("--mode: the value is missing.");
    }

    @Test
    void aKeyGivenTwiceIsNamed() {
        assertThatThrownBy(() -> Settings.of(new String[] {"--a", "1", "--a", "1"}))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("--a: is given twice.");
    }

    @Test
    void ofSeveralUnknownSettingsTheFirstByNameIsNamed() {
        Settings settings = Settings.of(new String[] {"--b", "1", "--a", "1"});
        assertThatThrownBy(settings::nothingLeft)
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("--a: there is no such setting.");
    }

    @Test
    void aValueMayLookLikeAKey() {
        assertThat(Settings.of(new String[] {"--a", "--b"}).optional("a")).isEqualTo("--b");
    }
}
