package se.fixamingata.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClientNetworkTest {

    @Test
    void neighboursShareANetwork() {
        assertThat(ClientNetwork.prefix("203.0.113.7")).contains("203.0.113");
        assertThat(ClientNetwork.prefix("203.0.113.250")).isEqualTo(ClientNetwork.prefix("203.0.113.7"));
        assertThat(ClientNetwork.prefix("203.0.114.7")).contains("203.0.114");
        assertThat(ClientNetwork.prefix("20010db800010002/64")).contains("20010db80001");
        assertThat(ClientNetwork.prefix("20010db80001ffff/64")).contains("20010db80001");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "10.1.2.3",
                "192.168.1.7",
                "172.16.0.1",
                "169.254.1.1",
                "0000000000000000/64",
                "fd00123400000000/64",
                "fe80000000000000/64"
            })
    void whatIsNobodysAddressSaysNothing(String client) {
        assertThat(ClientNetwork.prefix(client)).isEmpty();
    }
}
