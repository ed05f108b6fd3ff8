package se.fixamingata.signin;

import java.util.Arrays;
import java.util.Optional;

/** What somebody is told of when it happens to how their account is protected. */
enum SecurityChange {
    PASSWORD_SET(1),
    PASSWORD_CHANGED(2),
    SECOND_FACTOR_ADDED(3),
    SECOND_FACTOR_REMOVED(4),
    RECOVERY_CODES_RENEWED(5);

    /** In the mail's row; never given to another one. */
    private final long number;

    SecurityChange(long number) {
        this.number = number;
    }

    static Optional<SecurityChange> of(Long number) {
        return Arrays.stream(values())
                .filter(one -> number != null && one.number == number)
                .findFirst();
    }

    long number() {
        return number;
    }
}
