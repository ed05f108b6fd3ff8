package se.fixamingata.web.packing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackingFilterTest {

    private final ByteArrayOutputStream sent = new ByteArrayOutputStream();
    private Boolean much;

    private OutputStream pack(boolean isMuch) throws IOException {
        much = isMuch;
        return isMuch ? new GZIPOutputStream(sent) : sent;
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "gzip, deflate, br", "br;q=1.0, gzip;q=0.8, *;q=0.1", "deflate,GZIP", "gzip;q=1"})
    void whoTakesItGetsIt(String encodings) {
        assertThat(PackingFilter.accepts(encodings)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "br", "identity", "gzip;q=0", "deflate, gzip;q=0.000", "gzip; q=0, br", "x-gzipped"})
    void whoDoesNotDoesNot(String encodings) {
        assertThat(PackingFilter.accepts(encodings)).isFalse();
        assertThat(PackingFilter.accepts(null)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 1024, 1025, 5000, 100_000})
    void nothingIsLostWhateverTheSizeOfThePortions(int portion) throws IOException {
        byte[] all = "åäö och mer ".repeat(10_000).getBytes(StandardCharsets.UTF_8);
        PackedStream stream = new PackedStream(this::pack);
        for (int from = 0; from < all.length; from += portion) {
            stream.write(all, from, Math.min(portion, all.length - from));
        }
        stream.finish();
        stream.finish();

        assertThat(new GZIPInputStream(new ByteArrayInputStream(sent.toByteArray())).readAllBytes())
                .isEqualTo(all);
    }

    @Test
    void whatIsShortStaysAsItIsAlsoWhenFlushed() throws IOException {
        PackedStream stream = new PackedStream(this::pack);
        byte[] text = new byte[1024];
        Arrays.fill(text, (byte) 'x');
        stream.write(text);
        stream.flush();
        assertThat(much).isNull();
        stream.finish();
        assertThat(much).isFalse();
        assertThat(sent.toByteArray()).isEqualTo(text);
    }

    @Test
    void whatIsToLeaveNowDoes() throws IOException {
        PackedStream stream = new PackedStream(this::pack);
        stream.write('a');
        stream.send();
        assertThat(much).isTrue();
        stream.close();
        assertThat(new GZIPInputStream(new ByteArrayInputStream(sent.toByteArray())).readAllBytes())
                .containsExactly('a');
    }
}
