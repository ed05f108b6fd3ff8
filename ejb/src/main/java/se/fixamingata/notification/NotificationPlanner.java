package se.fixamingata.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import se.fixamingata.delivery.ReportDelivered;
import se.fixamingata.report.Report;
import se.fixamingata.report.ReportConfirmed;
import se.fixamingata.report.ReportSubmitted;

/** Which event gives which mail to the reporter. Writes rows in the transaction of the event. */
@ApplicationScoped
public class NotificationPlanner {

    @Inject
    EntityManager em;

    private final Notifications notifications;

    /** For the container's proxies. */
    protected NotificationPlanner() {
        this(null);
    }

    @Inject
    NotificationPlanner(Notifications notifications) {
        this.notifications = notifications;
    }

    void submitted(@Observes ReportSubmitted event) {
        plan(NotificationKind.CONFIRM_REPORT, event.reportId());
    }

    void confirmed(@Observes ReportConfirmed event) {
        plan(NotificationKind.REPORT_RECEIVED, event.reportId());
    }

    void delivered(@Observes ReportDelivered event) {
        plan(NotificationKind.REPORT_SENT, event.reportId());
    }

    private void plan(NotificationKind kind, long reportId) {
        Report report = em.find(Report.class, reportId);
        if (report.reporter().isForgotten()) {
            return;
        }
        notifications.plan(kind, reportId, report.reporter().email(), report.language());
    }
}
