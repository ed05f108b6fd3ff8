package se.fixamingata.operatordesk;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.fixamingata.account.Caller;
import se.fixamingata.account.Permissions;
import se.fixamingata.audit.AuditTrail;
import se.fixamingata.notification.MailRescue;
import se.fixamingata.notification.NotificationKind;
import se.fixamingata.notification.NotificationState;
import se.fixamingata.shared.EmailAddress;
import se.fixamingata.shared.PageMark;
import se.fixamingata.shared.SqlTime;

/** The mails to people, for the operator: what waits, what was given up and why, what has left. A page at a time, along an index. */
@Stateless
@PermitAll
public class MailLog {

    /** Lines of one page. */
    public static final int PAGE = 50;

    /** More are not counted. */
    public static final int COUNTED = 1000;

    private static final String SELECT = "select n.id, n.report_id, n.kind, n.recipient, n.state, n.attempts, "
            + SqlTime.micros("n.created_at") + ", " + SqlTime.micros("n.next_attempt_at") + ", "
            + SqlTime.micros("n.sent_at") + ", n.last_error from notification n ";

    @Inject
    EntityManager em;

    @Inject
    MailRescue rescue;

    @Inject
    AuditTrail audit;

    /** For the container. */
    public MailLog() {}

    /** For tests. */
    MailLog(EntityManager em, MailRescue rescue, AuditTrail audit) {
        this.em = em;
        this.rescue = rescue;
        this.audit = audit;
    }

    /**
     * The newest first.
     *
     * @param kind null for every kind
     * @param after where the page before ended; null for the first
     * @return one more than {@link #PAGE} when there is another page
     */
    public List<MailLine> page(Caller caller, MailFilter filter, NotificationKind kind, PageMark after) {
        Permissions.requireOperator(caller);
        Query query = em.createNativeQuery(select(kind, after))
                .setParameter(1, filter.state().name());
        if (kind != null) {
            query.setParameter(4, kind.name());
        }
        if (after != null) {
            query.setParameter(2, SqlTime.text(after.at())).setParameter(3, after.id());
        }
        return lines(query);
    }

    static String select(NotificationKind kind, PageMark after) {
        return SELECT + "where n.state = ?1" + (kind == null ? "" : " and n.kind = ?4")
                + (after == null ? "" : " and n.next_attempt_at <= ?2 and (n.next_attempt_at < ?2 or n.id < ?3)")
                + " order by n.next_attempt_at desc, n.id desc limit " + (PAGE + 1);
    }

    /**
     * The newest mails to that address, in whatever state; at most {@link #PAGE}.
     *
     * @return empty when the text is no address
     */
    public Optional<List<MailLine>> of(Caller caller, String typed) {
        Permissions.requireOperator(caller);
        return EmailAddress.parse(typed)
                .map(address -> lines(em.createNativeQuery(
                                SELECT + "where n.recipient = ?1 order by n.created_at desc, n.id desc limit " + PAGE)
                        .setParameter(1, address.text())));
    }

    /** How many wait or were given up, up to {@link #COUNTED}; what was sent is not counted. */
    public Map<MailFilter, Long> counts(Caller caller) {
        Permissions.requireOperator(caller);
        Map<MailFilter, Long> counts = new EnumMap<>(MailFilter.class);
        for (MailFilter filter : List.of(MailFilter.FAILED, MailFilter.WAITING, MailFilter.HOMELESS)) {
            counts.put(
                    filter,
                    ((Number) em.createNativeQuery("select count(*) from (select 1 from notification where state = ?1"
                                            + " limit " + COUNTED + ") n")
                                    .setParameter(1, filter.state().name())
                                    .getSingleResult())
                            .longValue());
        }
        return counts;
    }

    /** Has it written anew and sent. @return false when there is nothing to send again, or somebody else was quicker */
    public boolean sendAgain(Caller caller, long id) {
        Permissions.requireOperator(caller);
        boolean going = rescue.sendAgain(id);
        if (going) {
            audit.record(caller.accountId(), null, "letter.sent-again", "letter:" + id, null, null);
        }
        return going;
    }

    private static List<MailLine> lines(Query query) {
        return ((List<?>) query.getResultList())
                .stream().map(row -> line((Object[]) row)).toList();
    }

    private static MailLine line(Object[] row) {
        return new MailLine(
                ((Number) row[0]).longValue(),
                row[1] == null ? null : ((Number) row[1]).longValue(),
                NotificationKind.valueOf((String) row[2]),
                (String) row[3],
                NotificationState.valueOf((String) row[4]),
                ((Number) row[5]).intValue(),
                SqlTime.instant(row[6]),
                SqlTime.instant(row[7]),
                SqlTime.instant(row[8]),
                (String) row[9]);
    }
}
