package se.fixamingata.shared;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An address that a mail server takes: one mailbox, no display name, no quoting, no line break, at most 254 characters.
 *
 * <p>The rule is RFC 5321's {@code Dot-string @ Domain} without quoted local parts and address literals, which no resident and no
 * municipality has. An international domain ({@code å}) is written in its ASCII form, as mail servers want it; an international
 * local part is refused, since few servers take it. The local part keeps its case, the domain becomes lower case.
 *
 * @param text the address as it is stored and used
 */
public record EmailAddress(String text) {

    /** RFC 3696 erratum 1690: a path of 256 less its two brackets. */
    public static final int MAX_LENGTH = 254;

    private static final int LOCAL_MAX = 64;
    private static final String ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
    private static final Pattern LOCAL = Pattern.compile(ATOM + "(\\." + ATOM + ")*");
    private static final Pattern DOMAIN =
            Pattern.compile("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])");

    public EmailAddress {
        if (!isPlain(text)) {
            throw new IllegalArgumentException("Not an e-mail address");
        }
    }

    /** The address that the text is, blanks around it left out; empty when it is none. */
    public static Optional<EmailAddress> parse(String text) {
        if (text == null) {
            return Optional.empty();
        }
        String trimmed = text.strip();
        int at = trimmed.lastIndexOf('@');
        if (at < 0 || trimmed.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        String plain = trimmed.substring(0, at + 1) + asciiDomain(trimmed.substring(at + 1));
        return isPlain(plain) ? Optional.of(new EmailAddress(plain)) : Optional.empty();
    }

    /** What is no international name stays as it is, and is judged as that. */
    private static String asciiDomain(String domain) {
        try {
            return IDN.toASCII(domain, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException notAName) {
            return domain;
        }
    }

    private static boolean isPlain(String text) {
        int at = text.lastIndexOf('@');
        return at > 0
                && at <= LOCAL_MAX
                && text.length() <= MAX_LENGTH
                && LOCAL.matcher(text.substring(0, at)).matches()
                && DOMAIN.matcher(text.substring(at + 1)).matches();
    }

    /** Never personal data in a log. */
    @Override
    public String toString() {
        return "EmailAddress[…]";
    }
}
