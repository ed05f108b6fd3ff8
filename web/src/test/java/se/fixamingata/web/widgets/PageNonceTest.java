package se.fixamingata.web.widgets;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageNonceTest {

    @Test
    void aNonceOfOursIsTaken() {
        assertThat(PageNonce.isOurs("T840qSuxpHOdvHmEl3zxOw")).isTrue();
        assertThat(PageNonce.isOurs("s17amAM1b3yunPUvqx/1p+")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "short", "T840qSuxpHOdvHmEl3zxO'", "\"><script>alert(1)<", "T840qSuxpHOdvHmEl3zxOw\n"})
    void whatIsNoNonceIsNotWrittenIntoAPage(String sent) {
        assertThat(PageNonce.isOurs(sent)).isFalse();
    }
}
