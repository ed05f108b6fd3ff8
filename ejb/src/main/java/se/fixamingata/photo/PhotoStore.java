package se.fixamingata.photo;

import java.util.List;
import java.util.Optional;

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

    /** How many photos belong to drafts, of reports and of comments, all together. */
    long inDrafts();

    /** Forgets one; false when the owner has no such photo. */
    boolean remove(PhotoOwner owner, String photoId);

    /**
     * The draft has become a report, or an update: its photos belong to that from now on, in the same order. Needs a transaction.
     *
     * @return them
     */
    List<Photo> handOver(PhotoOwner draft, PhotoOwner owner);

    /**
     * The picture, if whoever asks may see it; one query.
     *
     * <ul>
     *   <li>Everybody: photos of a listed report and of its published updates, unless they are hidden.
     *   <li>Whoever writes the draft that the photo belongs to.
     *   <li>The reporter, by account or by the secret link, and the holder of an authority's secret link: the same of a report that is
     *       not listed.
     *   <li>Those who may see the report in the back office; what is hidden, those who may moderate there.
     * </ul>
     */
    Optional<StoredImage> find(String photoId, PhotoSize size, PhotoViewer viewer);

    /** The picture's bytes, for letters and files of ours: whoever calls has decided already for whom they are. */
    Optional<byte[]> read(String photoId, PhotoSize size);
}
