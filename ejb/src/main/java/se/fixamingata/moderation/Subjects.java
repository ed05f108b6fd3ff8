package se.fixamingata.moderation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import se.fixamingata.municipality.PrivateCategories;
import se.fixamingata.photo.PhotoModeration;
import se.fixamingata.photo.PhotoPlace;
import se.fixamingata.report.Report;
import se.fixamingata.report.ReportChanged;
import se.fixamingata.report.Visibility;
import se.fixamingata.update.ReportUpdate;
import se.fixamingata.update.UpdateState;

/** Finds what is moderated, and takes it off the page or puts it back. Changes need a transaction and what {@link #lock} found. */
@ApplicationScoped
class Subjects {

    @Inject
    EntityManager em;

    private final PhotoModeration photos;
    private final PrivateCategories privateCategories;
    private final Event<ReportChanged> changed;
    private final Clock clock;

    /** For the container's proxies. */
    protected Subjects() {
        this(null, null, null, null);
    }

    @Inject
    Subjects(PhotoModeration photos, PrivateCategories privateCategories, Event<ReportChanged> changed, Clock clock) {
        this.photos = photos;
        this.privateCategories = privateCategories;
        this.changed = changed;
        this.clock = clock;
    }

    /** For tests. */
    Subjects(
            EntityManager em,
            PhotoModeration photos,
            PrivateCategories privateCategories,
            Event<ReportChanged> changed,
            Clock clock) {
        this(photos, privateCategories, changed, clock);
        this.em = em;
    }

    /** Empty when there is nothing of a sent report with that id. */
    Optional<Found> find(Subject subject) {
        return find(subject, LockModeType.NONE);
    }

    /** The same, with the report's row locked until the transaction ends, and everything read after that. */
    Optional<Found> lock(Subject subject) {
        return find(subject, LockModeType.PESSIMISTIC_WRITE);
    }

    private Optional<Found> find(Subject subject, LockModeType lock) {
        return switch (subject.kind()) {
            case REPORT -> report(subject.number(), lock).map(report -> new Found(subject, report, null, null));
            case UPDATE -> update(subject, lock);
            case PHOTO -> photo(subject, lock);
        };
    }

    private Optional<Report> report(long id, LockModeType lock) {
        return Optional.ofNullable(em.find(Report.class, id, lock)).filter(Report::isConfirmed);
    }

    private Optional<Found> update(Subject subject, LockModeType lock) {
        ReportUpdate update = em.find(ReportUpdate.class, subject.number());
        if (update == null || update.state() == UpdateState.UNCONFIRMED) {
            return Optional.empty();
        }
        return report(update.reportId(), lock).map(report -> {
            refresh(update, lock);
            return new Found(subject, report, update, null);
        });
    }

    private Optional<Found> photo(Subject subject, LockModeType lock) {
        return photos.find(subject.id())
                .flatMap(place -> report(place.reportId(), lock))
                // Again, now that nobody else can change it.
                .flatMap(report -> photos.find(subject.id()).map(place -> {
                    ReportUpdate update =
                            place.updateId() == null ? null : em.find(ReportUpdate.class, place.updateId());
                    return new Found(subject, report, update, place);
                }));
    }

    /** What was read before the lock may be old by now. */
    private void refresh(ReportUpdate update, LockModeType lock) {
        if (lock != LockModeType.NONE) {
            em.refresh(update, lock);
        }
    }

    /** Takes it off the page, or puts it back to where it may stand: a report of a private category is not for everybody. */
    void hide(Found found, boolean hidden) {
        Report report = found.report();
        ReportChanged.OnMap before = ReportChanged.OnMap.of(report);
        switch (found.subject().kind()) {
            case REPORT -> report.show(hidden ? Visibility.HIDDEN : visibility(report), clock.instant());
            case UPDATE -> found.update().hide(hidden);
            case PHOTO -> photos.hide(found.photo().photoId(), hidden);
        }
        if (found.subject().kind() != SubjectKind.UPDATE) {
            picture(found);
            tell(report, before);
        }
    }

    private Visibility visibility(Report report) {
        return privateCategories.isPrivate(report.authorityCode(), report.categoryCode())
                ? Visibility.PRIVATE
                : Visibility.PUBLIC;
    }

    /** Deletes the picture for good. */
    void delete(Found found) {
        ReportChanged.OnMap before = ReportChanged.OnMap.of(found.report());
        photos.delete(found.photo().photoId());
        picture(found);
        tell(found.report(), before);
    }

    /** What stands for the report in lists is its first picture that everybody may see. */
    private void picture(Found found) {
        PhotoPlace photo = found.photo();
        if (photo != null && photo.updateId() == null) {
            String first = photos.firstVisible(found.report().id()).orElse(null);
            if (!Objects.equals(first, found.report().thumbnail())) {
                found.report().showThumbnail(first);
            }
        }
    }

    /** The map counts anew and its tiles are made anew, also when only the picture on them has changed. */
    void tell(Report report, ReportChanged.OnMap before) {
        changed.fire(new ReportChanged(report.id(), before, ReportChanged.OnMap.of(report)));
    }
}
