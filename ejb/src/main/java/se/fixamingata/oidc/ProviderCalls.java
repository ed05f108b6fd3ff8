package se.fixamingata.oidc;

import com.nimbusds.jose.util.Resource;
import com.nimbusds.jose.util.ResourceRetriever;
import com.nimbusds.oauth2.sdk.http.HTTPRequestSender;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.http.ReadOnlyHTTPRequest;
import com.nimbusds.oauth2.sdk.http.ReadOnlyHTTPResponse;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import se.fixamingata.outgoing.GuardedHttp;
import se.fixamingata.outgoing.OutgoingAnswer;
import se.fixamingata.outgoing.OutgoingRequest;

/**
 * Calls to providers, made our way: guarded, and bounded in time and size. What an administrator has set is the issuer; where its
 * discovery document sends us is the issuer's own word, and leads into no network of ours but to the issuer's own host and port.
 */
@ApplicationScoped
class ProviderCalls {

    /** Discovery documents and key sets of real providers are a tenth of it. */
    static final int MOST = 256 * 1024;

    private static final int OK = 200;

    private GuardedHttp http;
    private Duration within;

    /** For the container's proxy. */
    protected ProviderCalls() {}

    @Inject
    ProviderCalls(GuardedHttp http, @ConfigProperty(name = "fmg.oidc.timeout") Duration within) {
        this.http = http;
        this.within = within;
    }

    /** The library's calls to that provider. */
    To to(String issuer) {
        return new To(URI.create(issuer));
    }

    /** It answered, but not with what was asked for. */
    static class UnexpectedAnswer extends IOException {

        private static final long serialVersionUID = 1L;

        private final int status;

        UnexpectedAnswer(int status) {
            super("status " + status);
            this.status = status;
        }

        int status() {
            return status;
        }
    }

    /** Calls to one provider, wherever it sends us. */
    final class To implements HTTPRequestSender, ResourceRetriever {

        private final URI issuer;

        private To(URI issuer) {
            this.issuer = issuer;
        }

        /** Whether it may be called there, as far as can be told now: what cannot be looked up now is judged when it is called. */
        boolean leads(URI uri) {
            return http.isAllowed(request("GET", uri, Map.of(), new byte[0]));
        }

        /** A document of the provider. */
        String read(URI uri) throws IOException {
            OutgoingAnswer answer = http.send(request("GET", uri, Map.of("Accept", "application/json"), new byte[0]));
            if (answer.status() != OK) {
                throw new UnexpectedAnswer(answer.status());
            }
            return new String(answer.body(), StandardCharsets.UTF_8);
        }

        @Override
        public Resource retrieveResource(URL url) throws IOException {
            try {
                return new Resource(read(url.toURI()), "application/json");
            } catch (URISyntaxException notOne) {
                throw new IOException(notOne);
            }
        }

        @Override
        public ReadOnlyHTTPResponse send(ReadOnlyHTTPRequest request) throws IOException {
            Map<String, String> headers = new LinkedHashMap<>();
            request.getHeaderMap().forEach((name, values) -> headers.put(name, String.join(", ", values)));
            headers.put("Accept", "application/json");
            String body = request.getBody();
            OutgoingAnswer answer = http.send(request(
                    request.getMethod().name(),
                    request.getURI(),
                    headers,
                    body == null ? new byte[0] : body.getBytes(StandardCharsets.UTF_8)));
            HTTPResponse response = new HTTPResponse(answer.status());
            if (!answer.type().isEmpty()) {
                response.setHeader("Content-Type", answer.type());
            }
            response.setBody(new String(answer.body(), StandardCharsets.UTF_8));
            return response;
        }

        private OutgoingRequest request(String method, URI uri, Map<String, String> headers, byte[] body) {
            return new OutgoingRequest(method, uri, issuer, headers, body, MOST, within);
        }
    }
}
