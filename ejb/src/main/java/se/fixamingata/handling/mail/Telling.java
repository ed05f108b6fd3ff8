package se.fixamingata.handling.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import se.fixamingata.notification.NotificationKind;
import se.fixamingata.notification.Notifications;
import se.fixamingata.report.Report;

/** Plans the mails that follow from an authority's work, in its transaction. */
@ApplicationScoped
public class Telling {

    private static final String FOLLOWERS =
            """
            select count(*) from report r join subscription s on s.report_id = r.id and s.state = 'ACTIVE'
             where r.id = ?1 and r.listed and not (s.email <=> r.reporter_email)""";

    @Inject
    EntityManager em;

    @Inject
    Notifications notifications;

    /** For the container. */
    public Telling() {}

    /** For tests. */
    public Telling(EntityManager em, Notifications notifications) {
        this.em = em;
        this.notifications = notifications;
    }

    /**
     * The authority has said something in public: the reporter is told unless forgotten, and every follower, among them those of the
     * report's duplicates. Two statements however many they are. Who follows a report that is no longer for everybody is not told.
     *
     * @param historyId the entry that tells of it; written
     */
    public void answered(Report report, long historyId) {
        toReporter(NotificationKind.REPORT_ANSWERED, report, historyId);
        toFollowers(report, historyId);
    }

    /** As {@link #answered}, but only the followers: whoever calls tells the reporter. */
    public void toFollowers(Report report, long historyId) {
        if (report.isListed()) {
            notifications.planForFollowers(
                    NotificationKind.FOLLOWED_REPORT_ANSWERED, report.id(), historyId, reporter(report));
        }
    }

    private static List<String> reporter(Report report) {
        return report.reporter().isForgotten()
                ? List.of()
                : List.of(report.reporter().email());
    }

    /** The authority asks the reporter something. */
    public void asked(Report report, long historyId) {
        toReporter(NotificationKind.QUESTION_TO_REPORTER, report, historyId);
    }

    private void toReporter(NotificationKind kind, Report report, long historyId) {
        if (!report.reporter().isForgotten()) {
            notifications.plan(kind, report.id(), historyId, report.reporter().email(), report.language());
        }
    }

    /** How many followers an answer would reach now. */
    public long followers(long reportId) {
        return ((Number) em.createNativeQuery(FOLLOWERS)
                        .setParameter(1, reportId)
                        .getSingleResult())
                .longValue();
    }
}
