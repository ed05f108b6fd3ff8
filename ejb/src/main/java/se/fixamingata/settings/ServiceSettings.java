package se.fixamingata.settings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What the whole service is called and where it is reached. */
@ApplicationScoped
public class ServiceSettings {

    @Inject
    @ConfigProperty(name = "fmg.public.url")
    String publicUrl;

    @Inject
    @ConfigProperty(name = "fmg.contact.email")
    String contactEmail;

    @Inject
    @ConfigProperty(name = "fmg.demo")
    boolean demonstration;

    /** For the container. */
    public ServiceSettings() {}

    /** For tests. */
    public ServiceSettings(String publicUrl, String contactEmail, boolean demonstration) {
        this.publicUrl = publicUrl;
        this.contactEmail = contactEmail;
        this.demonstration = demonstration;
    }

    /** The address in links that leave the house, without a slash at the end. Never taken from a request's Host header. */
    public String publicUrl() {
        return publicUrl.endsWith("/") ? publicUrl.substring(0, publicUrl.length() - 1) : publicUrl;
    }

    /** An absolute link to a path of ours that begins with a slash. */
    public String link(String path) {
        return publicUrl() + path;
    }

    /** The host part of {@link #publicUrl()}, for {@code Message-ID}s. */
    public String publicHost() {
        return URI.create(publicUrl()).getHost();
    }

    /** Where people and authorities reach the operator. */
    public String contactEmail() {
        return contactEmail;
    }

    /** Whether this is a demonstration: its data are invented, its mails are kept and shown, nothing leaves the machine. */
    public boolean isDemonstration() {
        return demonstration;
    }
}
