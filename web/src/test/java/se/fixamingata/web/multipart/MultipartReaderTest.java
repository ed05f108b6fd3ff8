package se.fixamingata.web.multipart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MultipartReaderTest {

    private static final String TYPE = "multipart/form-data; boundary=b1";
    private static final long MOST = 10_000_000;

    private final ByteArrayOutputStream body = new ByteArrayOutputStream();

    private MultipartReaderTest part(String boundary, String headers, byte[] content) throws IOException {
        body.write(("--" + boundary + "\r\n" + headers + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
        body.write(content);
        body.write("\r\n".getBytes(StandardCharsets.US_ASCII));
        return this;
    }

    private MultipartReaderTest field(String name, String value) throws IOException {
        return part(
                "b1", "Content-Disposition: form-data; name=\"" + name + "\"", value.getBytes(StandardCharsets.UTF_8));
    }

    private MultipartForm read(String type, String end) throws IOException {
        body.write(end.getBytes(StandardCharsets.US_ASCII));
        return MultipartReader.read(new ByteArrayInputStream(body.toByteArray()), type, MOST);
    }

    private MultipartForm read() throws IOException {
        return read(TYPE, "--b1--\r\n");
    }

    /** open311.md 6.1.6: one library writes equals signs without quotes. */
    @ParameterizedTest
    @CsvSource({
        "====1795===, multipart/form-data; boundary=====1795===",
        "====1795===, 'multipart/form-data; boundary=\"====1795===\"'",
        "====1795===, multipart/form-data; boundary=====1795===; charset=UTF-8",
        "====1795===, multipart/form-data;boundary=====1795===",
        "'a b?:/(),', 'Multipart/Form-Data; charset=utf-8; Boundary=\"a b?:/(),\"'",
        "----WebKitFormBoundaryx7Y, multipart/form-data; boundary=----WebKitFormBoundaryx7Y"
    })
    void anyBoundaryIsRead(String boundary, String type) throws IOException {
        part(boundary, "Content-Disposition: form-data; name=\"service_code\"", "lighting".getBytes());
        part(boundary, "content-disposition: form-data; name=lat", "59.5".getBytes());
        MultipartForm form = read(type, "--" + boundary + "--");
        assertThat(form.fields().get("service_code")).containsExactly("lighting");
        assertThat(form.fields().get("lat")).containsExactly("59.5");
        assertThat(form.files()).isEmpty();
    }

    @Test
    void fieldsComeSeveralTimesAndMayBeEmpty() throws IOException {
        MultipartForm form = field("attribute[a]", "1")
                .field("attribute[a]", "2")
                .field("status", "")
                .field("rows", "one\r\n--b\r\n\r\ntwo")
                .read();
        assertThat(form.fields().get("attribute[a]")).containsExactly("1", "2");
        assertThat(form.fields().get("status")).containsExactly("");
        assertThat(form.fields().get("rows")).containsExactly("one\r\n--b\r\n\r\ntwo");
    }

    @ParameterizedTest
    @CsvSource({
        "'', UTF-8",
        "text/plain; charset=utf-8, UTF-8",
        "text/plain; charset=ISO-8859-1, ISO-8859-1",
        "text/plain; charset=ISO-8859-1, UTF-8",
        "text/plain; charset=US-ASCII, windows-1252",
        "text/plain; charset=windows-1250, windows-1250",
        "text/plain; charset=\"utf-16be\", UTF-16BE",
        "text/plain; charset=nonsense, UTF-8",
        "'', windows-1252"
    })
    void lettersSurviveWhateverIsSaidOfThem(String type, String charset) throws IOException {
        String header = "Content-Disposition: form-data; name=\"description\""
                + (type.isEmpty() ? "" : "\r\nContent-Type: " + type + "\r\nContent-Transfer-Encoding: 8bit");
        MultipartForm form = part("b1", header, "Väg över bro".getBytes(Charset.forName(charset)))
                .read();
        assertThat(form.fields().get("description")).containsExactly("Väg över bro");
    }

    @Test
    void transferEncodingsAreUndone() throws IOException {
        String header = "Content-Disposition: form-data; name=\"d\"\r\nContent-Type: text/plain; charset=utf-8\r\n"
                + "Content-Transfer-Encoding: ";
        MultipartForm form = part("b1", header + "quoted-printable", "V=C3=A4g".getBytes())
                .part("b1", header + "base64", "VsOkZw==".getBytes())
                .read();
        assertThat(form.fields().get("d")).containsExactly("Väg", "Väg");
    }

    @Test
    void filesLieOnDiskUntilTheFormIsClosed() throws IOException {
        byte[] picture = new byte[300_000];
        for (int i = 0; i < picture.length; i++) {
            picture[i] = (byte) (i * 31 >> 3);
        }
        MultipartForm form = part("b1", file("filename=\"Bild på bro.jpg\"") + "\r\nContent-Type: image/jpeg", picture)
                .part("b1", file("filename=\"C:\\Bilder\\två.jpg\""), "2".getBytes())
                .part("b1", file("filename=\"en \\\"stor\\\" lampa.jpg\""), "3".getBytes())
                .part("b1", "Content-Disposition: form-data; name=\"media\"\r\nContent-Type: image/png", "4".getBytes())
                .part("b1", file("filename=\"\""), new byte[0])
                .read();
        assertThat(form.files())
                .extracting(SentFile::name)
                .containsExactly("Bild på bro.jpg", "två.jpg", "en \"stor\" lampa.jpg", "");
        assertThat(form.files()).extracting(SentFile::field).containsOnly("media");
        assertThat(form.files().get(0).path()).hasBinaryContent(picture);
        form.close();
        assertThat(form.files()).allSatisfy(gone -> assertThat(gone.path()).doesNotExist());
    }

    private static String file(String name) {
        return "Content-Disposition: form-data; name=\"media\"; " + name;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "multipart/form-data",
                "multipart/form-data; boundary=",
                "multipart/form-data; boundary=\"\"",
                "multipart/form-data; boundary=other",
                "multipart/form-data; boundary=b\\"
            })
    void withoutItsBoundaryItIsNone(String type) throws IOException {
        field("a", "b");
        assertThatThrownBy(() -> read(type, "--b1--")).isInstanceOf(BrokenForm.class);
    }

    /** Half a picture is none, and no file of it stays. */
    @ParameterizedTest
    @ValueSource(
            strings = {"", "--b1", "--b1\r\nContent-Disp", "--b1\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nb"
            })
    void whatIsCutOffIsRefused(String end) throws IOException {
        long before = left();
        part("b1", file("filename=\"a.jpg\""), new byte[50_000]);
        assertThatThrownBy(() -> read(TYPE, end))
                .isInstanceOfSatisfying(BrokenForm.class, broken -> assertThat(broken.isTooLarge())
                        .isFalse());
        assertThat(left()).isEqualTo(before);
    }

    @Test
    void aLineThatBreaksIsTheSendersAndADiskThatIsFullIsOurs() {
        InputStream lost = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("Connection reset");
            }
        };
        assertThatThrownBy(() -> MultipartReader.read(lost, TYPE, MOST)).isInstanceOf(BrokenForm.class);
    }

    /** Each costs the server more than the sender. */
    @Test
    void nobodyNeedsSoManyPartsOrSoMuchText() throws IOException {
        for (int i = 0; i <= MultipartReader.PARTS_MAX; i++) {
            field("a", "");
        }
        assertTooLarge();
        body.reset();
        field("a", "x".repeat(MultipartReader.TEXT_MAX / 2)).field("b", "x".repeat(MultipartReader.TEXT_MAX / 2 + 1));
        assertTooLarge();
        body.reset();
        part("b1", file("filename=\"a.jpg\""), new byte[(int) MOST]);
        assertTooLarge();
    }

    private void assertTooLarge() {
        assertThatThrownBy(this::read)
                .isInstanceOfSatisfying(BrokenForm.class, broken -> assertThat(broken.isTooLarge())
                        .isTrue());
    }

    @Test
    void headersAndLayersHaveAnEnd() throws IOException {
        part("b1", "Content-Disposition: form-data; name=\"" + "a".repeat(20_000) + "\"", new byte[0]);
        assertThatThrownBy(this::read).isInstanceOf(BrokenForm.class);
        body.reset();
        body.write("--b1\r\nContent-Type: multipart/mixed; boundary=b2\r\n\r\n--b2\r\n".getBytes());
        body.write(
                "Content-Type: multipart/mixed; boundary=b3\r\n\r\n--b3\r\n\r\nx\r\n--b3--\r\n--b2--\r\n".getBytes());
        assertThatThrownBy(this::read).isInstanceOf(BrokenForm.class);
    }

    private static long left() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().startsWith("fmg-form"))
                    .count();
        }
    }
}
