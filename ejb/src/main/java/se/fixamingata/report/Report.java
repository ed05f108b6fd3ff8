package se.fixamingata.report;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import se.fixamingata.position.MapCell;
import se.fixamingata.position.Position;
import se.fixamingata.shared.DomainException;
import se.fixamingata.shared.Language;

/**
 * A fault that somebody has seen at a place: the one thing this product is about.
 *
 * <p>A report knows two public bodies. The <em>municipality</em> is where the place lies, and never changes unless the place does; the
 * <em>authority</em> is who is to mend it: most often that same municipality, for state roads Trafikverket, and somebody else again
 * after a hand-over. Rights and inboxes follow the authority, statistics know both.
 *
 * <p>It begins unconfirmed and unseen. Once the reporter has shown that the address is theirs ({@link #confirm}) it is public at
 * {@code /rapport/{id}} and stays so, whatever becomes of it; from then on its status moves only along {@link ReportStatus}.
 * A report is always in exactly one {@link MapCell}; {@code listed} says whether the map and the lists may count it, so every change
 * of position, status, category or visibility goes through this class and is told to the map in the same transaction.
 */
@Entity
@Table(name = "report")
public class Report extends ReportRecord {

    protected Report() {}

    /**
     * What a resident has sent: complete, valid, and not yet anybody's business but theirs.
     *
     * @param place where, in which municipality, and whose business that is there
     * @param content what is wrong
     * @param language the language in which the reporter wants to be written to
     * @param now the moment of sending
     * @throws IllegalArgumentException when title or description are too short or too long
     */
    public static Report submit(
            ReportPlace place,
            ReportContent content,
            Reporter reporter,
            Language language,
            Source source,
            Instant now) {
        Report report = new Report();
        report.municipalityCode = place.municipalityCode();
        report.authorityCode = place.authorityCode();
        report.position = place.position();
        report.cell = MapCell.at(place.position(), MapCell.FINEST).number();
        report.address = place.address();
        report.categoryCode = content.categoryCode();
        report.title = content.title();
        report.description = content.description();
        report.reporter = Objects.requireNonNull(reporter, "A report has a reporter");
        report.language = language.code();
        report.source = source;
        report.status = ReportStatus.UNCONFIRMED;
        report.visibility = Visibility.PUBLIC;
        report.submittedAt = now;
        report.changedAt = now;
        return report;
    }

    /**
     * The reporter has shown that the address is theirs: from now on everybody can read this.
     *
     * @return the entry for the history
     * @throws DomainException when it has been confirmed before
     */
    public HistoryEntry confirm(Instant now) {
        move(ReportStatus.REPORTED, now);
        confirmedAt = now;
        listed = visibility == Visibility.PUBLIC;
        return HistoryEntry.confirmed(id, now).atVersion(version);
    }

    /**
     * Moves the report along the legal table.
     *
     * @return the entry for the history
     * @throws DomainException with key {@code report.status.illegal} when the table does not allow it, {@code report.status.text} when
     *     the closing lacks its reason, {@code report.status.merge} when it makes or unmakes a duplicate, which is done by merging
     */
    public HistoryEntry changeStatus(ReportStatus next, Actor actor, String actorName, String text, Instant now) {
        if (next.needsText() && (text == null || text.isBlank())) {
            throw new DomainException("report.status.text");
        }
        if (status == ReportStatus.DUPLICATE || (next == ReportStatus.DUPLICATE && duplicateOf == null)) {
            throw new DomainException("report.status.merge");
        }
        ReportStatus before = status;
        move(next, now);
        return HistoryEntry.status(id, now, before, next, actor, actorName, text)
                .atVersion(version);
    }

    /**
     * Closes the report as the same fault as another one, which it follows from then on.
     *
     * @param main number of the other report
     * @return the entry for the history
     * @throws DomainException as {@link #changeStatus}
     * @throws IllegalArgumentException when the other one is this one
     */
    public HistoryEntry becomeDuplicateOf(long main, Actor actor, String actorName, String text, Instant now) {
        if (id != null && id == main) {
            throw new IllegalArgumentException("A report is no duplicate of itself: " + main);
        }
        duplicateOf = main;
        return changeStatus(ReportStatus.DUPLICATE, actor, actorName, text, now);
    }

    /**
     * The merge was a mistake: an open report of its own again.
     *
     * @return the entry for the history
     * @throws DomainException as {@link #changeStatus}, also when it is no duplicate
     */
    public HistoryEntry undoDuplicate(Actor actor, String actorName, String text, Instant now) {
        if (status != ReportStatus.DUPLICATE) {
            throw new DomainException("report.status.illegal");
        }
        HistoryEntry entry = reopen(actor, actorName, text, now);
        duplicateOf = null;
        return entry;
    }

    private HistoryEntry reopen(Actor actor, String actorName, String text, Instant now) {
        ReportStatus before = status;
        move(ReportStatus.REPORTED, now);
        return HistoryEntry.status(id, now, before, ReportStatus.REPORTED, actor, actorName, text)
                .atVersion(version);
    }

    /** Another category, which may be private: then strangers see the report no longer. */
    public void categorise(String code, boolean isPrivate, Instant now) {
        categoryCode = code;
        keepPrivate(isPrivate);
        changedAt = now;
    }

    /** The place was pointed out wrongly. Who is responsible stays: that is changed by handing over. */
    public void moveTo(Position place, String municipality, String nearestAddress, Instant now) {
        position = place;
        cell = MapCell.at(place, MapCell.FINEST).number();
        municipalityCode = municipality;
        address = nearestAddress;
        changedAt = now;
    }

    /** Somebody else is responsible, and starts afresh. */
    public void handOver(String authority, Instant now) {
        authorityCode = authority;
        caseFile.handOver();
        changedAt = now;
    }

    /** Private or public, unless a moderator has hidden it. What was sent in confidence, and never was public, never becomes so. */
    public void keepPrivate(boolean isPrivate) {
        confidential |= isPrivate && !listed;
        if (visibility != Visibility.HIDDEN) {
            become(isPrivate ? Visibility.PRIVATE : Visibility.PUBLIC);
        }
    }

    /**
     * A moderator hides it or shows it again; what was sent in confidence is then private, not public. Showing it again is a change: whoever
     * keeps a copy by asking what has changed lost it when it was hidden.
     */
    public void show(Visibility other, Instant now) {
        boolean back = visibility == Visibility.HIDDEN && other != Visibility.HIDDEN;
        become(other);
        if (back && isConfirmed()) {
            changedAt = now;
        }
    }

    private void become(Visibility other) {
        confidential |= other == Visibility.PRIVATE && !listed;
        visibility = confidential && other == Visibility.PUBLIC ? Visibility.PRIVATE : other;
        listed = isConfirmed() && visibility == Visibility.PUBLIC;
    }

    /** A moderator's change of the words; the original is kept elsewhere. */
    public void reword(String newTitle, String newDescription, Instant now) {
        title = newTitle;
        description = newDescription;
        changedAt = now;
    }

    /** A moderator's decision whether the name stands on the page; it never does against the reporter's word. */
    public void showReporterName(boolean shown) {
        reporter = reporter.showing(shown);
    }

    /** A moderator's change of the name; the original is kept elsewhere. */
    public void nameReporter(String name, boolean shown) {
        reporter = reporter.named(name).showing(shown);
    }

    /** Whose account it was sent with. */
    public void belongTo(long accountId) {
        reporterAccount = accountId;
    }

    /** The person is gone; the report stays. */
    public void forgetReporter() {
        reporter = Reporter.forgotten();
        reporterAccount = null;
    }

    private void move(ReportStatus next, Instant now) {
        if (!status.mayBecome(next)) {
            throw new DomainException("report.status.illegal");
        }
        status = next;
        changedAt = now;
    }

    /** The reporter mistyped the address; possible only while nothing has been confirmed. */
    public void correctEmail(String email) {
        if (status != ReportStatus.UNCONFIRMED) {
            throw new DomainException("report.confirmed.already");
        }
        reporter = reporter.at(email);
    }

    /** The photo that stands for the report in lists: the id of its first one. */
    public void showThumbnail(String photoId) {
        thumbnail = photoId;
    }
}
