package se.fixamingata.batch.retention;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.function.IntUnaryOperator;

/** Deletes expired drafts, links and sessions, and subscriptions that nobody wants, in portions; started again, it simply finds what is left. */
@Named
@Dependent
public class ExpiredLeftovers extends AbstractBatchlet {

    private static final System.Logger LOG = System.getLogger(ExpiredLeftovers.class.getName());
    private static final int PORTION = 200;

    @Inject
    RetentionPortions portions;

    private volatile boolean stopped;

    @Override
    public String process() {
        int drafts = all(portions::drafts);
        int comments = all(portions::comments);
        int links = all(portions::links);
        int subscriptions = all(portions::subscriptions);
        all(portions::signIns);
        all(portions::mails);
        all(portions::jobRuns);
        LOG.log(
                System.Logger.Level.INFO,
                "{0} expired drafts, {1} unconfirmed comments, {2} expired links and {3} old subscriptions deleted",
                drafts,
                comments,
                links,
                subscriptions);
        return "COMPLETED";
    }

    private int all(IntUnaryOperator portion) {
        int total = 0;
        int deleted = PORTION;
        while (deleted == PORTION && !stopped) {
            deleted = portion.applyAsInt(PORTION);
            total += deleted;
        }
        return total;
    }

    @Override
    public void stop() {
        stopped = true;
    }
}
