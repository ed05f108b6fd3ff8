package se.fixamingata.bulk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import se.fixamingata.handling.mail.StatusWords;
import se.fixamingata.mail.MessageIds;
import se.fixamingata.municipality.Authorities;
import se.fixamingata.municipality.Authority;
import se.fixamingata.notification.MailContent;
import se.fixamingata.notification.MailTask;
import se.fixamingata.notification.Notification;
import se.fixamingata.notification.NotificationKind;
import se.fixamingata.report.Report;
import se.fixamingata.report.ReportStatus;
import se.fixamingata.reporter.ReporterLinks;
import se.fixamingata.sending.SendingDue;
import se.fixamingata.settings.ServiceSettings;
import se.fixamingata.shared.Language;
import se.fixamingata.shared.SqlTime;

/**
 * One mail to each reporter (product.md, P14): whoever has several reports in one change is told of all of them at its end, when it is
 * known which were changed. Whoever has one is told at once, as of any answer.
 */
@ApplicationScoped
public class BulkMails implements MailContent {

    /** Reports that a mail names; the rest it counts. */
    static final int NAMED = 50;

    /** Every row takes the first number of a block of its own. */
    private static final String PLAN =
            """
            insert into notification (id, report_id, subject_id, kind, recipient, language, state, attempts, unknowns,
                                      created_at, next_attempt_at, message_id, version)
            select next value for inner_number, null, ?1, 'REPORTS_ANSWERED', person.email, person.language, 'DUE', 0, 0,
                   ?2, ?2, concat('<', uuid(), '@', ?3, '>'), 1
              from (select r.reporter_email as email, max(r.language) as language
                      from bulk_change_report b
                      join report r on r.id = b.report_id and r.reporter_email is not null
                     where b.bulk_id = ?1 and b.together and b.state = 'CHANGED'
                     group by r.reporter_email) as person""";

    private static final String THEIRS =
            """
            select r.id from bulk_change_report b join report r on r.id = b.report_id
             where b.bulk_id = ?1 and b.together and b.state = 'CHANGED' and r.reporter_email = ?2
               and r.visibility <> 'HIDDEN'
             order by r.id""";

    @Inject
    EntityManager em;

    @Inject
    Authorities authorities;

    @Inject
    ReporterLinks links;

    @Inject
    ServiceSettings service;

    @Inject
    MessageIds messageIds;

    @Inject
    Event<SendingDue> due;

    @Inject
    Clock clock;

    /** The change has ended, in this transaction: tells those who have not been told yet. */
    void plan(long bulkId) {
        em.flush();
        int planned = em.createNativeQuery(PLAN)
                .setParameter(1, bulkId)
                .setParameter(2, SqlTime.text(clock.instant()))
                .setParameter(3, messageIds.host())
                .executeUpdate();
        if (planned > 0) {
            due.fire(new SendingDue());
        }
    }

    @Override
    public Set<NotificationKind> kinds() {
        return EnumSet.of(NotificationKind.REPORTS_ANSWERED);
    }

    /** Nobody wants it whose reports are all gone, hidden, or no longer theirs. */
    @Override
    public Optional<MailTask> prepare(Notification notification) {
        BulkChange change = em.find(BulkChange.class, notification.subjectId());
        List<Long> numbers = change == null ? List.of() : theirs(change.id(), notification.recipient());
        return numbers.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        MailTask.of(notification, values(change, numbers, notification.language()), Optional.empty()));
    }

    @SuppressWarnings("unchecked")
    private List<Long> theirs(long bulkId, String email) {
        List<Number> found = em.createNativeQuery(THEIRS)
                .setParameter(1, bulkId)
                .setParameter(2, email)
                .getResultList();
        return found.stream().map(Number::longValue).toList();
    }

    private Map<String, Object> values(BulkChange change, List<Long> numbers, Language language) {
        List<Report> named = em.createQuery("select r from Report r where r.id in :ids order by r.id", Report.class)
                .setParameter("ids", numbers.subList(0, Math.min(NAMED, numbers.size())))
                .getResultList();
        boolean fixed = change.status() == ReportStatus.FIXED;
        Map<String, Object> values = new HashMap<>();
        values.put(
                "authority",
                authorities.find(change.authorityCode()).map(Authority::name).orElseThrow());
        values.put("statusNow", StatusWords.of(change.status(), language));
        values.put("fixed", fixed);
        values.put("text", change.text());
        values.put("lines", change.text().lines().toList());
        values.put("count", numbers.size());
        values.put("many", numbers.size() > 1);
        values.put("more", numbers.size() > named.size() ? numbers.size() - named.size() : "");
        values.put("reports", named.stream().map(report -> told(report, fixed)).toList());
        values.put("questionDays", links.questionLifetime().toDays());
        values.put("home", service.publicUrl());
        return values;
    }

    /** The question is asked only as long as it is one. */
    private Map<String, Object> told(Report report, boolean fixed) {
        return Map.of(
                "number",
                report.id(),
                "title",
                report.title(),
                "address",
                report.address() == null ? "" : report.address(),
                "page",
                links.page(report.id()),
                "question",
                fixed && report.status() == ReportStatus.FIXED ? links.question(report.id()) : "");
    }
}
