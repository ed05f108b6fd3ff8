package se.fixamingata.web.reporting;

import java.util.Optional;
import se.fixamingata.photo.PreparedPhoto;
import se.fixamingata.submission.PhotoAdding;

/** Where the photos of a form are kept while it is being filled in. */
public interface PhotoTray {

    /** Why one more would not be kept, asked before the work of decoding it; empty when there is room. */
    Optional<PhotoAdding> refusal();

    /** Keeps one as the last. */
    PhotoAdding add(String fileName, PreparedPhoto photo);
}
