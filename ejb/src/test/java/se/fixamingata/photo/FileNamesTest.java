package se.fixamingata.photo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNamesTest {

    @ParameterizedTest
    @CsvSource({
        "lampa.jpg, lampa.jpg",
        "../../etc/passwd, passwd",
        "'C:\\bilder\\gatan å.png', gatan å.png",
        "'a\r\nb.jpg', a b.jpg",
        "'gpj.\u202Eexe', gpj.exe",
        "'  ', bild",
        "'<b>.gif', <b>.gif"
    })
    void onlyTheNameIsKept(String sent, String clean) {
        assertThat(FileNames.clean(sent)).isEqualTo(clean);
    }

    @Test
    void noNameIsABild() {
        assertThat(FileNames.clean(null)).isEqualTo("bild");
    }

    @Test
    void aLongNameKeepsItsEnding() {
        String clean = FileNames.clean("🦊".repeat(500) + ".jpeg");

        assertThat(clean).hasSizeLessThanOrEqualTo(FileNames.MAX_LENGTH).endsWith("🦊….jpeg");
    }
}
