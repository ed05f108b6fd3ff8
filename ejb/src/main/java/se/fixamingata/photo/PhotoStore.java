package se.fixamingata.photo;

import java.util.List;
import java.util.Optional;
import se.fixamingata.shared.SecretToken;

/** Where photos are kept. Writing needs a transaction of the caller's; the database is the one place today. */
public interface PhotoStore {

    /** No owner has more. */
    int MAX_PER_OWNER = 5;

    /**
     * Keeps a photo as the owner's last one. The owner's row is locked, so that two requests at once cannot both become number five.
     *
     * @return the new id; empty when the owner has {@link #MAX_PER_OWNER} already, or is gone
     */
    Optional<String> add(PhotoOwner owner, String fileName, PreparedPhoto photo);

    /** The owner's photos in the order in which they came. */
    List<Photo> of(PhotoOwner owner);

    /** How many photos belong to drafts, all together. */
    long inDrafts();

    /** Forgets one; false when the owner has no such photo. */
    boolean remove(PhotoOwner owner, String photoId);

    /**
     * The draft has become a report: its photos belong to the report from now on, in the same order.
     *
     * @return them
     */
    List<Photo> handOver(PhotoOwner.Draft draft, PhotoOwner.Report report);

    /**
     * The picture, if whoever asks may see it: everybody once the report is public, before that only the holder of the draft's
     * secret. One query.
     *
     * @param draft the secret of the draft that the asker is writing; may be null
     */
    Optional<StoredImage> find(String photoId, PhotoSize size, SecretToken draft);
}
