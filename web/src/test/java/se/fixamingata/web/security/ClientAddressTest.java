package se.fixamingata.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ClientAddressTest {

    private final ClientAddress direct = new ClientAddress("");
    private final ClientAddress behindProxies = new ClientAddress("10.0.0.0/8, 192.0.2.7");

    @Test
    void withoutProxiesTheHeaderIsIgnored() {
        assertThat(direct.of("203.0.113.5", "198.51.100.1")).isEqualTo("203.0.113.5");
    }

    @Test
    void aStrangerCannotPretendToBeAProxy() {
        assertThat(behindProxies.of("203.0.113.5", "198.51.100.1")).isEqualTo("203.0.113.5");
    }

    @Test
    void theLastAddressThatIsNoProxyIsTheCaller() {
        assertThat(behindProxies.of("192.0.2.7", "1.2.3.4, 198.51.100.1, 10.1.2.3"))
                .isEqualTo("198.51.100.1");
    }

    @Test
    void whatIsNoAddressEndsTheSearch() {
        assertThat(behindProxies.of("10.0.0.1", "198.51.100.1, evil.example, 10.2.2.2"))
                .isEqualTo("10.2.2.2");
        assertThat(behindProxies.of("10.0.0.1", "")).isEqualTo("10.0.0.1");
    }

    @Test
    void oneHouseholdOfIpv6IsOneCaller() {
        assertThat(direct.of("2001:db8:1:2:3:4:5:6", null)).isEqualTo(direct.of("2001:db8:1:2::1", null));
        assertThat(direct.of("2001:db8:1:3::1", null)).isNotEqualTo(direct.of("2001:db8:1:2::1", null));
    }

    @Test
    void aWrongSettingStopsTheStart() {
        assertThatThrownBy(() -> new ClientAddress("10.0.0.0/40")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ClientAddress("proxy.example")).isInstanceOf(IllegalArgumentException.class);
    }
}
