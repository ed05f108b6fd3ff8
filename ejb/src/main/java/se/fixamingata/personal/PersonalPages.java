package se.fixamingata.personal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.List;
import se.fixamingata.account.Caller;

/** Reads what belongs to an account, newest first, a page at a time. */
@ApplicationScoped
public class PersonalPages {

    /** Rows on a page. */
    public static final int PAGE = 20;

    private static final String REPORTS =
            "select new se.fixamingata.personal.MyReport(r.id, r.title, r.status, r.categoryCode, r.municipalityCode,"
                    + " r.listed, r.confirmedAt, r.changedAt, r.thumbnail) from Report r"
                    + " where r.reporterAccount = :account order by r.submittedAt desc, r.id desc";
    private static final String UPDATES =
            "select new se.fixamingata.personal.MyUpdate(u.id, u.reportId, r.title, u.text, u.state, u.createdAt)"
                    + " from ReportUpdate u, Report r where u.accountId = :account and r.id = u.reportId"
                    + " and u.author <> se.fixamingata.report.Actor.AUTHORITY order by u.createdAt desc, u.id desc";

    @Inject
    EntityManager em;

    /** For the container. */
    public PersonalPages() {}

    /** For tests. */
    PersonalPages(EntityManager em) {
        this.em = em;
    }

    /** @param page 0-based; one row more than a page when there is another page */
    public List<MyReport> reports(Caller caller, int page) {
        return page(em.createQuery(REPORTS, MyReport.class), caller, page);
    }

    /** As {@link #reports}. */
    public List<MyUpdate> updates(Caller caller, int page) {
        return page(em.createQuery(UPDATES, MyUpdate.class), caller, page);
    }

    private static <T> List<T> page(TypedQuery<T> query, Caller caller, int page) {
        return query.setParameter("account", caller.accountId())
                .setFirstResult(page * PAGE)
                .setMaxResults(PAGE + 1)
                .getResultList();
    }
}
