package se.fixamingata.open311.server;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import se.fixamingata.photo.PhotoLinks;
import se.fixamingata.settings.ServiceSettings;

/** Writes updates as mySociety's extension names their parts. */
@ApplicationScoped
public class UpdateWriter {

    @Inject
    ServiceSettings settings;

    @Inject
    PhotoLinks photoLinks;

    /** For the container. */
    public UpdateWriter() {}

    /** For tests. */
    public UpdateWriter(ServiceSettings settings, PhotoLinks photoLinks) {
        this.settings = settings;
        this.photoLinks = photoLinks;
    }

    public void write(AnswerWriter out, List<ServiceUpdate> updates, Reader reader) throws IOException {
        out.beginList("service_request_updates", "request_update");
        for (ServiceUpdate update : updates) {
            out.beginItem();
            out.text("update_id", Long.toString(update.id()));
            out.text("service_request_id", Long.toString(update.reportId()));
            out.text("status", RequestStatus.of(update.status(), reader.extended()));
            out.moment("updated_datetime", update.at());
            out.text("description", update.text());
            out.texts(
                    "media_url",
                    update.photos().stream().map(photo -> url(update, photo)).toList());
            out.end();
        }
        out.end();
    }

    private String url(ServiceUpdate update, String photo) {
        String url = settings.link("/bild/" + photo + "/full");
        return update.sealedFor() == null ? url : url + "?" + photoLinks.proof(photo, update.sealedFor());
    }
}
