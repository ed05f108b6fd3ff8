package se.fixamingata.open311.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class Utf8OutputTest {

    @Test
    void writesWhatTheJdkWouldWriteWhereverItsBufferEnds() throws IOException {
        Random random = new Random(3);
        String[] pieces = {"a", "å", "€", "🔦", "Lampan blinkar", "\u07ff\u0800\uffee", "", "<x/>"};
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Utf8Output out = new Utf8Output(bytes);
        StringBuilder expected = new StringBuilder();
        for (int i = 0; i < 30_000; i++) {
            String piece = pieces[random.nextInt(pieces.length)];
            out.write(piece);
            out.write(',');
            out.write("#" + piece + "#", 1, piece.length());
            expected.append(piece).append(',').append(piece);
        }
        out.flush();
        assertThat(bytes.toByteArray()).isEqualTo(expected.toString().getBytes(StandardCharsets.UTF_8));
    }
}
