package se.fixamingata.signin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a new password must be: long, not common, and not the person's own name or address. Nothing about digits and signs. */
@ApplicationScoped
class PasswordRules {

    static final int MIN = 12;

    /** Shorter parts of a name stand in many words. */
    private static final int NAME_PART = 4;

    /** What has to be left of a password without the name in it. */
    private static final int LEFT = 8;

    private final CommonPasswords common;

    /** For the container's proxy. */
    PasswordRules() {
        this(null);
    }

    @Inject
    PasswordRules(CommonPasswords common) {
        this.common = common;
    }

    /**
     * The key of what is wrong; empty when it may be used.
     *
     * @param password as typed; may be null
     * @param name may be empty
     */
    Optional<String> problem(String password, String email, String name) {
        if (password == null || password.codePointCount(0, password.length()) < MIN) {
            return Optional.of("password.short");
        }
        if (password.length() > SignIn.PASSWORD_MAX) {
            return Optional.of("password.long");
        }
        if (isOwn(password.toLowerCase(Locale.ROOT), email.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT))) {
            return Optional.of("password.own");
        }
        return common.contains(password) ? Optional.of("password.common") : Optional.empty();
    }

    private static boolean isOwn(String password, String email, String name) {
        String rest = password.replace(email, "");
        String[] parts = Stream.concat(Arrays.stream(email.split("[@._+-]+")), Arrays.stream(name.split("[\\s-]+")))
                .filter(part -> part.length() >= NAME_PART)
                .toArray(String[]::new);
        for (String part : parts) {
            rest = rest.replace(part, "");
        }
        return rest.length() < password.length() && rest.length() < LEFT;
    }
}
