package se.fixamingata.retention;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import se.fixamingata.shared.PageMark;

/**
 * A portion of a night, in one transaction: locks those rows for which it is still so, takes them, and counts what it took. The same portion
 * twice takes nothing the second time.
 */
@Stateless
@PermitAll
public class RetentionWork {

    @Inject
    EntityManager em;

    @Inject
    DueRows due;

    @Inject
    Anonymisation anonymisation;

    @Inject
    UnusedAccounts accounts;

    @Inject
    RetentionTally tally;

    @Inject
    Clock clock;

    /** For the container. */
    public RetentionWork() {}

    /** For tests. */
    public RetentionWork(
            EntityManager em,
            DueRows due,
            Anonymisation anonymisation,
            UnusedAccounts accounts,
            RetentionTally tally,
            Clock clock) {
        this.em = em;
        this.due = due;
        this.anonymisation = anonymisation;
        this.accounts = accounts;
        this.tally = tally;
        this.clock = clock;
    }

    /** The night of that midnight; of the last one when somebody gives one that is still to come. */
    public RetentionNight night(Instant cutOff) {
        return new RetentionNight(cutOff, clock.instant());
    }

    /** As {@link DueRows#next}. */
    public List<PageMark> next(RetentionRule rule, RetentionNight night, PageMark after, int most) {
        return due.next(rule, night, after, most);
    }

    /** How many that rule would take, for the job's progress. */
    public long count(RetentionRule rule, RetentionNight night) {
        return due.count(rule, night, Integer.MAX_VALUE);
    }

    /**
     * Takes them, as far as it is still so.
     *
     * @return how many
     */
    public int take(RetentionRule rule, RetentionNight night, Collection<Long> ids) {
        em.flush();
        List<Long> still = due.lock(rule, night, ids);
        switch (rule) {
            case REPORT -> anonymisation.reports(still, night);
            case COMMENT -> anonymisation.comments(still, night);
            case ACCOUNT_WARNING -> accounts.warn(still);
            case ACCOUNT -> accounts.erase(still);
            case SENT_MAIL, UNKNOWN_MAIL, ATTEMPT, INVITATION -> delete(rule, still);
            default -> throw new IllegalArgumentException("Another job's: " + rule.code());
        }
        tally.add(rule, night, still);
        return still.size();
    }

    /** One row, in a transaction of its own: it does not take others along when it cannot go. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public int takeOne(RetentionRule rule, RetentionNight night, long id) {
        return take(rule, night, List.of(id));
    }

    /** When the night is over. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public int prove() {
        return tally.prove();
    }

    private void delete(RetentionRule rule, Collection<Long> ids) {
        if (!ids.isEmpty()) {
            em.createNativeQuery("delete from " + rule.table() + " where id in (" + DueRows.list(ids) + ")")
                    .executeUpdate();
        }
    }
}
