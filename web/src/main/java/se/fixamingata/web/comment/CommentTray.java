package se.fixamingata.web.comment;

import java.util.Optional;
import se.fixamingata.comment.CommentDesk;
import se.fixamingata.photo.PreparedPhoto;
import se.fixamingata.shared.SecretToken;
import se.fixamingata.submission.PhotoAdding;
import se.fixamingata.web.reporting.PhotoTray;

/** The photos of the comment with that secret. */
record CommentTray(CommentDesk desk, SecretToken draft, long reportId) implements PhotoTray {

    @Override
    public Optional<PhotoAdding> refusal() {
        return desk.refusal(draft, reportId);
    }

    @Override
    public PhotoAdding add(String fileName, PreparedPhoto photo) {
        return desk.addPhoto(draft, reportId, fileName, photo);
    }
}
