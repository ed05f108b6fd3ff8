package se.fixamingata.retention;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.fixamingata.account.Caller;
import se.fixamingata.account.Permissions;
import se.fixamingata.audit.AuditTrail;
import se.fixamingata.jobs.timetable.CronTime;
import se.fixamingata.jobs.timetable.Timetable;
import se.fixamingata.shared.PageMark;

/** What the operator sees of the coming night before it comes: by the very questions that the jobs ask. */
@Stateless
@PermitAll
public class RetentionDesk {

    /** Rows in a file. */
    public static final int MOST_IN_FILE = 100_000;

    /** Rows at a time. */
    public static final int PORTION = 1_000;

    /** Counting ends here: what is more is more. */
    public static final int COUNTED = 10_000;

    private static final String JOB = "retention";

    @Inject
    DueRows due;

    @Inject
    RetentionPeriods periods;

    @Inject
    RetentionTally tally;

    @Inject
    Timetable timetable;

    @Inject
    AuditTrail audit;

    @Inject
    Clock clock;

    /** For the container. */
    public RetentionDesk() {}

    /** For tests. */
    public RetentionDesk(
            DueRows due,
            RetentionPeriods periods,
            RetentionTally tally,
            Timetable timetable,
            AuditTrail audit,
            Clock clock) {
        this.due = due;
        this.periods = periods;
        this.tally = tally;
        this.timetable = timetable;
        this.audit = audit;
        this.clock = clock;
    }

    /** All rules, and what they would take. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public RetentionOutlook outlook(Caller caller) {
        Permissions.requireOperator(caller);
        RetentionNight night = night();
        Map<RetentionRule, RetentionTally.Taken> last = tally.last();
        List<RuleLine> lines = Arrays.stream(RetentionRule.values())
                .map(rule -> new RuleLine(rule, periods.of(rule), due.count(rule, night, COUNTED + 1), last.get(rule)))
                .toList();
        return new RetentionOutlook(next().orElse(null), lines, due.delayed(night));
    }

    /**
     * What one rule would take, oldest first: number and moment, nothing about anybody.
     *
     * @param after where the portion before ended; null for the beginning
     * @param most never more than {@link #PORTION}
     */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public List<PageMark> rows(Caller caller, RetentionRule rule, PageMark after, int most) {
        Permissions.requireOperator(caller);
        return due.next(rule, night(), after, Math.min(most, PORTION));
    }

    /** Remembers that somebody takes the list along in a file. */
    public void take(Caller caller, RetentionRule rule) {
        Permissions.requireOperator(caller);
        audit.record(caller.accountId(), null, "retention.exported", "retention:" + rule.code(), null, null);
    }

    /** The next night that the job runs; when it runs only by hand, the coming one. */
    private RetentionNight night() {
        Instant at = next().orElseGet(() ->
                CronTime.parse("10 4 * *").nextAfter(clock.instant()).orElseThrow());
        return new RetentionNight(at, at);
    }

    private Optional<Instant> next() {
        return timetable.find(JOB).flatMap(entry -> entry.when()).flatMap(when -> when.nextAfter(clock.instant()));
    }
}
