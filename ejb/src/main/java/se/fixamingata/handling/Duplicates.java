package se.fixamingata.handling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import se.fixamingata.shared.SqlTime;

/**
 * Which report follows which, and who is told of the main one because of that. Native SQL over sets: a report may have a thousand
 * duplicates, and each a thousand followers.
 */
@ApplicationScoped
class Duplicates {

    private static final String ABOVE =
            """
            with recursive above (id, main) as (
                select id, duplicate_of from report where id = ?1
                union
                select r.id, r.duplicate_of from report r join above a on r.id = a.main)
            select id, main from above""";

    /** Reports that follow the one, through however many others, each with the report that they lead to. */
    private static final String BELOW =
            """
            with recursive below (main, id) as (
                select r.duplicate_of, r.id from report r where r.duplicate_of in (%s)
                union
                select b.main, r.id from below b join report r on r.duplicate_of = b.id)
            """;

    /** Reporters and followers of what follows a public report; who has said no, stays away; who never said yes, has elsewhere. */
    private static final String ADOPT =
            """
            insert into subscription (id, report_id, account_id, email, language, state, created_at, confirmed_at,
                                      news_from, frequency, merged_from, version)
            %s
            select nextval(inner_number), p.main, p.account_id, p.email, p.language, 'ACTIVE', ?1, ?1, ?1, p.frequency, p.id, 1
              from (select b.main, b.id, r.reporter_account as account_id, r.reporter_email as email, r.language,
                           'AT_ONCE' as frequency
                      from below b join report r on r.id = b.id
                     where r.reporter_email is not null
                    union all
                    select b.main, b.id, s.account_id, s.email, s.language, s.frequency
                      from below b join subscription s on s.report_id = b.id
                     where s.state = 'ACTIVE' and s.merged_from is null) p
              join report m on m.id = p.main and m.listed and not (m.reporter_email <=> p.email)
             order by p.id
            on duplicate key update
                   confirmed_at = if(subscription.state = 'UNCONFIRMED', values(confirmed_at), subscription.confirmed_at),
                   state = if(subscription.state = 'UNCONFIRMED', 'ACTIVE', subscription.state)""";

    private static final String RELEASE =
            """
            delete from subscription
             where report_id in (%s) and state = 'ACTIVE'
               and merged_from in (select id from (%s select id from below union select ?1) mine)""";

    @Inject
    EntityManager em;

    @Inject
    Clock clock;

    /** The report that this one follows in the end; itself when it follows none. Empty when there is no such report. */
    Optional<Long> root(long reportId) {
        return rows(reportId).stream().filter(row -> row[1] == null).findFirst().map(row -> ((Number) row[0])
                .longValue());
    }

    /** Every report that this one follows, directly or through others. */
    List<Long> above(long reportId) {
        return rows(reportId).stream()
                .map(row -> ((Number) row[0]).longValue())
                .filter(id -> id != reportId)
                .toList();
    }

    @SuppressWarnings("unchecked")
    private List<Object[]> rows(long reportId) {
        return em.createNativeQuery(ABOVE).setParameter(1, reportId).getResultList();
    }

    /** Makes whoever wanted to know of what follows these reports a follower of theirs. Needs everything written. */
    void adopt(List<Long> mains) {
        if (mains.isEmpty()) {
            return;
        }
        String below = BELOW.formatted(marks(mains, 2));
        Query query = em.createNativeQuery(ADOPT.formatted(below));
        query.setParameter(1, SqlTime.text(clock.instant()));
        bind(query, mains, 2);
        query.executeUpdate();
    }

    /**
     * Lets go whoever followed these reports only because of one that follows them no longer. Needs everything written.
     *
     * @param reportId the one that is its own again, with what follows it
     * @param above what it has followed
     */
    void release(long reportId, List<Long> above) {
        Query query = em.createNativeQuery(RELEASE.formatted(marks(above, 2), BELOW.formatted("?1")));
        query.setParameter(1, reportId);
        bind(query, above, 2);
        query.executeUpdate();
        // Some of them are there for another reason too.
        adopt(above);
    }

    private static String marks(List<Long> ids, int from) {
        StringBuilder marks = new StringBuilder();
        for (int i = 0; i < ids.size(); i++) {
            marks.append(i == 0 ? "?" : ", ?").append(from + i);
        }
        return marks.toString();
    }

    private static void bind(Query query, List<Long> ids, int from) {
        for (int i = 0; i < ids.size(); i++) {
            query.setParameter(from + i, ids.get(i));
        }
    }
}
