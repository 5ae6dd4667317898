package vn.takedown.model.encoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class HexDigitsTest {

    @Property
    void sixteenDigitsAreOneNumber(@ForAll long value) {
        String digits = HexFormat.of().toHexDigits(value);
        assertThat(HexDigits.parse(digits, 0)).isEqualTo(value);
        assertThat(HexDigits.parse("x" + digits + "x", 1)).isEqualTo(value);
    }

    @Property
    void aHashIsFourNumbersAfterEachOther(
            @ForAll long first, @ForAll long second, @ForAll long third, @ForAll long fourth) {
        HexFormat hex = HexFormat.of();
        assertThat(HexDigits.hash(first, second, third, fourth))
                .isEqualTo(
                        hex.toHexDigits(first)
                                + hex.toHexDigits(second)
                                + hex.toHexDigits(third)
                                + hex.toHexDigits(fourth));
    }

    @Test
    void onlyLowerCaseHexDigitsAreDigits() {
        String digits = "0123456789abcdef";
        for (char character = 0; character < 0x180; character++) {
            String changed = digits.replace('7', character);
            boolean isDigit = digits.indexOf(character) >= 0;
            assertThat(areAll(changed)).isEqualTo(isDigit);
            if (!isDigit) {
                assertThatThrownBy(() -> HexDigits.parse(changed, 0))
                        .isInstanceOf(IllegalArgumentException.class);
            }
        }
    }

    private static boolean areAll(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return HexDigits.areAll(bytes, 0, bytes.length);
    }

    @Test
    void whatStandsAroundTheDigitsIsNotLookedAt() {
        byte[] bytes = "xabcx".getBytes(StandardCharsets.US_ASCII);
        assertThat(HexDigits.areAll(bytes, 1, 3)).isTrue();
        assertThat(HexDigits.areAll(bytes, 0, 3)).isFalse();
    }
}
