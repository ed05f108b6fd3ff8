package se.fixamingata.open311.server;

import java.io.IOException;
import java.io.OutputStream;

/**
 * Text as UTF-8 through one buffer. Answers are made of very many very short pieces: what the JDK's writers do for each, with a lock and
 * an encoder's turn, was two thirds of the time that a thousand reports took. Halves of surrogate pairs are not for here.
 */
final class Utf8Output {

    private static final int SIZE = 16_384;
    /** Bytes that one character, or one pair, takes at most. */
    private static final int WIDEST = 4;

    private final OutputStream to;
    private final byte[] buffer = new byte[SIZE];
    private int filled;

    Utf8Output(OutputStream to) {
        this.to = to;
    }

    void write(char ascii) throws IOException {
        room();
        buffer[filled++] = (byte) ascii;
    }

    void write(String text) throws IOException {
        write(text, 0, text.length());
    }

    void write(String text, int from, int length) throws IOException {
        int end = from + length;
        for (int i = from; i < end; i++) {
            room();
            char character = text.charAt(i);
            if (character < 0x80) {
                buffer[filled++] = (byte) character;
            } else if (character < 0x800) {
                buffer[filled++] = (byte) (0xC0 | character >> 6);
                continued(character);
            } else if (Character.isHighSurrogate(character) && i + 1 < end) {
                i++;
                int whole = Character.toCodePoint(character, text.charAt(i));
                buffer[filled++] = (byte) (0xF0 | whole >> 18);
                continued(whole >> 12);
                continued(whole >> 6);
                continued(whole);
            } else {
                buffer[filled++] = (byte) (0xE0 | character >> 12);
                continued(character >> 6);
                continued(character);
            }
        }
    }

    private void continued(int bits) {
        buffer[filled++] = (byte) (0x80 | bits & 0x3F);
    }

    private void room() throws IOException {
        if (filled > SIZE - WIDEST) {
            flush();
        }
    }

    /** Passes on what is in the buffer; does not flush what it goes to. */
    void flush() throws IOException {
        to.write(buffer, 0, filled);
        filled = 0;
    }
}
