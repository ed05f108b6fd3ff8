package se.fixamingata.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SubjectsTest {

    @Test
    @DisplayName("Line breaks, controls and invisible characters become one space")
    void oneLine() {
        assertThat(Subjects.oneLine(" a\r\nb\u0000c\u2028d\u202Ee\tf ")).isEqualTo("a b c d e f");
    }

    @Test
    @DisplayName("Emoji stay whole, also when the text is cut in their middle")
    void emoji() {
        assertThat(Subjects.oneLine("hål 🕳️ 👩‍🔧")).isEqualTo("hål 🕳️ 👩‍🔧");
        assertThat(Subjects.oneLine("x".repeat(198) + "🕳🕳")).isEqualTo("x".repeat(198) + "…");
        assertThat(Subjects.oneLine("x".repeat(300))).hasSize(200).endsWith("…");
    }
}
