package se.fixamingata.web.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import se.fixamingata.settings.ServiceSettings;

/** What follows from the address that the service is reached at. */
@ApplicationScoped
public class PublicAddress {

    private final URI url;

    @Inject
    public PublicAddress(ServiceSettings settings) {
        this.url = URI.create(settings.publicUrl());
    }

    /** For the container's proxy. */
    protected PublicAddress() {
        this.url = null;
    }

    /** Whether cookies must be {@code Secure} and HTTPS may be demanded from then on. */
    public boolean isHttps() {
        return "https".equals(url.getScheme());
    }

    /** Scheme, host and port as browsers write them in {@code Origin}. */
    public String origin() {
        return url.getScheme() + "://" + url.getAuthority();
    }

    /** The name of a cookie of ours: with the prefix by which browsers refuse it from any other host, where HTTPS allows that. */
    public String cookieName(String name) {
        return isHttps() ? "__Host-" + name : name;
    }
}
