package se.fixamingata.batch.retention;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import se.fixamingata.incomingmail.MailRetention;
import se.fixamingata.jobs.JobRuns;
import se.fixamingata.jobs.watch.WatchSettings;
import se.fixamingata.retention.Retention;

/** One portion, one transaction. A batchlet has none of its own, and one for everything would be too long. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class RetentionPortions {

    @Inject
    Retention retention;

    @Inject
    MailRetention mailRetention;

    @Inject
    JobRuns runs;

    @Inject
    WatchSettings watching;

    @Inject
    Clock clock;

    public int jobRuns(int limit) {
        return runs.forget(clock.instant().minus(watching.kept()), limit);
    }

    public int drafts(int limit) {
        return retention.deleteExpiredDrafts(limit);
    }

    public int comments(int limit) {
        return retention.deleteUnconfirmedComments(limit);
    }

    public int links(int limit) {
        return retention.deleteExpiredLinks(limit);
    }

    public int signIns(int limit) {
        return retention.deleteSignInLeftovers(limit);
    }

    public int mails(int limit) {
        return mailRetention.deleteSettled(limit);
    }

    public int subscriptions(int limit) {
        return retention.deleteOldSubscriptions(limit);
    }
}
