package se.fixamingata.comment;

import java.util.List;
import java.util.OptionalLong;
import se.fixamingata.photo.Photo;

/**
 * A comment being written, as it stands.
 *
 * @param updateId the update it became, if it was sent; then the fields are empty, since the update has them
 */
public record CommentDraftView(CommentFields fields, List<Photo> photos, OptionalLong updateId) {

    public CommentDraftView {
        photos = List.copyOf(photos);
    }

    public boolean isSent() {
        return updateId.isPresent();
    }
}
