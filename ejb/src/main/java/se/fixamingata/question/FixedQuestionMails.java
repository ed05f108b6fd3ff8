package se.fixamingata.question;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import se.fixamingata.mail.ReportReading;
import se.fixamingata.notification.MailContent;
import se.fixamingata.notification.MailTask;
import se.fixamingata.notification.Notification;
import se.fixamingata.notification.NotificationKind;
import se.fixamingata.report.Report;
import se.fixamingata.report.ReportStatus;
import se.fixamingata.report.StatusGroup;
import se.fixamingata.report.Visibility;
import se.fixamingata.reporter.ReporterLinks;
import se.fixamingata.subscription.QuestionStops;

/** "Is it fixed?", to its reporter. */
@ApplicationScoped
public class FixedQuestionMails implements MailContent {

    @Inject
    EntityManager em;

    @Inject
    ReportReading reading;

    @Inject
    ReporterLinks links;

    @Inject
    QuestionStops stops;

    /** For the container. */
    public FixedQuestionMails() {}

    /** For tests. */
    FixedQuestionMails(EntityManager em, ReportReading reading, ReporterLinks links, QuestionStops stops) {
        this.em = em;
        this.reading = reading;
        this.links = links;
        this.stops = stops;
    }

    @Override
    public Set<NotificationKind> kinds() {
        return EnumSet.of(NotificationKind.FIXED_QUESTION);
    }

    /** Nobody wants it when the report is something else by now, its reporter is forgotten, or does not want to be asked. */
    @Override
    public Optional<MailTask> prepare(Notification notification) {
        Report report = em.find(Report.class, notification.reportId());
        QuestionCause cause = QuestionCause.of(notification.subjectId());
        if (report == null
                || !isWanted(report, cause)
                || !notification.recipient().equals(report.reporter().email())
                || stops.isStopped(notification.recipient())) {
            return Optional.empty();
        }
        return reading.find(report.id(), report.authorityCode()).map(facts -> {
            Map<String, Object> values = facts.values(notification.language());
            String end = stops.link(report.id());
            values.put("fixed", cause == QuestionCause.FIXED);
            values.put(
                    "question",
                    cause == QuestionCause.FIXED ? links.question(report.id()) : links.questionWhileOpen(report.id()));
            values.put("questionDays", links.questionLifetime().toDays());
            values.put("unsubscribe", end);
            return MailTask.of(notification, values, Optional.empty()).endedBy(end);
        });
    }

    private static boolean isWanted(Report report, QuestionCause cause) {
        boolean asThen = cause == QuestionCause.FIXED
                ? report.status() == ReportStatus.FIXED
                : report.status().group() == StatusGroup.OPEN;
        return asThen
                && report.visibility() != Visibility.HIDDEN
                && !report.reporter().isForgotten();
    }
}
