package se.fixamingata.shared;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** RFC 4648, section 6, without padding: text that survives being read aloud, typed, and changed in case. */
public final class Base32 {

    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int BITS = 5;

    private Base32() {}

    /** In capitals. */
    public static String encode(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        int buffer = 0;
        int held = 0;
        for (byte one : bytes) {
            buffer = buffer << 8 | one & 0xFF;
            held += 8;
            while (held >= BITS) {
                held -= BITS;
                text.append(LETTERS.charAt(buffer >> held & 31));
            }
            buffer &= (1 << held) - 1;
        }
        if (held > 0) {
            text.append(LETTERS.charAt(buffer << BITS - held & 31));
        }
        return text.toString();
    }

    /** Capitals or not; empty for what {@link #encode} could not have written. */
    public static Optional<byte[]> decode(String text) {
        String letters = text.toUpperCase(Locale.ROOT);
        byte[] bytes = new byte[letters.length() * BITS / 8];
        int at = 0;
        int buffer = 0;
        int held = 0;
        for (int i = 0; i < letters.length(); i++) {
            int value = LETTERS.indexOf(letters.charAt(i));
            if (value < 0) {
                return Optional.empty();
            }
            buffer = buffer << BITS | value;
            held += BITS;
            if (held >= 8) {
                held -= 8;
                bytes[at++] = (byte) (buffer >> held);
                buffer &= (1 << held) - 1;
            }
        }
        return encode(bytes).equals(letters) ? Optional.of(Arrays.copyOf(bytes, at)) : Optional.empty();
    }
}
