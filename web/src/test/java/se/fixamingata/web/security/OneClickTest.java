package se.fixamingata.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OneClickTest {

    private static final String ADDRESS = "/avregistrera/" + "a".repeat(43);
    private static final Map<String, String[]> BODY = body("List-Unsubscribe", "One-Click");

    @Test
    void exactlyThatPostIsMeant() {
        assertThat(isOneClick("POST", ADDRESS, null, BODY)).isTrue();
    }

    @Test
    void nothingElseIs() {
        assertThat(isOneClick("PUT", ADDRESS, null, BODY)).isFalse();
        assertThat(isOneClick("POST", ADDRESS, "List-Unsubscribe=One-Click", BODY))
                .isFalse();
        assertThat(isOneClick("POST", ADDRESS + "/", null, BODY)).isFalse();
        assertThat(isOneClick("POST", ADDRESS + ";x=1", null, BODY)).isFalse();
        assertThat(isOneClick("POST", "/avregistrera/abc", null, BODY)).isFalse();
        assertThat(isOneClick("POST", "/rapportera", null, BODY)).isFalse();
        assertThat(isOneClick("POST", "/x" + ADDRESS, null, BODY)).isFalse();
        assertThat(isOneClick("POST", ADDRESS, null, Map.of())).isFalse();
        assertThat(isOneClick("POST", ADDRESS, null, body("List-Unsubscribe", "one-click")))
                .isFalse();
        assertThat(isOneClick("POST", ADDRESS, null, body("List-Unsubscribe", "One-Click", "One-Click")))
                .isFalse();
        assertThat(isOneClick(
                        "POST",
                        ADDRESS,
                        null,
                        Map.of("List-Unsubscribe", new String[] {"One-Click"}, "action", new String[] {"folj"})))
                .isFalse();
    }

    private static Map<String, String[]> body(String name, String... values) {
        return Map.of(name, values);
    }

    private static boolean isOneClick(String method, String uri, String query, Map<String, String[]> body) {
        HttpServletRequest request = (HttpServletRequest) Proxy.newProxyInstance(
                OneClickTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, called, arguments) -> switch (called.getName()) {
                    case "getMethod" -> method;
                    case "getRequestURI" -> uri;
                    case "getQueryString" -> query;
                    case "getParameterMap" -> body;
                    default -> throw new UnsupportedOperationException(called.getName());
                });
        return OneClick.isUnsubscribe(request);
    }
}
