package se.fixamingata.inbox;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Clock;
import java.util.Collections;
import java.util.List;
import se.fixamingata.account.Caller;
import se.fixamingata.category.Categories;
import se.fixamingata.report.SearchText;

/**
 * An authority's reports, page by page.
 *
 * <p>Two queries: how many there are, and the page. Which index to read is decided here and not by the planner, since only we know
 * beforehand how many fit: few are sorted, of many the index in the wanted order is read until the page is full.
 */
@Stateless
public class InboxQuery {

    @Inject
    EntityManager em;

    @Inject
    Categories categories;

    @Inject
    Clock clock;

    /** For the container. */
    public InboxQuery() {}

    /** For tests. */
    public InboxQuery(EntityManager em, Categories categories, Clock clock) {
        this.em = em;
        this.categories = categories;
        this.clock = clock;
    }

    /**
     * The page that the view shows; the last one when it asks for a later one.
     *
     * @throws se.fixamingata.account.NotPermitted when the caller may see nothing of that authority
     */
    public InboxPage page(Caller caller, InboxView view) {
        InboxCondition condition = condition(caller, view.criteria());
        if (!SearchText.of(view.criteria().text()).patterns().isEmpty()) {
            return searched(condition, view);
        }
        long fit = count(condition, view.criteria());
        boolean many = fit > InboxView.EXACT_UP_TO;
        long total = Math.min(fit, InboxView.EXACT_UP_TO);
        int page = lastUpTo(view.page(), total, view.size());
        List<InboxRow> rows = total == 0 ? List.of() : rows(condition, view.onPage(page, view.size()), many);
        return new InboxPage(rows, total, !many, page, view.size());
    }

    /** Reads every text once: the numbers of all that fit tell how many there are, too. */
    private InboxPage searched(InboxCondition condition, InboxView view) {
        List<Long> all = ids(condition, view, InboxView.EXACT_UP_TO);
        int page = lastUpTo(view.page(), all.size(), view.size());
        int from = Math.min(all.size(), page * view.size());
        List<Long> ids = all.subList(from, Math.min(all.size(), from + view.size()));
        return new InboxPage(InboxRows.read(em, ids), all.size(), true, page, view.size());
    }

    private static int lastUpTo(int page, long total, int size) {
        return (int) Math.max(0, Math.min(page, (total - 1) / size));
    }

    /**
     * The numbers of the reports that the view means, on all its pages, in its order.
     *
     * @param most no more than so many of them
     */
    public List<Long> ids(Caller caller, InboxView view, int most) {
        return ids(condition(caller, view.criteria()), view, most);
    }

    /** How many there are, but not more than one more than {@link InboxView#EXACT_UP_TO}. */
    public long count(Caller caller, InboxCriteria criteria) {
        return count(condition(caller, criteria), criteria);
    }

    /**
     * The reports before and after that one in the view, for turning pages from report to report.
     *
     * @param reportId need not be in the view any more: then its neighbours are those of the place where it would stand
     */
    public InboxNeighbours neighbours(Caller caller, InboxView view, long reportId) {
        InboxCondition condition = condition(caller, view.criteria());
        InboxOrder order = order(view);
        Query place = em.createNativeQuery(
                "select " + order.readable() + " from report r where r.id = ? and r.authority_code = ?");
        int next = order.bind(place, 1);
        place.setParameter(next, reportId)
                .setParameter(next + 1, view.criteria().authorityCode());
        List<?> found = place.getResultList();
        if (found.isEmpty()) {
            return InboxNeighbours.NONE;
        }
        Object[] here = (Object[]) found.get(0);
        String index = condition.index(view.criteria());
        return new InboxNeighbours(
                beside(condition, index, order, here, false), beside(condition, index, order, here, true));
    }

    private Long beside(InboxCondition condition, String index, InboxOrder order, Object[] here, boolean after) {
        String marks = String.join(", ", Collections.nCopies(here.length, "?"));
        Query query = em.createNativeQuery("select r.id from report r" + index + " where " + condition.sql() + " and ("
                + order.row() + ") " + (after == order.descending() ? "<" : ">") + " (" + marks + ") order by "
                + (after ? order.sql() : order.reversed()) + " limit 1");
        int next = order.bind(query, condition.bind(query, 1));
        for (Object key : here) {
            query.setParameter(next++, key);
        }
        order.bind(query, next);
        List<?> found = query.getResultList();
        return found.isEmpty() ? null : ((Number) found.get(0)).longValue();
    }

    private InboxCondition condition(Caller caller, InboxCriteria criteria) {
        return InboxCondition.of(caller, criteria, clock.instant());
    }

    private InboxOrder order(InboxView view) {
        return InboxOrder.of(view, categories.all());
    }

    private long count(InboxCondition condition, InboxCriteria criteria) {
        Query query = em.createNativeQuery(condition.counted(criteria));
        condition.bind(query, 1);
        return ((Number) query.getSingleResult()).longValue();
    }

    private List<InboxRow> rows(InboxCondition condition, InboxView view, boolean many) {
        InboxOrder order = order(view);
        String index = many && order.along() != null
                ? " force index (" + order.along() + ")"
                : condition.index(view.criteria());
        String page = "select r.id as found from report r" + index + " where " + condition.sql() + order.beginning()
                + " order by " + order.sql() + " limit ? offset ?";
        return InboxRows.read(em, page, order.sql(), query -> {
            int next = order.bind(query, condition.bind(query, 1));
            query.setParameter(next, view.size()).setParameter(next + 1, view.page() * view.size());
            order.bind(query, next + 2);
        });
    }

    private List<Long> ids(InboxCondition condition, InboxView view, int most) {
        InboxOrder order = order(view);
        Query query = em.createNativeQuery("select r.id from report r" + condition.index(view.criteria()) + " where "
                + condition.sql() + " order by " + order.sql() + " limit ?");
        int next = order.bind(query, condition.bind(query, 1));
        query.setParameter(next, most);
        List<?> found = query.getResultList();
        return found.stream().map(id -> ((Number) id).longValue()).toList();
    }
}
