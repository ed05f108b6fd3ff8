package se.fixamingata.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainPathFilterTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/handlaggning/..%2fkonto",
                "/handlaggning/..%2Fkonto",
                "/handlaggning/..%5ckonto",
                "/handlaggning;x/konto",
                "/handlaggning%3bx",
                "/%2e%2e/konto",
                "/a%252fb",
                "/a\\b",
                "/a%00.json"
            })
    void whatTheContainerWouldUndoIsRefused(String uri) {
        assertThat(PlainPathFilter.disguised(uri)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/karta",
                "/kommun/malm%C3%B6",
                "/rapport/17",
                "/bild/3/stor",
                "/a%20b",
                "/open311/v2/requests/1.json"
            })
    void whatIsSpelledPlainlyIsNot(String uri) {
        assertThat(PlainPathFilter.disguised(uri)).isFalse();
    }
}
