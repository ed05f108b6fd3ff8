package se.fixamingata.moderation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

/**
 * What moderation has kept of a person, forgotten (product.md, P9): the words before a moderator changed them, and what readers wrote
 * about that person's words and pictures; and what the person wrote about others'. A few statements, however much it is.
 */
@ApplicationScoped
public class ModerationErasure {

    private static final String ORIGINALS_OF_REPORTS =
            """
            delete o from moderation_original o
              join report r on r.id = o.report_id
             where o.subject = 'REPORT' and (r.reporter_account = ?1 or r.reporter_email = ?2)""";
    private static final String ORIGINALS_OF_UPDATES =
            """
            delete o from moderation_original o
              join report_update u on u.report_id = o.report_id and cast(o.subject_id as unsigned) = u.id
             where o.subject = 'UPDATE' and (u.account_id = ?1 or u.email = ?2)""";
    private static final String TEXTS_ON_REPORTS =
            """
            update abuse_report a
              join report r on r.id = a.report_id
               set a.text = null
             where a.subject in ('REPORT', 'PHOTO') and a.text is not null and (r.reporter_account = ?1 or r.reporter_email = ?2)""";
    private static final String TEXTS_ON_UPDATES =
            """
            update abuse_report a
              join report_update u on u.report_id = a.report_id and cast(a.subject_id as unsigned) = u.id
               set a.text = null
             where a.subject = 'UPDATE' and a.text is not null and (u.account_id = ?1 or u.email = ?2)""";

    private static final String TEXTS_ON_PHOTOS_OF_UPDATES =
            """
            update abuse_report a
              join photo p on p.id = a.subject_id
              join report_update u on u.id = p.update_id
               set a.text = null
             where a.subject = 'PHOTO' and a.text is not null and (u.account_id = ?1 or u.email = ?2)""";

    /** That somebody found so stays, since it may have hidden something; who it was, nobody can tell from then on. */
    private static final String OWN_REPORTS =
            """
            update abuse_report set text = null, reported_by = random_bytes(32) where reported_by = ?1""";

    @Inject
    EntityManager em;

    @Inject
    AbuseReporters people;

    /** For the container. */
    public ModerationErasure() {}

    /** For tests. */
    public ModerationErasure(EntityManager em, AbuseReporters people) {
        this.em = em;
        this.people = people;
    }

    /**
     * Forgets. Before the person is taken off the reports and updates themselves, because afterwards nobody knows which they were. Needs
     * a transaction.
     *
     * @param accountId null for who has none
     * @param email the person's address
     * @return how many originals are gone
     */
    public int forget(Long accountId, String email) {
        run(TEXTS_ON_REPORTS, accountId, email);
        run(TEXTS_ON_UPDATES, accountId, email);
        run(TEXTS_ON_PHOTOS_OF_UPDATES, accountId, email);
        if (accountId != null) {
            em.createNativeQuery(OWN_REPORTS)
                    .setParameter(1, people.account(accountId))
                    .executeUpdate();
        }
        return run(ORIGINALS_OF_REPORTS, accountId, email) + run(ORIGINALS_OF_UPDATES, accountId, email);
    }

    private int run(String statement, Long accountId, String email) {
        return em.createNativeQuery(statement)
                .setParameter(1, accountId == null ? -1L : accountId)
                .setParameter(2, email)
                .executeUpdate();
    }
}
