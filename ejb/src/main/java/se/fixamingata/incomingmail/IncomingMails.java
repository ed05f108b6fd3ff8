package se.fixamingata.incomingmail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import se.fixamingata.incomingmail.reading.Reply;
import se.fixamingata.shared.SqlTime;

/** The mails that came in, as they came. Every method needs a transaction. */
@ApplicationScoped
public class IncomingMails {

    private static final String KEEP =
            """
            insert ignore into incoming_mail (id, digest, received_at, raw, state, reason, next_attempt_at, attempts, version)
            values (next value for inner_number, ?1, ?2, ?3, 'RECEIVED', ?4, ?2, 0, 1)""";

    private static final String DUE =
            """
            select * from incoming_mail where state = 'RECEIVED' and next_attempt_at <= ?1
             order by received_at limit 1 for update skip locked""";

    @Inject
    EntityManager em;

    @Inject
    Clock clock;

    /** For the container. */
    public IncomingMails() {}

    /** For tests. */
    public IncomingMails(EntityManager em, Clock clock) {
        this.em = em;
        this.clock = clock;
    }

    /**
     * Keeps a mail before anything is made of it.
     *
     * @param cut whether it was longer than what is kept
     * @return whether it was not there already: a mailbox may hand the same one out again
     */
    public boolean keep(byte[] raw, boolean cut) {
        return em.createNativeQuery(KEEP)
                        .setParameter(1, digest(raw))
                        .setParameter(2, SqlTime.text(clock.instant()))
                        .setParameter(3, raw)
                        .setParameter(4, cut ? "cut" : null)
                        .executeUpdate()
                == 1;
    }

    /** The longest waiting one that nobody has looked at, locked until the transaction ends. */
    @SuppressWarnings("unchecked")
    Optional<IncomingMail> lockDue() {
        return ((List<IncomingMail>) em.createNativeQuery(DUE, IncomingMail.class)
                        .setParameter(1, SqlTime.text(clock.instant()))
                        .getResultList())
                .stream().findFirst();
    }

    /** The mail, locked until the transaction ends. */
    Optional<IncomingMail> lock(long id) {
        return Optional.ofNullable(em.find(IncomingMail.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** Its bytes, as they came. */
    byte[] raw(long id) {
        return (byte[]) em.createNativeQuery("select raw from incoming_mail where id = ?1")
                .setParameter(1, id)
                .getSingleResult();
    }

    /**
     * Whether the very letter, sent over another way, has been looked at already. One that says something else is another, whatever it
     * is called: there are programs that give all their letters one name.
     */
    boolean isThereAlready(IncomingMail mail, long reportId, Reply reply) {
        return mail.messageId() != null
                && em.createNamedQuery("IncomingMail.sameLetter", Long.class)
                                .setParameter("message", mail.messageId())
                                .setParameter("sender", mail.sender())
                                .setParameter("report", reportId)
                                .setParameter("id", mail.id())
                                .setParameter("text", IncomingMail.cut(reply.text(), IncomingMail.TEXT_MAX))
                                .setParameter(
                                        "status", reply.status().map(Enum::name).orElse(""))
                                .getSingleResult()
                        > 0;
    }

    /** How many others came about that report within that time. */
    long lately(IncomingMail mail, long reportId, Duration time) {
        return em.createNamedQuery("IncomingMail.lately", Long.class)
                .setParameter("report", reportId)
                .setParameter("since", clock.instant().minus(time))
                .setParameter("id", mail.id())
                .getSingleResult();
    }

    /** Those of them that still wait for somebody to decide will not be published. @return how many that were */
    int refuse(List<Long> ids, Long accountId) {
        return ids.isEmpty()
                ? 0
                : em.createNamedQuery("IncomingMail.refuse")
                        .setParameter("ids", ids)
                        .setParameter("now", clock.instant())
                        .setParameter("judge", accountId)
                        .executeUpdate();
    }

    /** Whether the report is that authority's. Reads past the report itself, which whoever publishes wants to lock unread. */
    boolean isOf(long reportId, String authorityCode) {
        return !em.createNativeQuery("select 1 from report where id = ?1 and authority_code = ?2")
                .setParameter(1, reportId)
                .setParameter(2, authorityCode)
                .getResultList()
                .isEmpty();
    }

    /** The deliveries whose letters had one of those names, at most one each. */
    Optional<Long> deliveryOf(List<String> messageIds) {
        return first("select id from delivery where message_id = ?1", messageIds);
    }

    /** The report that a mail to a person or an authority with one of those names was about. */
    Optional<Long> reportOfNotification(List<String> messageIds) {
        return first("select report_id from notification where message_id = ?1 and report_id is not null", messageIds);
    }

    private Optional<Long> first(String query, List<String> messageIds) {
        for (String id : messageIds.subList(0, Math.min(10, messageIds.size()))) {
            List<?> found = em.createNativeQuery(query).setParameter(1, id).getResultList();
            if (!found.isEmpty()) {
                return Optional.of(((Number) found.get(0)).longValue());
            }
        }
        return Optional.empty();
    }

    private static byte[] digest(byte[] raw) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(raw);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
