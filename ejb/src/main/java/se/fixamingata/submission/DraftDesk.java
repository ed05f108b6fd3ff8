package se.fixamingata.submission;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import se.fixamingata.extraquestion.TypedAnswers;
import se.fixamingata.photo.PhotoOwner;
import se.fixamingata.photo.PhotoStore;
import se.fixamingata.photo.PreparedPhoto;
import se.fixamingata.shared.Language;
import se.fixamingata.shared.SecretToken;

/** Writing a report: every step is kept at once, right or wrong. */
@Stateless
public class DraftDesk {

    @Inject
    Drafts drafts;

    @Inject
    PhotoStore photos;

    @Inject
    SubmissionSettings settings;

    @Inject
    Clock clock;

    /** For the container. */
    public DraftDesk() {}

    /** For tests. */
    DraftDesk(Drafts drafts, PhotoStore photos, SubmissionSettings settings, Clock clock) {
        this.drafts = drafts;
        this.photos = photos;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Begins a draft.
     *
     * @param language the language in which the reporter wants to be written to
     * @return its secret, for the cookie; the only copy
     */
    public SecretToken start(DraftFields fields, Language language) {
        SecretToken token = SecretToken.random();
        start(token, fields, language);
        return token;
    }

    /**
     * Begins a draft under a secret that the browser has already: the page gave it away before anything was typed, so that the same
     * form sent twice at once is still one draft. An expired draft under the same secret gives way to it. The second of two at the same moment fails when its transaction ends.
     *
     * @param language the language in which the reporter wants to be written to
     */
    public void start(SecretToken token, DraftFields fields, Language language) {
        start(token, fields, TypedAnswers.NONE, language);
    }

    /** As {@link #start(SecretToken, DraftFields, Language)}, with the answers to the authority's questions. */
    public void start(SecretToken token, DraftFields fields, TypedAnswers answers, Language language) {
        drafts.findExpired(token).ifPresent(this::forget);
        Draft draft = new Draft(token, language);
        draft.write(fields, clock.instant(), settings.draftLifetime());
        draft.answer(answers);
        drafts.add(draft);
    }

    /** The draft as it stands; empty when there is none or it has expired. */
    public Optional<DraftView> find(SecretToken token) {
        return drafts.find(token).map(this::view);
    }

    /**
     * Keeps what has been typed, as typed.
     *
     * @return false when there is no such draft any more. True also when it was sent already: nothing is changed then, and sending it
     *     again answers {@link SubmissionResult.AlreadySent}
     */
    public boolean save(SecretToken token, DraftFields fields) {
        return save(token, fields, TypedAnswers.NONE);
    }

    /** As {@link #save(SecretToken, DraftFields)}, with the answers to the questions that were shown; answers to others stay. */
    public boolean save(SecretToken token, DraftFields fields, TypedAnswers answers) {
        Optional<Draft> found = drafts.lock(token);
        found.filter(d -> !d.isSent()).ifPresent(d -> {
            d.write(fields, clock.instant(), settings.draftLifetime());
            d.answer(answers);
        });
        return found.isPresent();
    }

    /**
     * Keeps the address that was looked up for a place. Looking up takes seconds, in which more may have been typed: everything else
     * stays as it is, and so does the address when the place is another by now.
     */
    public void addAddress(SecretToken token, DraftFields addressed) {
        drafts.lock(token).filter(d -> !d.isSent()).ifPresent(d -> d.addAddress(addressed));
    }

    /**
     * Why a photo would not be kept, asked before the work of decoding it; empty when there is room. Two at once may both be told so:
     * {@link #addPhoto} decides.
     */
    public Optional<PhotoAdding> refusal(SecretToken token) {
        Optional<Draft> found = drafts.find(token).filter(d -> !d.isSent());
        if (found.isEmpty()) {
            return Optional.of(new PhotoAdding.NoDraft());
        }
        if (photos.of(new PhotoOwner.Draft(found.get().id())).size() >= PhotoStore.MAX_PER_OWNER) {
            return Optional.of(new PhotoAdding.TooMany(PhotoStore.MAX_PER_OWNER));
        }
        return photos.inDrafts() >= settings.draftPhotos() ? Optional.of(new PhotoAdding.NoRoom()) : Optional.empty();
    }

    /** Adds a photo as the last one. */
    public PhotoAdding addPhoto(SecretToken token, String fileName, PreparedPhoto photo) {
        Optional<Draft> found = drafts.lock(token).filter(d -> !d.isSent());
        if (found.isEmpty()) {
            return new PhotoAdding.NoDraft();
        }
        Draft draft = found.get();
        draft.touch(clock.instant(), settings.draftLifetime());
        return photos.add(new PhotoOwner.Draft(draft.id()), fileName, photo)
                .<PhotoAdding>map(PhotoAdding.Added::new)
                .orElseGet(() -> new PhotoAdding.TooMany(PhotoStore.MAX_PER_OWNER));
    }

    /** Forgets a photo; false when the draft has no such photo, or is gone, or was sent. */
    public boolean removePhoto(SecretToken token, String photoId) {
        Optional<Draft> found = drafts.lock(token).filter(d -> !d.isSent());
        found.ifPresent(d -> d.touch(clock.instant(), settings.draftLifetime()));
        return found.filter(d -> photos.remove(new PhotoOwner.Draft(d.id()), photoId))
                .isPresent();
    }

    private void forget(Draft expired) {
        PhotoOwner.Draft owner = new PhotoOwner.Draft(expired.id());
        photos.of(owner).forEach(photo -> photos.remove(owner, photo.id()));
        drafts.remove(expired);
    }

    private DraftView view(Draft draft) {
        List<DraftPhoto> ownPhotos = photos.of(new PhotoOwner.Draft(draft.id())).stream()
                .map(p -> new DraftPhoto(p.id(), p.fileName(), p.width(), p.height()))
                .toList();
        return new DraftView(
                draft.fields(), draft.answers(), ownPhotos, draft.reportId(), draft.language(), draft.expiresAt());
    }
}
