package se.fixamingata.outgoing;

import java.net.InetAddress;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where of our own may be called, as operators write it: {@code 10.20.0.0/16}, {@code 10.9.1.7:8443}, {@code [fd00::7]:8443}.
 *
 * @param port 0 for any
 */
record OwnPlace(AddressRange range, int port) {

    private static final int LAST_PORT = 65_535;

    /** With a port: of IPv4 behind a colon, of IPv6 behind brackets. */
    private static final Pattern WITH_PORT = Pattern.compile("(?:\\[([^\\]]*)]|([^:\\[]*)):(.*)");

    /** @throws IllegalArgumentException when it is none */
    static OwnPlace parse(String text) {
        Matcher parts = WITH_PORT.matcher(text);
        if (!parts.matches() || parts.group(1) == null && parts.group(2).indexOf('.') < 0) {
            return new OwnPlace(AddressRange.parse(text), 0);
        }
        if (!parts.group(3).matches("[1-9]\\d{0,4}") || Integer.parseInt(parts.group(3)) > LAST_PORT) {
            throw new IllegalArgumentException("Not a port: " + text);
        }
        String range = parts.group(1) == null ? parts.group(2) : parts.group(1);
        return new OwnPlace(AddressRange.parse(range), Integer.parseInt(parts.group(3)));
    }

    boolean contains(InetAddress address, int calledPort) {
        return (port == 0 || port == calledPort) && range.contains(address);
    }
}
