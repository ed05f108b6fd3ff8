package se.fixamingata.outgoing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Which machines may be called at all: those of the open Internet, and those in networks that the operator has named. */
@ApplicationScoped
public class OutgoingSettings {

    /** What is not the open Internet: IANA's special-purpose registries, and what carries an IPv4 address inside. */
    private static final List<AddressRange> SPECIAL = Stream.of(
                    "0.0.0.0/8",
                    "10.0.0.0/8",
                    "100.64.0.0/10",
                    "127.0.0.0/8",
                    "169.254.0.0/16",
                    "172.16.0.0/12",
                    "192.0.0.0/24",
                    "192.0.2.0/24",
                    "192.88.99.0/24",
                    "192.168.0.0/16",
                    "198.18.0.0/15",
                    "198.51.100.0/24",
                    "203.0.113.0/24",
                    "224.0.0.0/3")
            .map(AddressRange::parse)
            .toList();

    /** All that is given out of IPv6; what carries an IPv4 address inside (6to4, Teredo) and documentation are taken out again. */
    private static final AddressRange OPEN_6 = AddressRange.parse("2000::/3");

    private static final List<AddressRange> SPECIAL_6 = Stream.of(
                    "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20")
            .map(AddressRange::parse)
            .toList();

    private List<OwnPlace> own = List.of();

    /** For the container's proxy. */
    protected OutgoingSettings() {}

    @Inject
    public OutgoingSettings(@ConfigProperty(name = "fmg.outgoing.networks") Optional<String> networks) {
        this(networks.orElse(""));
    }

    /** @param networks addresses and networks of our own that may be called, with or without a port, separated by commas */
    public OutgoingSettings(String networks) {
        try {
            own = Arrays.stream(networks.split(","))
                    .map(String::strip)
                    .filter(text -> !text.isEmpty())
                    .map(OwnPlace::parse)
                    .toList();
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException("fmg.outgoing.networks: " + wrong.getMessage(), wrong);
        }
    }

    /** Whether that could be called, as far as the text tells without looking anything up: encrypted, or on this machine where that may be. */
    public boolean isCallable(URI uri) {
        if (uri.getHost() == null || uri.getRawUserInfo() != null) {
            return false;
        }
        boolean here = uri.getHost().equals("localhost") || uri.getHost().matches("127(\\.\\d{1,3}){3}|\\[::1]");
        return "https".equals(uri.getScheme())
                || "http".equals(uri.getScheme())
                        && here
                        && mayCall(InetAddress.getLoopbackAddress(), OutgoingRequest.port(uri));
    }

    boolean mayCall(InetAddress address, int port) {
        return isOpen(address) || own.stream().anyMatch(place -> place.contains(address, port));
    }

    /** Whether it lies in the open Internet. */
    static boolean isOpen(InetAddress address) {
        return address.getAddress().length == 4
                ? SPECIAL.stream().noneMatch(range -> range.contains(address))
                : OPEN_6.contains(address) && SPECIAL_6.stream().noneMatch(range -> range.contains(address));
    }
}
