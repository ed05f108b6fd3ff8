package se.fixamingata.signin;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The passwords that are tried first: some 49,000 from leaks, and what people make of them to please a rule: digits at the end, the same
 * once more, a row of the keyboard.
 */
@ApplicationScoped
class CommonPasswords {

    private static final String LIST = "/signin/common-passwords.txt";
    private static final Pattern AROUND = Pattern.compile("^[^\\p{L}]+|[^\\p{L}]+$");
    private static final int FEW_CHARACTERS = 5;

    /** A row of neighbours that somebody's finger can slide along; either way. */
    private static final String ROWS =
            "012345678901234567890123456789 abcdefghijklmnopqrstuvwxyzåäöabcdef qwertyuiopåasdfghjklöäzxcvbnm"
                    + " qwertyuiopasdfghjklzxcvbnm 1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol 1q2w3e4r5t6y7u8i9o0p";

    private final Set<String> known = read();
    private final String rowsBackwards = new StringBuilder(ROWS).reverse().toString();

    private static Set<String> read() {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(CommonPasswords.class.getResourceAsStream(LIST), StandardCharsets.UTF_8))) {
            return lines.lines().filter(line -> !line.startsWith("#")).collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean contains(String password) {
        String plain = password.strip().toLowerCase(Locale.ROOT);
        return known.contains(plain)
                || known.contains(AROUND.matcher(plain).replaceAll(""))
                || plain.chars().distinct().count() < FEW_CHARACTERS
                || isRepetition(plain)
                || isRow(plain);
    }

    /** The same short piece over and over, or a common password twice. */
    private boolean isRepetition(String plain) {
        for (int length = 1; length <= plain.length() / 2; length++) {
            String piece = plain.substring(0, length);
            boolean repeated = plain.length() % length == 0
                    && piece.repeat(plain.length() / length).equals(plain);
            if (repeated && (length <= 6 || known.contains(piece))) {
                return true;
            }
        }
        return false;
    }

    /** Made of at most two pieces of rows: {@code qwertyuiop1234}. */
    private boolean isRow(String plain) {
        String rest = plain;
        for (int piece = 0; piece < 2 && !rest.isEmpty(); piece++) {
            int length = rest.length();
            while (length > 2 && !isOnRow(rest.substring(0, length))) {
                length--;
            }
            if (length <= 2) {
                return false;
            }
            rest = rest.substring(length);
        }
        return rest.isEmpty();
    }

    private boolean isOnRow(String piece) {
        return ROWS.contains(piece) || rowsBackwards.contains(piece);
    }
}
