package se.fixamingata.moderation;

import se.fixamingata.photo.PhotoPlace;
import se.fixamingata.report.Report;
import se.fixamingata.report.Visibility;
import se.fixamingata.update.ReportUpdate;
import se.fixamingata.update.UpdateState;

/**
 * Something on a report's page, with what it belongs to.
 *
 * @param update null unless it is an update, or a photo of one
 * @param photo null unless it is a photo
 * @param version of the report when it was found
 */
record Found(Subject subject, Report report, ReportUpdate update, PhotoPlace photo, int version) {

    Found(Subject subject, Report report, ReportUpdate update, PhotoPlace photo) {
        this(subject, report, update, photo, report.version());
    }

    /** Whether whoever wrote it has said that their name may stand on the page. */
    boolean allowsName() {
        return update == null ? report.reporter().allowsName() : update.allowsName();
    }

    /** Whether everybody sees it. */
    boolean isPublic() {
        return report.isListed()
                && (update == null || update.state() == UpdateState.PUBLISHED)
                && (photo == null || !photo.hidden());
    }

    /** Whether it is hidden itself, and nothing else keeps it from everybody. */
    boolean isHiddenAlone() {
        return switch (subject.kind()) {
            case REPORT -> report.isConfirmed() && report.visibility() == Visibility.HIDDEN;
            case UPDATE -> report.isListed() && update.state() == UpdateState.HIDDEN;
            case PHOTO ->
                report.isListed() && (update == null || update.state() == UpdateState.PUBLISHED) && photo.hidden();
        };
    }

    /** Whether it is hidden itself. */
    boolean isHidden() {
        return switch (subject.kind()) {
            case REPORT -> report.visibility() == Visibility.HIDDEN;
            case UPDATE -> update.state() == UpdateState.HIDDEN;
            case PHOTO -> photo.hidden();
        };
    }
}
