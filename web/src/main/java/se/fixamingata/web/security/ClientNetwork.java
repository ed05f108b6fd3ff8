package se.fixamingata.web.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * From which network a request comes, coarsely: the first 24 bits of an IPv4 address, the first 48 of an IPv6 address, which is about
 * what one customer or one neighbourhood has. Two requests from two of them are by two people, as far as an address can tell.
 */
@ApplicationScoped
public class ClientNetwork {

    private static final String NETWORK_V6 = "/64";
    /** Hexadecimal digits of 48 bits. */
    private static final int DIGITS_V6 = 12;

    private final ClientAddress clients;

    @Inject
    public ClientNetwork(@ConfigProperty(name = "fmg.trusted.proxies") Optional<String> trustedProxies) {
        this(trustedProxies.orElse(""));
    }

    ClientNetwork(String trustedProxies) {
        clients = new ClientAddress(trustedProxies);
    }

    /** For the container's proxy. */
    protected ClientNetwork() {
        this("");
    }

    /** Empty where the address says nothing about who it is: this machine, a house's own network, a proxy that nobody has named. */
    public Optional<String> of(HttpServletRequest request) {
        return prefix(clients.of(request));
    }

    /** @param client as {@link ClientAddress} writes it */
    static Optional<String> prefix(String client) {
        if (client.endsWith(NETWORK_V6)) {
            // Global unicast addresses (RFC 4291) begin with the bits 001.
            boolean global = client.charAt(0) == '2' || client.charAt(0) == '3';
            return global ? Optional.of(client.substring(0, DIGITS_V6)) : Optional.empty();
        }
        try {
            InetAddress address = InetAddress.getByName(client);
            boolean own = address.isLoopbackAddress()
                    || address.isSiteLocalAddress()
                    || address.isLinkLocalAddress()
                    || address.isAnyLocalAddress();
            return own ? Optional.empty() : Optional.of(client.substring(0, client.lastIndexOf('.')));
        } catch (UnknownHostException noAddress) {
            return Optional.empty();
        }
    }
}
