package se.fixamingata.oidc;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;

/** A real OpenID Connect provider (not ours) that vouches for whomever a test names, and the browser that is sent to it. */
final class TestProvider implements AutoCloseable {

    final MockOAuth2Server server = new MockOAuth2Server();
    private final HttpClient browser =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

    TestProvider() {
        server.start(InetAddress.getLoopbackAddress(), 0);
    }

    /** One server is as many providers as names are asked for, each with its own keys. */
    String issuer(String name) {
        return server.issuerUrl(name).toString();
    }

    /** The next token of that provider says this. */
    void says(String name, Map<String, Object> claims) {
        says(name, claims, 600);
    }

    void says(String name, Map<String, Object> claims, long seconds) {
        server.enqueueCallback(
                new DefaultOAuth2TokenCallback(name, "person-1", "JWT", List.of("fixamingata"), claims, seconds));
    }

    /** The browser goes there and is sent back with this in the address. */
    ProviderAnswer visit(URI address) {
        try {
            HttpResponse<String> sent =
                    browser.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
            URI back = URI.create(sent.headers().firstValue("location").orElseThrow());
            Map<String, String> told = parameters(back);
            return new ProviderAnswer(told.get("state"), told.get("code"), told.get("error"), told.get("iss"));
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    static Map<String, String> parameters(URI address) {
        Map<String, String> parameters = new HashMap<>();
        for (String pair : address.getRawQuery().split("&")) {
            int equals = pair.indexOf('=');
            parameters.put(
                    pair.substring(0, equals), URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
        }
        return parameters;
    }

    @Override
    public void close() {
        server.shutdown();
    }
}
