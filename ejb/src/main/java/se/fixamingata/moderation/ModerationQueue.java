package se.fixamingata.moderation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import se.fixamingata.account.Caller;
import se.fixamingata.account.Permissions;
import se.fixamingata.account.Right;
import se.fixamingata.report.Report;
import se.fixamingata.shared.SqlTime;

/** What readers have reported: what waits for a verdict, what got one lately, and everything of one report. */
@ApplicationScoped
public class ModerationQueue {

    /** A page of the queue. */
    public static final int PAGE = 20;

    /** How long what was judged stays listed, for second thoughts. */
    static final Duration JUDGED_LISTED = Duration.ofDays(30);

    /** More of one report are not shown at once. */
    static final int MOST_OF_REPORT = 200;

    @Inject
    EntityManager em;

    private final Clock clock;

    /** For the container's proxies. */
    protected ModerationQueue() {
        this((Clock) null);
    }

    @Inject
    public ModerationQueue(Clock clock) {
        this.clock = clock;
    }

    /** For tests. */
    ModerationQueue(EntityManager em, Clock clock) {
        this(clock);
        this.em = em;
    }

    /**
     * What waits for a verdict, longest first.
     *
     * @param authority whose; empty for all of them, which only an operator may ask for
     * @param page from 0
     */
    public ModerationPage waiting(Caller caller, Optional<String> authority, int page) {
        return read(new Where(caller, authority, "a.verdict is null"), "min(a.created_at), a.subject_id", page);
    }

    /** What got a verdict within the last {@link #JUDGED_LISTED}, latest first; as {@link #waiting}. */
    public ModerationPage judged(Caller caller, Optional<String> authority, int page) {
        Where where = new Where(caller, authority, "a.judged_at > ?");
        where.values.add(0, SqlTime.text(clock.instant().minus(JUDGED_LISTED)));
        return read(where, "max(a.judged_at) desc, a.subject_id", page);
    }

    /** How many things wait; as {@link #waiting}. */
    public long count(Caller caller, Optional<String> authority) {
        Where where = new Where(caller, authority, "a.verdict is null");
        Query query = em.createNativeQuery("select count(distinct a.subject, a.subject_id) from abuse_report a"
                + " join report r on r.id = a.report_id where " + where.sql);
        return ((Number) where.bind(query).getSingleResult()).longValue();
    }

    private ModerationPage read(Where where, String order, int page) {
        Query query = where.bind(em.createNativeQuery("select a.subject, a.subject_id from abuse_report a"
                        + " join report r on r.id = a.report_id where " + where.sql
                        + " group by a.subject, a.subject_id order by " + order))
                .setFirstResult(page * PAGE)
                .setMaxResults(PAGE + 1);
        List<Subject> subjects = subjects(query);
        boolean more = subjects.size() > PAGE;
        return new ModerationPage(new ItemReading(em).of(more ? subjects.subList(0, PAGE) : subjects), page, more);
    }

    /** One thing; empty when it is not the caller's business. */
    public Optional<ModerationItem> find(Caller caller, Subject subject) {
        return new ItemReading(em)
                .of(List.of(subject)).stream()
                        .filter(item ->
                                Permissions.may(caller, Right.MODERATE, item.authorityCode(), item.categoryCode()))
                        .findFirst();
    }

    /** Everything of one report that may be moderated: itself, its updates, its photos. Empty when it is not the caller's business. */
    public List<ModerationItem> ofReport(Caller caller, long reportId) {
        Report report = em.find(Report.class, reportId);
        if (report == null || !report.isConfirmed() || !Permissions.may(caller, Right.MODERATE, report)) {
            return List.of();
        }
        List<Subject> subjects = new ArrayList<>();
        subjects.add(Subject.report(reportId));
        subjects.addAll(subjects(em.createNativeQuery(
                        """
                        select 'PHOTO', p.id from photo p where p.report_id = ?1
                        union all
                        select * from (select 'UPDATE', u.id from report_update u
                                        where u.report_id = ?1 and u.state <> 'UNCONFIRMED'
                                        order by u.created_at, u.id limit ?2) updates
                        union all
                        select 'PHOTO', p.id from photo p join report_update u on u.id = p.update_id
                         where u.report_id = ?1 and u.state <> 'UNCONFIRMED'""")
                .setParameter(1, reportId)
                .setParameter(2, MOST_OF_REPORT)
                .setMaxResults(MOST_OF_REPORT)));
        return new ItemReading(em).of(subjects);
    }

    private static List<Subject> subjects(Query query) {
        @SuppressWarnings("unchecked")
        List<Object[]> rows = query.getResultList();
        return rows.stream()
                .map(row -> new Subject(SubjectKind.valueOf((String) row[0]), String.valueOf(row[1])))
                .toList();
    }

    /** Whose queue, by the caller's rights. */
    private static final class Where {

        private String sql;
        private final List<Object> values = new ArrayList<>();

        Where(Caller caller, Optional<String> authority, String condition) {
            sql = condition;
            if (authority.isEmpty()) {
                Permissions.requireOperator(caller);
                return;
            }
            Permissions.require(caller, Right.MODERATE, authority.get());
            sql += " and r.authority_code = ?";
            values.add(authority.get());
            Set<String> categories = Permissions.categories(caller, authority.get());
            if (!categories.isEmpty()) {
                sql += " and r.category_code in (" + String.join(", ", Collections.nCopies(categories.size(), "?"))
                        + ")";
                values.addAll(categories);
            }
        }

        Query bind(Query query) {
            for (int i = 0; i < values.size(); i++) {
                query.setParameter(i + 1, values.get(i));
            }
            return query;
        }
    }
}
