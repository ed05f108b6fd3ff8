package se.fixamingata.handling.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import se.fixamingata.following.FollowLinks;
import se.fixamingata.mail.Letter;
import se.fixamingata.municipality.Authorities;
import se.fixamingata.municipality.Authority;
import se.fixamingata.notification.MailContent;
import se.fixamingata.notification.MailTask;
import se.fixamingata.notification.Notification;
import se.fixamingata.notification.NotificationKind;
import se.fixamingata.photo.Photo;
import se.fixamingata.photo.PhotoOwner;
import se.fixamingata.photo.PhotoStore;
import se.fixamingata.report.HistoryEntry;
import se.fixamingata.report.Report;
import se.fixamingata.report.ReportStatus;
import se.fixamingata.report.Visibility;
import se.fixamingata.reporter.ReporterLinks;
import se.fixamingata.update.ReportUpdate;
import se.fixamingata.update.UpdateDocuments;
import se.fixamingata.update.UpdateState;

/** "The authority has answered": to the reporter, and to each follower with the link that ends it. */
@ApplicationScoped
public class AnswerMails implements MailContent {

    /** As in the work order: many mail servers refuse more. What does not fit is linked. */
    static final int ATTACHED_BYTES = 10_000_000;

    private static final String SUBSCRIPTION =
            "select id, merged_from from subscription where report_id = ?1 and email = ?2 and state = 'ACTIVE'";

    @Inject
    EntityManager em;

    @Inject
    AnswerLetters letters;

    @Inject
    ReporterLinks reporterLinks;

    @Inject
    FollowLinks followLinks;

    @Inject
    Authorities authorities;

    @Inject
    PhotoStore photos;

    @Inject
    UpdateDocuments documents;

    @Override
    public Set<NotificationKind> kinds() {
        return EnumSet.of(NotificationKind.REPORT_ANSWERED, NotificationKind.FOLLOWED_REPORT_ANSWERED);
    }

    /** Nobody wants it when the words have been hidden since, or its recipient is no longer one. */
    @Override
    public Optional<MailTask> prepare(Notification notification) {
        Report report = em.find(Report.class, notification.reportId());
        HistoryEntry entry = em.find(HistoryEntry.class, notification.subjectId());
        if (report == null || entry == null) {
            return Optional.empty();
        }
        return said(report, entry)
                .flatMap(said -> notification.kind() == NotificationKind.REPORT_ANSWERED
                        ? toReporter(notification, report, said)
                        : toFollower(notification, report, said));
    }

    /** Empty when there is nothing left to tell. */
    private Optional<Said> said(Report report, HistoryEntry entry) {
        ReportUpdate words = entry.updateId() == null ? null : em.find(ReportUpdate.class, entry.updateId());
        boolean hidden = words != null && words.state() != UpdateState.PUBLISHED;
        if (hidden && entry.kind() == HistoryEntry.Kind.COMMENT) {
            return Optional.empty();
        }
        boolean shown = words != null && !hidden;
        return Optional.of(new Said(
                entry.kind(),
                entry.fromStatus(),
                entry.toStatus(),
                entry.actorName(),
                handedTo(entry),
                shown ? words.text() : entry.text(),
                report.caseFile().expectedOn(),
                shown
                        ? photos.of(new PhotoOwner.Update(words.id())).stream()
                                .map(Photo::id)
                                .toList()
                        : List.of(),
                shown ? documents.of(words.id()) : List.of()));
    }

    private String handedTo(HistoryEntry entry) {
        if (entry.kind() != HistoryEntry.Kind.HANDED_OVER) {
            return null;
        }
        String code = entry.detail().substring(entry.detail().indexOf('>') + 1);
        return authorities.find(code).map(Authority::name).orElse(code);
    }

    private Optional<MailTask> toReporter(Notification notification, Report report, Said said) {
        if (report.reporter().isForgotten() || !report.reporter().email().equals(notification.recipient())) {
            return Optional.empty();
        }
        return letters.values(report, said, notification.language()).map(values -> {
            values.put(
                    "url",
                    report.visibility() == Visibility.HIDDEN ? values.get("url") : reporterLinks.page(report.id()));
            if (said.to() == ReportStatus.FIXED && report.status() == ReportStatus.FIXED) {
                values.put("question", reporterLinks.question(report.id()));
            }
            return MailTask.of(notification, values, Optional.of(report)).attaching(attached(said));
        });
    }

    private Optional<MailTask> toFollower(Notification notification, Report report, Said said) {
        if (!report.isListed()) {
            return Optional.empty();
        }
        return subscription(notification).flatMap(row -> letters.values(report, said, notification.language())
                .map(values -> following(notification, report, row, values)));
    }

    private MailTask following(Notification notification, Report report, Object[] row, Map<String, Object> values) {
        String end = followLinks.unsubscribe(report.id(), ((Number) row[0]).longValue());
        values.put("unsubscribe", end);
        values.put("mergedFrom", row[1] == null ? "" : row[1]);
        return MailTask.of(notification, values, Optional.of(report)).endedBy(end);
    }

    private Optional<Object[]> subscription(Notification notification) {
        return em.createNativeQuery(SUBSCRIPTION)
                .setParameter(1, notification.reportId())
                .setParameter(2, notification.recipient())
                .getResultStream()
                .findFirst()
                .map(Object[].class::cast);
    }

    private List<Letter.Part> attached(Said said) {
        List<Letter.Part> parts = new ArrayList<>();
        long room = ATTACHED_BYTES;
        for (UpdateDocuments.Document one : said.documents()) {
            if (one.length() <= room) {
                room -= one.length();
                parts.add(new Letter.Part(one.fileName(), "application/pdf", documents.read(one.id())));
            }
        }
        return parts;
    }
}
