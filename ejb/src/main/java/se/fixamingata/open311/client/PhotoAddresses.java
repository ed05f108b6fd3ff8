package se.fixamingata.open311.client;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import se.fixamingata.photo.Photo;
import se.fixamingata.photo.PhotoLinks;
import se.fixamingata.report.Report;
import se.fixamingata.settings.ServiceSettings;

/**
 * Where an authority's system fetches pictures. What is not for everybody is sealed for that authority ({@link PhotoLinks}); never with
 * the secret of a letter, which would let everybody answer who reads what their system shows.
 */
@ApplicationScoped
public class PhotoAddresses {

    private final PhotoLinks links;
    private final ServiceSettings service;

    /** For the container's proxies. */
    protected PhotoAddresses() {
        this(null, null);
    }

    @Inject
    public PhotoAddresses(PhotoLinks links, ServiceSettings service) {
        this.links = links;
        this.service = service;
    }

    /** In full size, in their order. */
    public List<String> of(List<Photo> photos, Report report, String authorityCode) {
        return photos.stream()
                .map(photo -> service.link("/bild/" + photo.id() + "/full")
                        + (report.isListed() ? "" : "?" + links.proof(photo.id(), authorityCode)))
                .toList();
    }
}
