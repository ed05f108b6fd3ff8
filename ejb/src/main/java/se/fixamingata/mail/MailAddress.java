package se.fixamingata.mail;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.IDN;
import java.nio.charset.StandardCharsets;

/** Addresses as they go to a mail server. */
final class MailAddress {

    private MailAddress() {}

    /**
     * The address with its domain in ASCII (RFC 5890).
     *
     * @throws AddressException when it is not one plain address, or needs SMTPUTF8 because its local part is not ASCII
     */
    static InternetAddress parse(String address) throws AddressException {
        int at = address.lastIndexOf('@');
        if (at < 1) {
            throw new AddressException("No @ in the address");
        }
        String local = address.substring(0, at);
        if (!StandardCharsets.US_ASCII.newEncoder().canEncode(local)) {
            throw new AddressException("Letters outside ASCII before the @");
        }
        InternetAddress parsed = new InternetAddress(local + "@" + asciiDomain(address.substring(at + 1)), true);
        if (parsed.getPersonal() != null || parsed.isGroup()) {
            throw new AddressException("More than an address");
        }
        return parsed;
    }

    private static String asciiDomain(String domain) throws AddressException {
        try {
            return IDN.toASCII(domain, IDN.USE_STD3_ASCII_RULES);
        } catch (IllegalArgumentException noDomain) {
            throw new AddressException("No domain after the @");
        }
    }
}
