package se.fixamingata.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import org.junit.jupiter.api.Test;

class MachineRefusalsTest {

    @Test
    void programsAskAtTheOpen311Server() {
        assertThat(concerns("/open311/v2/requests.json", "/open311/v2", "/requests.json"))
                .isTrue();
        assertThat(concerns("/open311/v3", "/open311/v3", null)).isTrue();
        assertThat(concerns("/karta", "/karta", null)).isFalse();
    }

    @Test
    void noSpellingMakesAPageOneOfTheirs() {
        assertThat(concerns("/open311/v2/..%2f..%2f/logga-in", "/logga-in", null))
                .isFalse();
        assertThat(concerns("/open311/%2e%2e/rapportera", "/rapportera", null)).isFalse();
        assertThat(concerns("/open311/../svar", "/svar", "/x")).isFalse();
    }

    /** @param servlet where the container brings it, with what follows */
    private static boolean concerns(String address, String servlet, String rest) {
        HttpServletRequest request = (HttpServletRequest) Proxy.newProxyInstance(
                MachineRefusalsTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, called, arguments) -> switch (called.getName()) {
                    case "getRequestURI" -> address;
                    case "getServletPath" -> servlet;
                    case "getPathInfo" -> rest;
                    default -> throw new UnsupportedOperationException(called.getName());
                });
        return MachineRefusals.concerns(request);
    }
}
