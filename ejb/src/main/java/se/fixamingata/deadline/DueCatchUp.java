package se.fixamingata.deadline;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import se.fixamingata.sending.ShortTransaction;

/** The working days, and then the due dates of all reports that have none; each step in a transaction of its own. */
@ApplicationScoped
public class DueCatchUp {

    private static final System.Logger LOG = System.getLogger(DueCatchUp.class.getName());

    @Inject
    WorkingDays days;

    @Inject
    DueFill fill;

    @Inject
    ShortTransaction transaction;

    /** For the container. */
    public DueCatchUp() {}

    /** Must be called without a transaction. */
    public void run() {
        transaction.call(days::fill);
        if (!transaction.call(fill::isNeeded)) {
            return;
        }
        long last = transaction.call(fill::last);
        while (last > 0) {
            long portion = last;
            last = transaction.call(() -> fill.fill(portion));
        }
        LOG.log(System.Logger.Level.INFO, "Every report has its due dates");
    }
}
