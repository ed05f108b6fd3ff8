package se.fixamingata.moderation;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Why something should not stand on a public page. */
public enum AbuseReason {
    /** It tells about a person: a name, a registration number, a face. */
    PERSONAL_DATA,
    /** It insults or threatens somebody. */
    INSULT,
    /** It is about no fault at a place: advertising, nonsense. */
    NOT_A_FAULT,
    OTHER;

    /** In forms and message keys. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The reason with that code; empty when there is none. May be null. */
    public static Optional<AbuseReason> find(String code) {
        return Arrays.stream(values()).filter(one -> one.code().equals(code)).findFirst();
    }
}
