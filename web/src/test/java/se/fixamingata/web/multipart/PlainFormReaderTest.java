package se.fixamingata.web.multipart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainFormReaderTest {

    private static MultipartForm read(String body, String charset, int most) throws IOException {
        return PlainFormReader.read(
                new ByteArrayInputStream(body.getBytes(StandardCharsets.ISO_8859_1)), charset, most);
    }

    @Test
    void readsWhatFormsAre() throws IOException {
        MultipartForm form = read("a=1&b=%C3%A5+%26&a=2&leer&=x&&c=a%3Db=c", null, 100);
        assertThat(form.fields().get("a")).containsExactly("1", "2");
        assertThat(form.fields().get("b")).containsExactly("å &");
        assertThat(form.fields().get("leer")).containsExactly("");
        assertThat(form.fields().get("c")).containsExactly("a=b=c");
        assertThat(form.files()).isEmpty();
        assertThat(read("b=%E5", "ISO-8859-1", 100).fields().get("b")).containsExactly("å");
        assertThat(read("", null, 100).fields()).isEmpty();
    }

    @Test
    void readsNoFurtherThanItMay() throws IOException {
        assertThat(read("a=" + "x".repeat(98), null, 100).fields().get("a")[0]).hasSize(98);
        InputStream endless = new InputStream() {
            private int read;

            @Override
            public int read() {
                assertThat(++read).isLessThan(200);
                return 'x';
            }
        };
        assertThatThrownBy(() -> PlainFormReader.read(endless, null, 100))
                .isInstanceOfSatisfying(BrokenForm.class, broken -> assertThat(broken.isTooLarge())
                        .isTrue());
        assertThat(read("a&".repeat(999), null, 10_000).fields().get("a")).hasSize(999);
        assertThatThrownBy(() -> read("a&".repeat(1_001), null, 10_000))
                .isInstanceOfSatisfying(BrokenForm.class, broken -> assertThat(broken.isTooLarge())
                        .isTrue());
    }

    @Test
    void saysWhoseFaultItIs() {
        assertThatThrownBy(() -> read("a=%ff%", null, 100))
                .isInstanceOfSatisfying(BrokenForm.class, broken -> assertThat(broken.isTooLarge())
                        .isFalse());
        assertThatThrownBy(() -> read("a=b", "no such", 100)).isInstanceOf(BrokenForm.class);
        assertThatThrownBy(() -> read("a=b", "x-unknown", 100)).isInstanceOf(BrokenForm.class);
        assertThatThrownBy(() -> PlainFormReader.read(
                        new InputStream() {
                            @Override
                            public int read() throws IOException {
                                throw new IOException("Connection is closed");
                            }
                        },
                        null,
                        100))
                .isInstanceOf(BrokenForm.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {" Application/X-WWW-form-urlencoded; charset=utf-8", "application/x-www-form-urlencoded"})
    void knowsAPlainForm(String type) {
        assertThat(PlainFormReader.concerns(type)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"multipart/form-data; boundary=x", "text/plain", ""})
    void knowsWhatIsNone(String type) {
        assertThat(PlainFormReader.concerns(type)).isFalse();
        assertThat(PlainFormReader.concerns(null)).isFalse();
    }
}
