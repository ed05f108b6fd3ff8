package se.fixamingata.outgoing;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/** A network as operators write it, {@code 10.20.0.0/16}, or one address of either family. */
record AddressRange(byte[] prefix, int bits) {

    /** Never a name, so that nothing is looked up. */
    private static final Pattern NUMERIC = Pattern.compile("[0-9a-fA-F.:]{2,45}");

    /** @throws IllegalArgumentException when it is none */
    static AddressRange parse(String text) {
        int slash = text.indexOf('/');
        String address = slash < 0 ? text : text.substring(0, slash);
        if (!NUMERIC.matcher(address).matches()) {
            throw new IllegalArgumentException("Not an address: " + text);
        }
        try {
            byte[] prefix = InetAddress.getByName(address).getAddress();
            int width = prefix.length * Byte.SIZE;
            int bits = slash < 0 ? width : Integer.parseInt(text.substring(slash + 1));
            if (bits < 0 || bits > width) {
                throw new IllegalArgumentException("Not a network: " + text);
            }
            return new AddressRange(prefix, bits);
        } catch (UnknownHostException notOne) {
            throw new IllegalArgumentException("Not an address: " + text, notOne);
        }
    }

    boolean contains(InetAddress address) {
        byte[] candidate = address.getAddress();
        if (candidate.length != prefix.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> bit % Byte.SIZE;
            if ((candidate[bit / Byte.SIZE] & mask) != (prefix[bit / Byte.SIZE] & mask)) {
                return false;
            }
        }
        return true;
    }
}
