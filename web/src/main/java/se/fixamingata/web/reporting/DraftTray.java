package se.fixamingata.web.reporting;

import java.util.Optional;
import se.fixamingata.photo.PreparedPhoto;
import se.fixamingata.shared.SecretToken;
import se.fixamingata.submission.DraftDesk;
import se.fixamingata.submission.PhotoAdding;

/** The photos of the report with that secret. */
record DraftTray(DraftDesk desk, SecretToken draft) implements PhotoTray {

    @Override
    public Optional<PhotoAdding> refusal() {
        return desk.refusal(draft);
    }

    @Override
    public PhotoAdding add(String fileName, PreparedPhoto photo) {
        return desk.addPhoto(draft, fileName, photo);
    }
}
