package se.fixamingata.it.staff;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import se.fixamingata.it.TestPorts;

/** A real OpenID Connect provider on a port of its own, which vouches for whomever a test names; each name is a provider. */
final class Employer {

    private static final MockOAuth2Server SERVER = start();
    private static final HttpClient BROWSER =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

    private Employer() {}

    private static MockOAuth2Server start() {
        MockOAuth2Server server = new MockOAuth2Server();
        server.start(InetAddress.getLoopbackAddress(), TestPorts.OIDC);
        Runtime.getRuntime().addShutdownHook(new Thread(server::shutdown, "close the employer"));
        return server;
    }

    static String issuer(String name) {
        return SERVER.issuerUrl(name).toString();
    }

    /** Its next token says this. */
    static void says(String name, Map<String, Object> claims) {
        SERVER.enqueueCallback(
                new DefaultOAuth2TokenCallback(name, "person-1", "JWT", List.of("fixamingata"), claims, 600));
    }

    static void vouchesFor(String name, String email) {
        says(name, Map.of("email", email, "email_verified", true));
    }

    /** The browser goes there and is sent back: where to. */
    static String visit(String address) {
        try {
            return BROWSER.send(
                            HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString())
                    .headers()
                    .firstValue("location")
                    .orElseThrow();
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
