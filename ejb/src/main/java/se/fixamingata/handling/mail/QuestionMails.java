package se.fixamingata.handling.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import se.fixamingata.mail.ReportReading;
import se.fixamingata.notification.MailContent;
import se.fixamingata.notification.MailTask;
import se.fixamingata.notification.Notification;
import se.fixamingata.notification.NotificationKind;
import se.fixamingata.report.HistoryEntry;
import se.fixamingata.report.Report;
import se.fixamingata.reporter.ReporterLinks;

/** "The authority has a question": to the reporter, who answers on the report's page. */
@ApplicationScoped
public class QuestionMails implements MailContent {

    @Inject
    EntityManager em;

    @Inject
    ReportReading reading;

    @Inject
    ReporterLinks links;

    @Override
    public Set<NotificationKind> kinds() {
        return Set.of(NotificationKind.QUESTION_TO_REPORTER);
    }

    /** Nobody wants it when the reporter is forgotten, or somebody else by now. */
    @Override
    public Optional<MailTask> prepare(Notification notification) {
        Report report = em.find(Report.class, notification.reportId());
        HistoryEntry asked = em.find(HistoryEntry.class, notification.subjectId());
        if (report == null
                || asked == null
                || report.reporter().isForgotten()
                || !report.reporter().email().equals(notification.recipient())) {
            return Optional.empty();
        }
        return reading.find(report.id(), report.authorityCode()).map(facts -> {
            Map<String, Object> values = facts.values(notification.language());
            values.put("authority", asked.actorName());
            values.put("text", asked.text());
            values.put("lines", asked.text().lines().toList());
            values.put("url", links.page(report.id()));
            return MailTask.of(notification, values, Optional.of(report));
        });
    }
}
