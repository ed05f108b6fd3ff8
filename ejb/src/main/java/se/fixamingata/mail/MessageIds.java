package se.fixamingata.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import se.fixamingata.settings.ServiceSettings;

/** Names of letters (RFC 5322, 3.6.4): random on the left, our public host on the right. */
@ApplicationScoped
public class MessageIds {

    private final ServiceSettings service;

    /** For the container's proxies. */
    protected MessageIds() {
        this(null);
    }

    @Inject
    public MessageIds(ServiceSettings service) {
        this.service = service;
    }

    /** A new name, with angle brackets. */
    public String next() {
        return "<" + UUID.randomUUID() + "@" + host() + ">";
    }

    /** The right side of them all. */
    public String host() {
        return service.publicHost();
    }
}
