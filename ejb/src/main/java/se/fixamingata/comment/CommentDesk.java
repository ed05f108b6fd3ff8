package se.fixamingata.comment;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.Optional;
import se.fixamingata.photo.PhotoOwner;
import se.fixamingata.photo.PhotoStore;
import se.fixamingata.photo.PreparedPhoto;
import se.fixamingata.report.Report;
import se.fixamingata.reporter.ReporterClaim;
import se.fixamingata.shared.Language;
import se.fixamingata.shared.SecretToken;
import se.fixamingata.submission.PhotoAdding;

/** Writing a comment: every step is kept at once, right or wrong. */
@Stateless
public class CommentDesk {

    @Inject
    EntityManager em;

    @Inject
    CommentDrafts drafts;

    @Inject
    CommentWriters writers;

    @Inject
    PhotoStore photos;

    @Inject
    CommentSettings settings;

    @Inject
    Clock clock;

    /** For the container. */
    public CommentDesk() {}

    /** For tests. */
    CommentDesk(
            EntityManager em,
            CommentDrafts drafts,
            CommentWriters writers,
            PhotoStore photos,
            CommentSettings settings,
            Clock clock) {
        this.em = em;
        this.drafts = drafts;
        this.writers = writers;
        this.photos = photos;
        this.settings = settings;
        this.clock = clock;
    }

    /** The report, and as whom that visitor would write about it; empty when they may not see it. */
    public Optional<CommentSubject> subject(long reportId, ReporterClaim claim) {
        Report report = em.find(Report.class, reportId);
        return writers.of(report, claim).map(writer -> CommentSubject.of(report, writer));
    }

    /** The draft as it stands; empty when there is none or it has expired. */
    public Optional<CommentDraftView> find(SecretToken token, long reportId) {
        return drafts.find(token, reportId)
                .map(draft -> new CommentDraftView(draft.fields(), photos.of(owner(draft)), draft.updateId()));
    }

    /**
     * Keeps what has been typed, as typed.
     *
     * @return false when there is no such draft. True also when it was sent already: nothing is changed then
     */
    public boolean save(SecretToken token, long reportId, CommentFields fields) {
        Optional<CommentDraft> found = drafts.lock(token, reportId);
        found.filter(d -> !d.isSent()).ifPresent(d -> d.write(fields, clock.instant(), settings.draftLifetime()));
        return found.isPresent();
    }

    /**
     * Begins a draft under a secret that the page gave away before anything was typed, so that the same form sent twice at once is
     * still one draft. The second of two at the same moment fails when its transaction ends.
     *
     * @param language the language in which the writer wants to be written to
     * @return false when the visitor may not write about that report
     */
    public boolean start(
            SecretToken token, long reportId, CommentFields fields, Language language, ReporterClaim claim) {
        if (subject(reportId, claim).isEmpty()) {
            return false;
        }
        drafts.clear(token, reportId);
        CommentDraft draft = new CommentDraft(token, reportId, language);
        draft.write(fields, clock.instant(), settings.draftLifetime());
        drafts.add(draft);
        return true;
    }

    /**
     * Why a photo would not be kept, asked before the work of decoding it; empty when there is room. Two at once may both be told so:
     * {@link #addPhoto} decides.
     */
    public Optional<PhotoAdding> refusal(SecretToken token, long reportId) {
        Optional<CommentDraft> found = drafts.find(token, reportId).filter(d -> !d.isSent());
        if (found.isEmpty()) {
            return Optional.of(new PhotoAdding.NoDraft());
        }
        if (photos.of(owner(found.get())).size() >= PhotoStore.MAX_PER_OWNER) {
            return Optional.of(new PhotoAdding.TooMany(PhotoStore.MAX_PER_OWNER));
        }
        return photos.inDrafts() >= settings.draftPhotos() ? Optional.of(new PhotoAdding.NoRoom()) : Optional.empty();
    }

    /** Adds a photo as the last one. */
    public PhotoAdding addPhoto(SecretToken token, long reportId, String fileName, PreparedPhoto photo) {
        Optional<CommentDraft> found = drafts.lock(token, reportId).filter(d -> !d.isSent());
        if (found.isEmpty()) {
            return new PhotoAdding.NoDraft();
        }
        found.get().touch(clock.instant(), settings.draftLifetime());
        return photos.add(owner(found.get()), fileName, photo)
                .<PhotoAdding>map(PhotoAdding.Added::new)
                .orElseGet(() -> new PhotoAdding.TooMany(PhotoStore.MAX_PER_OWNER));
    }

    /** Forgets a photo; false when the draft has no such photo, or is gone, or was sent. */
    public boolean removePhoto(SecretToken token, long reportId, String photoId) {
        Optional<CommentDraft> found = drafts.lock(token, reportId).filter(d -> !d.isSent());
        found.ifPresent(d -> d.touch(clock.instant(), settings.draftLifetime()));
        return found.filter(d -> photos.remove(owner(d), photoId)).isPresent();
    }

    private static PhotoOwner owner(CommentDraft draft) {
        return new PhotoOwner.UpdateDraft(draft.id());
    }
}
