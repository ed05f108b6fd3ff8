package se.fixamingata.geography;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FoldingTest {

    @Test
    void marksGoCaseGoesPunctuationBecomesSpace() {
        assertThat(Words.of("  Malung-Sälen ")).isEqualTo(new Words("malung sälen", "malung salen"));
        assertThat(Words.of("Gällö/Ørsted, Ænes").folded()).isEqualTo("gallo orsted aenes");
    }

    @Test
    void composedAndDecomposedLettersAreTheSame() {
        assertThat(Words.of("A\u030angermanland")).isEqualTo(Words.of("Ångermanland"));
    }

    @Test
    void houseLettersStandWithTheirNumber() {
        assertThat(Words.of("Storgatan 12 A")).isEqualTo(Words.of("storgatan 12a"));
    }

    @Test
    void nothingButSignsIsEmpty() {
        assertThat(Words.of("<>';--\u202e 💡").isEmpty()).isTrue();
    }
}
