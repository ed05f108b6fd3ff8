package se.fixamingata.question;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a reporter may answer when asked whether it is fixed. */
public enum Reply {
    YES,
    /** It is still there: reopens the report, and says why. */
    NO,
    UNKNOWN;

    /** In the history and in message keys. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Reply> find(String code) {
        return Arrays.stream(values()).filter(one -> one.code().equals(code)).findFirst();
    }
}
