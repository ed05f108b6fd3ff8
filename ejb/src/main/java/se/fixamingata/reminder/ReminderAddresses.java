package se.fixamingata.reminder;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.List;

/** Everybody who may have to be reminded, by address, and what a morning leaves behind. */
@Stateless
@PermitAll
public class ReminderAddresses {

    /** Addresses in a page of them. */
    public static final int PAGE = 500;

    /** After that nobody asks any more why somebody got a mail, and it has left or been given up. */
    static final int REMEMBERED_DAYS = 30;

    private static final String ALL =
            """
            select a.email, a.code from authority a where a.state = 'LIVE' and a.email is not null
            union select c.email, c.authority_code from category_recipient c
                    join authority a on a.code = c.authority_code and a.state = 'LIVE'
            union select k.email, m.authority_code from membership m join account k on k.id = m.account_id
                    join authority a on a.code = m.authority_code and a.state = 'LIVE' where m.role = 'ADMINISTRATOR'""";

    private static final String NEXT = "select min(u.email), group_concat(distinct u.code order by u.code) from (" + ALL
            + ") u where u.email > ?1 group by u.email order by u.email";

    private static final String COUNT = "select count(distinct u.email) from (" + ALL + ") u where u.email > ?1";

    private static final String FORGET = "delete from reminder_digest where day < ?1 order by day limit ?2";

    @Inject
    EntityManager em;

    /** For the container. */
    public ReminderAddresses() {}

    /** For tests. */
    public ReminderAddresses(EntityManager em) {
        this.em = em;
    }

    /** Those after that address; empty at the end. */
    public List<ReminderAddress> next(LocalDate day, String after) {
        List<?> rows = em.createNativeQuery(NEXT)
                .setParameter(1, after)
                .setMaxResults(PAGE)
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new ReminderAddress(day, (String) row[0], List.of(((String) row[1]).split(","))))
                .toList();
    }

    /** How many there are after that address. */
    public long left(String after) {
        return ((Number) em.createNativeQuery(COUNT).setParameter(1, after).getSingleResult()).longValue();
    }

    /**
     * Forgets who got a mail long ago; of which reports is remembered with them.
     *
     * @return how many mails, at most {@code limit}
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public int forget(LocalDate day, int limit) {
        return em.createNativeQuery(FORGET)
                .setParameter(1, day.minusDays(REMEMBERED_DAYS).toString())
                .setParameter(2, limit)
                .executeUpdate();
    }
}
