package se.fixamingata.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypedTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Lampan är trasig",
                "<script>alert(1)</script>",
                "'; drop table report; --",
                "💡👩‍🔧🇸🇪",
                "المصباح مكسور",
                "הפנס שבור",
                "Ett  dubbelt blanktecken",
                "\\u0000 %00 ${jndi:ldap://x}"
            })
    void staysAsTyped(String typed) {
        assertThat(TypedText.line(typed, 100)).isEqualTo(typed);
        assertThat(TypedText.lines(typed, 100)).isEqualTo(typed);
    }

    @Test
    void aLineIsOneLine() {
        assertThat(TypedText.line("a\nb\rc\r\nd\u2028e\u0085f\tg", 100)).isEqualTo("a b c d e f g");
    }

    @Test
    void linesEndWithALineFeed() {
        assertThat(TypedText.lines(" \r\na\r\nb\rc\n\nd\te\u2029f\n ", 100)).isEqualTo("a\nb\nc\n\nd e\nf");
    }

    @Test
    void whatControlsADeviceGoes() {
        assertThat(TypedText.lines("a\u0000b\u0007c\u001bd\u007fe", 100)).isEqualTo("abcde");
        assertThat(TypedText.line("a\u0000b", 100)).isEqualTo("a b");
    }

    @Test
    void halvesOfPairsAndWhatIsNoCharacterGo() {
        assertThat(TypedText.line("a\uD83Db\uDCA1c\uFFFEd\uFEFFe\uFDD0f", 100)).isEqualTo("abcdef");
        assertThat(TypedText.line("a\uD83D", 100)).isEqualTo("a");
    }

    @Test
    void nothingTurnsTheTextAroundIt() {
        assertThat(TypedText.line("a\u202Egnp.exe\u202Cb\u2066c\u2069", 100)).isEqualTo("agnp.exebc");
    }

    @Test
    void isComposed() {
        assertThat(TypedText.line("ga\u030Ata", 100)).isEqualTo("gåta");
    }

    @Test
    void isCutBetweenCharactersNotWithin() {
        assertThat(TypedText.line("💡".repeat(10), 3)).isEqualTo("💡💡💡");
        assertThat(TypedText.length("💡💡💡")).isEqualTo(3);
    }

    @Test
    void tenMegabytesAreCutToWhatFits() {
        String huge = "a\u030A".repeat(5_000_000);

        assertThat(TypedText.line(huge, 1000)).isEqualTo("å".repeat(1000));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "   ", "\u200B\u200D", "\u2060\u00A0\u3000"})
    void nothingToSeeIsNothing(String typed) {
        assertThat(TypedText.isVisible(typed)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"a", "💡", "ש", "-"})
    void anythingToSeeIsSomething(String typed) {
        assertThat(TypedText.isVisible(typed)).isTrue();
    }

    @Test
    void nothingStaysNothing() {
        assertThat(TypedText.line(null, 10)).isNull();
        assertThat(TypedText.lines(null, 10)).isNull();
    }
}
