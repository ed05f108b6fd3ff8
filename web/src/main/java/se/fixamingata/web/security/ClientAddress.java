package se.fixamingata.web.security;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Whose request it is, when proxies stand in between: the last address in {@code X-Forwarded-For} that is not one of our own
 * proxies. What comes before it was written by the caller and may be a lie.
 *
 * <p>An IPv6 caller is counted by its /64 network, because one household owns all of that.
 */
final class ClientAddress {

    /** Digits, dots, colons and hexadecimal letters: never a name, so that nothing is ever looked up in the DNS. */
    private static final Pattern NUMERIC = Pattern.compile("[0-9a-fA-F.:]{2,45}");

    private final List<Network> proxies;

    /** @param trustedProxies addresses or networks ({@code 10.0.0.0/8}) separated by commas; empty: no proxy, the header is ignored */
    ClientAddress(String trustedProxies) {
        proxies = Arrays.stream(trustedProxies.split(","))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .map(Network::parse)
                .toList();
    }

    /** Whose request that is, as a key to count by. */
    String of(HttpServletRequest request) {
        String forwarded = String.join(",", Collections.list(request.getHeaders("X-Forwarded-For")));
        return of(request.getRemoteAddr(), forwarded.isEmpty() ? null : forwarded);
    }

    /**
     * @param peer the address at the other end of the connection
     * @param forwardedFor header {@code X-Forwarded-For}, several joined by commas, or null
     * @return a key to count by: an IPv4 address, or the first 64 bits of an IPv6 address
     */
    String of(String peer, String forwardedFor) {
        String client = peer;
        if (forwardedFor != null && isProxy(peer)) {
            String[] hops = forwardedFor.split(",");
            for (int i = hops.length - 1; i >= 0; i--) {
                String hop = hops[i].strip();
                if (address(hop).isEmpty()) {
                    break;
                }
                client = hop;
                if (!isProxy(hop)) {
                    break;
                }
            }
        }
        return address(client).map(ClientAddress::key).orElse(client);
    }

    private boolean isProxy(String text) {
        return address(text)
                .map(found -> proxies.stream().anyMatch(proxy -> proxy.contains(found)))
                .orElse(false);
    }

    private static String key(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (bytes.length == 4) {
            return address.getHostAddress();
        }
        StringBuilder network = new StringBuilder();
        for (int i = 0; i < 8; i++) {
            network.append(String.format("%02x", bytes[i]));
        }
        return network.append("/64").toString();
    }

    private static Optional<InetAddress> address(String text) {
        if (text == null || !NUMERIC.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(text));
        } catch (UnknownHostException notAnAddress) {
            return Optional.empty();
        }
    }

    private record Network(byte[] prefix, int bits) {

        static Network parse(String text) {
            int slash = text.indexOf('/');
            InetAddress address = address(slash < 0 ? text : text.substring(0, slash))
                    .orElseThrow(() -> new IllegalArgumentException("fmg.trusted.proxies: not an address: " + text));
            int width = address.getAddress().length * 8;
            int bits = slash < 0 ? width : Integer.parseInt(text.substring(slash + 1));
            if (bits < 0 || bits > width) {
                throw new IllegalArgumentException("fmg.trusted.proxies: not a network: " + text);
            }
            return new Network(address.getAddress(), bits);
        }

        boolean contains(InetAddress address) {
            byte[] candidate = address.getAddress();
            if (candidate.length != prefix.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> bit % 8;
                if ((candidate[bit / 8] & mask) != (prefix[bit / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }
}
