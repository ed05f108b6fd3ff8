package se.fixamingata.open311.server;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import se.fixamingata.municipality.Authority;
import se.fixamingata.settings.ServiceSettings;

/** Where the server is, what it speaks, and since when its services are what they are. */
@ApplicationScoped
public class Discovery {

    private static final String SPECIFICATION = "http://wiki.open311.org/GeoReport_v2";
    private static final String ROOT = "/open311/v2";

    @Inject
    ServiceSettings settings;

    @Inject
    ServiceList services;

    @Inject
    Changesets changesets;

    /** For the container. */
    public Discovery() {}

    /** For tests. */
    public Discovery(ServiceSettings settings, ServiceList services, Changesets changesets) {
        this.settings = settings;
        this.services = services;
        this.changesets = changesets;
    }

    /**
     * Since when. Needs no transaction of the caller's.
     *
     * @param authority whose; null for the country
     */
    public String changeset(Authority authority) {
        return changesets
                .since(authority == null ? "*" : authority.code(), services.everything(authority))
                .toString();
    }

    /** @param changeset as {@link #changeset} gave it */
    public void write(AnswerWriter out, Authority authority, String changeset) throws IOException {
        out.beginObject("discovery");
        out.text("changeset", changeset);
        out.text("contact", settings.contactEmail());
        out.text(
                "key_service",
                "Reading what is public needs no key. A municipality's administrator makes keys for its systems in"
                        + " the back office (" + settings.link("/handlaggning/integration/nycklar")
                        + "); others write to the contact.");
        out.beginList("endpoints", "endpoint");
        out.beginItem();
        out.text("specification", SPECIFICATION);
        out.text("url", settings.link(authority == null ? ROOT : ROOT + "/" + authority.slug()));
        out.text("changeset", changeset);
        out.text("type", settings.isDemonstration() ? "test" : "production");
        out.beginList("formats", "format");
        for (AnswerFormat format : AnswerFormat.values()) {
            out.item(format.type());
        }
        out.end();
        out.end();
        out.end();
        out.end();
    }
}
