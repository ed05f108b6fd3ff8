package se.fixamingata.web.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What a page of ours may load: everything from our own server, scripts by nonce only, and street tiles from the host that the
 * operator has named. Style attributes are allowed because Leaflet places its tiles with them.
 */
@ApplicationScoped
public class ContentSecurityPolicy {

    private final String tileHost;

    @Inject
    public ContentSecurityPolicy(@ConfigProperty(name = "fmg.tile.url") Optional<String> tileUrl) {
        this.tileHost = tileUrl.map(ContentSecurityPolicy::host).orElse("");
    }

    /** For the container's proxy. */
    protected ContentSecurityPolicy() {
        this(Optional.empty());
    }

    /** {@code https://{s}.tile.example.org/{z}/{x}/{y}.png} becomes {@code  https://*.tile.example.org}. */
    private static String host(String template) {
        if (template.isBlank()) {
            return "";
        }
        URI url = URI.create(template.replace("{s}", "star-label").replaceAll("[{}]", "x"));
        return " " + url.getScheme() + "://" + url.getAuthority().replace("star-label", "*");
    }

    /** The header's value for one request. */
    public String withNonce(String nonce) {
        return "default-src 'self'; script-src 'nonce-" + nonce + "'; style-src 'self' 'unsafe-inline'; "
                + "img-src 'self' data: blob:" + tileHost + "; connect-src 'self'; font-src 'self'; object-src 'none'; "
                + "base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
    }
}
