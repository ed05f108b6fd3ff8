package se.fixamingata.comment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import se.fixamingata.notification.NotificationKind;
import se.fixamingata.notification.Notifications;
import se.fixamingata.report.Actor;
import se.fixamingata.report.Report;
import se.fixamingata.shared.Language;
import se.fixamingata.update.ReportUpdate;
import se.fixamingata.update.UpdatePublished;

/** Who is told that a resident has written: the reporter, the followers, the authority; never the writer. */
@ApplicationScoped
public class CommentMailPlanner {

    @Inject
    EntityManager em;

    @Inject
    Notifications notifications;

    @Inject
    AuthorityMailbox mailbox;

    @Inject
    @Any
    Instance<AuthorityUpdates> containerWays;

    private List<AuthorityUpdates> testWays;

    /** For the container. */
    public CommentMailPlanner() {}

    /** For tests. */
    CommentMailPlanner(EntityManager em, Notifications notifications, AuthorityMailbox mailbox) {
        this.em = em;
        this.notifications = notifications;
        this.mailbox = mailbox;
        this.testWays = List.of();
    }

    /** In the transaction that publishes it. What the authority writes is told by whoever handles reports. */
    void published(@Observes UpdatePublished event) {
        ReportUpdate update = em.find(ReportUpdate.class, event.updateId());
        if (update.author() == Actor.AUTHORITY) {
            return;
        }
        Report report = em.find(Report.class, event.reportId());
        List<String> told = new ArrayList<>();
        if (update.email() != null) {
            told.add(update.email());
        }
        if (!report.reporter().isForgotten()) {
            String reporter = report.reporter().email();
            if (update.author() != Actor.REPORTER && !reporter.equalsIgnoreCase(update.email())) {
                notifications.plan(
                        NotificationKind.REPORT_COMMENTED, report.id(), event.historyId(), reporter, report.language());
            }
            told.add(reporter);
        }
        if (report.isListed()) {
            notifications.planForFollowers(NotificationKind.REPORT_COMMENTED, report.id(), event.historyId(), told);
        }
        if (!mailbox.isRefusing(report) && !mailbox.isFetching(report) && !goesElsewhere(update, report)) {
            notifications.plan(
                    NotificationKind.UPDATE_TO_AUTHORITY,
                    report.id(),
                    event.historyId(),
                    mailbox.of(report).orElse(null),
                    Language.SV);
        }
    }

    private boolean goesElsewhere(ReportUpdate update, Report report) {
        Iterable<AuthorityUpdates> ways = testWays == null ? containerWays : testWays;
        return StreamSupport.stream(ways.spliterator(), false).anyMatch(way -> way.take(update, report));
    }
}
