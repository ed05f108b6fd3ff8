package se.fixamingata.geography;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import se.fixamingata.settings.ServiceSettings;

/** How the Nominatim server is asked, within what its operators allow: one request a second, a name, a contact. */
@ApplicationScoped
public class NominatimSettings {

    private Optional<URI> base;
    private String userAgent;
    private Duration timeout;
    private Duration interval;

    /** For the container. */
    protected NominatimSettings() {}

    @Inject
    public NominatimSettings(
            @ConfigProperty(name = "fmg.nominatim.url") Optional<String> url,
            @ConfigProperty(name = "fmg.nominatim.timeout", defaultValue = "PT5S") Duration timeout,
            @ConfigProperty(name = "fmg.nominatim.interval", defaultValue = "PT1S") Duration interval,
            ServiceSettings service) {
        this.base = url.map(String::strip).filter(text -> !text.isEmpty()).map(NominatimSettings::withSlash);
        this.userAgent = "FixaMinGata/1.0 (+" + service.publicUrl() + "; " + service.contactEmail() + ")";
        this.timeout = timeout;
        this.interval = interval;
    }

    private static URI withSlash(String url) {
        return URI.create(url.endsWith("/") ? url : url + "/");
    }

    /** The server, with a slash at the end; empty when none is to be asked. */
    Optional<URI> base() {
        return base;
    }

    /** Says who asks and where we are reached, as Nominatim's usage policy demands. */
    String userAgent() {
        return userAgent;
    }

    /** The longest that one question may take in all, waiting for its turn included. */
    Duration timeout() {
        return timeout;
    }

    /** The least time between two requests. */
    Duration interval() {
        return interval;
    }
}
