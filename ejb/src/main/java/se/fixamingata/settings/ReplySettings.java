package se.fixamingata.settings;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import se.fixamingata.shared.Base32;
import se.fixamingata.shared.SecretToken;

/**
 * Addresses that bring replies back to what they are about: {@code svar+*@example.se}, or {@code *@svar.example.se} where every
 * address of a domain leads to one mailbox. The star is a secret, in letters and digits that survive mail programs that know no
 * capitals.
 */
@ApplicationScoped
public class ReplySettings {

    private static final int LOCAL_MAX = 64;
    private static final int SECRET_LENGTH = 52;

    @Inject
    @ConfigProperty(name = "fmg.mail.reply.address")
    Optional<String> pattern;

    private String before = "";
    private String after = "";

    /** For the container. */
    public ReplySettings() {}

    /** For tests. */
    public ReplySettings(Optional<String> pattern) {
        this.pattern = pattern;
        read();
    }

    @PostConstruct
    void read() {
        pattern = pattern.map(String::strip).filter(text -> !text.isEmpty()).map(text -> text.toLowerCase(Locale.ROOT));
        pattern.ifPresent(text -> {
            int star = text.indexOf('*');
            int at = text.indexOf('@');
            if (star < 0 || star != text.lastIndexOf('*') || at < star || at - 1 + SECRET_LENGTH > LOCAL_MAX) {
                throw new IllegalArgumentException("fmg.mail.reply.address must have one * before the @, with at most "
                        + (LOCAL_MAX - SECRET_LENGTH) + " characters beside it: " + text);
            }
            before = text.substring(0, star);
            after = text.substring(star + 1);
        });
    }

    /** Whether mails are to be answered by mail. */
    public boolean isUsed() {
        return pattern.isPresent();
    }

    /** The address for that secret. */
    public String address(SecretToken token) {
        return before
                + Base32.encode(Base64.getUrlDecoder().decode(token.text())).toLowerCase(Locale.ROOT)
                + after;
    }

    /** The secret of an address; empty when the address is none of ours. */
    public Optional<SecretToken> token(String address) {
        String lower = address.toLowerCase(Locale.ROOT);
        if (!isUsed()
                || lower.length() != before.length() + SECRET_LENGTH + after.length()
                || !lower.startsWith(before)
                || !lower.endsWith(after)) {
            return Optional.empty();
        }
        return Base32.decode(lower.substring(before.length(), before.length() + SECRET_LENGTH))
                .map(bytes -> Base64.getUrlEncoder().withoutPadding().encodeToString(bytes))
                .flatMap(SecretToken::parse);
    }

    /** Whether {@link #address} could have made it. */
    public boolean isOurs(String address) {
        return token(address).isPresent();
    }
}
