package se.fixamingata.moderation;

import java.time.Instant;
import java.util.List;
import se.fixamingata.photo.PhotoPlace;
import se.fixamingata.report.Actor;
import se.fixamingata.report.Report;
import se.fixamingata.report.ReportStatus;
import se.fixamingata.update.ReportUpdate;

/**
 * Something on a report's page, with all that somebody needs who is to judge it.
 *
 * @param reportVersion of the report that it belongs to, as it was read
 * @param reportTitle of the report that it belongs to
 * @param author who wrote it
 * @param words as they stand there; null for a photo
 * @param allowsName whether who wrote it has said that the name may be shown
 * @param photoId null unless it is a photo
 * @param updateId the update that it is, or that the photo belongs to; null for what is the report's own
 * @param at when it was written
 * @param hidden whether it is off the page
 * @param abuse what readers have reported about it
 * @param originals what stood there before, oldest first
 */
public record ModerationItem(
        Subject subject,
        long reportId,
        int reportVersion,
        String reportTitle,
        String authorityCode,
        String categoryCode,
        ReportStatus status,
        Actor author,
        Wording words,
        boolean allowsName,
        String photoId,
        Long updateId,
        Instant at,
        boolean hidden,
        AbuseSummary abuse,
        List<OriginalView> originals) {

    public ModerationItem {
        originals = List.copyOf(originals);
    }

    static ModerationItem of(Found found, AbuseSummary abuse, List<OriginalView> originals) {
        Report report = found.report();
        ReportUpdate update = found.update();
        PhotoPlace photo = found.photo();
        return new ModerationItem(
                found.subject(),
                report.id(),
                report.version(),
                report.title(),
                report.authorityCode(),
                report.categoryCode(),
                report.status(),
                update == null ? Actor.REPORTER : update.author(),
                photo == null ? Wording.of(found) : null,
                found.allowsName(),
                photo == null ? null : photo.photoId(),
                update == null ? null : update.id(),
                photo != null ? photo.uploadedAt() : update == null ? report.confirmedAt() : update.createdAt(),
                found.isHidden(),
                abuse,
                originals);
    }

    /** Whether there are words that can be changed. */
    public boolean worded() {
        return words != null;
    }

    /** Whether the name's button does anything: it can be hidden, or shown again. */
    public boolean switchable() {
        return named() && (words.showName() || allowsName);
    }

    /** Key of the words that say how it stands with the name. */
    public String nameState() {
        return "granskning.name." + (words.showName() ? "shown" : allowsName ? "hidden" : "refused");
    }

    /** Whether there is a name. */
    public boolean named() {
        return words != null && words.name() != null;
    }

    /** Whether a moderator's words stand there. */
    public boolean edited() {
        return !originals.isEmpty();
    }
}
