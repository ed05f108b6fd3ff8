package se.fixamingata.operatordesk;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Which of the authorities the operator's list shows. */
public enum AuthorityFilter {
    ALL("true"),
    /** Nobody has registered where its reports go. */
    HOMELESS("email is null"),
    /** Reports wait for that. */
    WAITING("waiting > 0"),
    /** Nobody works there yet. */
    UNSTAFFED("staff = 0");

    private final String condition;

    AuthorityFilter(String condition) {
        this.condition = condition;
    }

    /** Over the columns of {@link CountryAuthorities}' rows. */
    String condition() {
        return condition;
    }

    /** As it stands in an address. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<AuthorityFilter> find(String code) {
        return Stream.of(values()).filter(one -> one.code().equals(code)).findFirst();
    }
}
