package se.fixamingata.extraquestion;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Something that an authority asks about reports in one of its categories.
 *
 * @param code unique within authority and category; what a system calls the attribute
 * @param label the question, or the notice
 * @param choices in their order; empty unless the kind has choices
 * @param remote whether the authority's own system asks for it
 */
public record Question(
        String code, QuestionKind kind, boolean required, Wording label, List<Choice> choices, boolean remote) {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_-]{1,40}");
    private static final int HASH_CHARACTERS = 32;

    public Question {
        Objects.requireNonNull(code, "A question has a code");
        Objects.requireNonNull(kind, "A question has a kind");
        Objects.requireNonNull(label, "A question has words");
        choices = kind.hasChoices() ? List.copyOf(choices) : List.of();
        required = required && kind.wantsAnswer();
    }

    /** What it is called in forms and drafts: the code, or something made of it when it could not stand in a page's address. */
    public String key() {
        return key(code);
    }

    /** What a question with that code is called in forms, drafts and our definitions. */
    public static String key(String code) {
        return PLAIN.matcher(code).matches() ? code : "x" + hash(code).substring(0, HASH_CHARACTERS);
    }

    private static String hash(String code) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(code.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The choice with that code. */
    public Optional<Choice> choice(String choiceCode) {
        return choices.stream().filter(one -> one.code().equals(choiceCode)).findFirst();
    }
}
