package se.fixamingata.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Base32Test {

    @ParameterizedTest
    @CsvSource({"'', ''", "f, MY", "fo, MZXQ", "foo, MZXW6", "foob, MZXW6YQ", "fooba, MZXW6YTB", "foobar, MZXW6YTBOI"})
    void itIsThatOfTheRfc(String plain, String encoded) {
        assertThat(Base32.encode(plain.getBytes(StandardCharsets.US_ASCII))).isEqualTo(encoded);
        assertThat(Base32.decode(encoded)).contains(plain.getBytes(StandardCharsets.US_ASCII));
        assertThat(Base32.decode(encoded.toLowerCase())).contains(plain.getBytes(StandardCharsets.US_ASCII));
    }

    @ParameterizedTest
    @ValueSource(strings = {"M", "MZ1W6", "MZXW6=", "MZXW6YTBOJ", "MÅ", "MZ XW6"})
    void whatItCannotHaveWrittenIsNothing(String text) {
        assertThat(Base32.decode(text)).isEmpty();
    }
}
