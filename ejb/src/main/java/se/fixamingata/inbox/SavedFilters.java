package se.fixamingata.inbox;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import se.fixamingata.account.Caller;
import se.fixamingata.account.NotPermitted;
import se.fixamingata.account.Permissions;
import se.fixamingata.account.Right;
import se.fixamingata.category.Categories;
import se.fixamingata.category.Category;

/**
 * Somebody's own saved filters of an authority's inbox. How they arrange their screen is nobody else's business, so it is not in the
 * audit trail.
 */
@Stateless
public class SavedFilters {

    /** So many somebody may have at one authority. */
    public static final int MOST = 20;

    public static final int NAME_MAX = 60;
    private static final int QUERY_MAX = 1_000;

    @Inject
    EntityManager em;

    @Inject
    Categories categories;

    @Inject
    Clock clock;

    /** For the container. */
    public SavedFilters() {}

    /** For tests. */
    public SavedFilters(EntityManager em, Categories categories, Clock clock) {
        this.em = em;
        this.categories = categories;
        this.clock = clock;
    }

    /** By name, without counts. */
    public List<SavedFilter> of(Caller caller, String authorityCode) {
        Permissions.require(caller, Right.VIEW, authorityCode);
        return em.createNamedQuery("SavedFilter.of", SavedFilter.class)
                .setParameter("account", caller.accountId())
                .setParameter("authority", authorityCode)
                .setMaxResults(MOST)
                .getResultList();
    }

    /**
     * Saves the view under that name; a filter that has it already shows the view from now on.
     *
     * @return the message key of what is wrong, or empty when it is saved
     */
    public Optional<String> save(Caller caller, String name, InboxView view) {
        String authorityCode = view.criteria().authorityCode();
        List<SavedFilter> mine = of(caller, authorityCode);
        String query = InboxAddress.write(view.onPage(0, view.size()));
        Optional<SavedFilter> same = named(caller, authorityCode, name);
        if (query.length() > QUERY_MAX) {
            return Optional.of("inbox.saved.long");
        }
        if (same.isPresent()) {
            same.get().show(query);
            return Optional.empty();
        }
        Optional<String> wrong = wrong(name);
        if (wrong.isEmpty() && mine.size() >= MOST) {
            return Optional.of("inbox.saved.many");
        }
        if (wrong.isEmpty()) {
            em.persist(new SavedFilter(caller.accountId(), authorityCode, clean(name), query, clock.instant()));
        }
        return wrong;
    }

    /**
     * @return the message key of what is wrong, or empty when it has the name
     * @throws NotPermitted when there is no such filter of the caller's
     */
    public Optional<String> rename(Caller caller, long id, String name) {
        SavedFilter filter = mine(caller, id);
        boolean taken = named(caller, filter.authorityCode(), name)
                .filter(other -> !other.id().equals(id))
                .isPresent();
        Optional<String> wrong = taken ? Optional.of("inbox.saved.taken") : wrong(name);
        if (wrong.isEmpty()) {
            filter.rename(clean(name));
        }
        return wrong;
    }

    /** @throws NotPermitted when there is no such filter of the caller's */
    public void delete(Caller caller, long id) {
        em.remove(mine(caller, id));
    }

    /** The database decides which names are the same, as its unique key does. */
    private Optional<SavedFilter> named(Caller caller, String authorityCode, String name) {
        return em.createNamedQuery("SavedFilter.named", SavedFilter.class)
                .setParameter("account", caller.accountId())
                .setParameter("authority", authorityCode)
                .setParameter("name", clean(name))
                .getResultStream()
                .findFirst();
    }

    private SavedFilter mine(Caller caller, long id) {
        SavedFilter filter = em.find(SavedFilter.class, id);
        if (filter == null || filter.accountId() != caller.accountId()) {
            throw new NotPermitted();
        }
        return filter;
    }

    private static Optional<String> wrong(String name) {
        String clean = clean(name);
        if (clean.isEmpty()) {
            return Optional.of("inbox.saved.nameless");
        }
        return clean.codePointCount(0, clean.length()) > NAME_MAX
                ? Optional.of("inbox.saved.name-long")
                : Optional.empty();
    }

    private static String clean(String name) {
        return name == null ? "" : name.replaceAll("\\p{Cntrl}", " ").strip();
    }

    /** How many reports each of the filters finds, at most one more than {@link InboxView#EXACT_UP_TO}, in one query. */
    @SuppressWarnings("unchecked")
    public Map<Long, Long> counts(Caller caller, String authorityCode) {
        List<SavedFilter> filters = of(caller, authorityCode);
        if (filters.isEmpty()) {
            return Map.of();
        }
        Set<String> known = categories.all().stream().map(Category::code).collect(Collectors.toSet());
        List<InboxCondition> conditions = new ArrayList<>();
        List<String> parts = new ArrayList<>();
        for (SavedFilter filter : filters) {
            InboxCriteria criteria = InboxAddress.read(authorityCode, filter.query(), known, InboxView.SIZES.get(0))
                    .view()
                    .criteria();
            InboxCondition condition = InboxCondition.of(caller, criteria, clock.instant());
            conditions.add(condition);
            parts.add("select ?, (" + condition.counted(criteria) + ")");
        }
        Query query = em.createNativeQuery(String.join(" union all ", parts));
        int next = 1;
        for (int i = 0; i < filters.size(); i++) {
            query.setParameter(next, filters.get(i).id());
            next = conditions.get(i).bind(query, next + 1);
        }
        Map<Long, Long> counts = new LinkedHashMap<>();
        List<Object[]> rows = query.getResultList();
        rows.forEach(row -> counts.put(((Number) row[0]).longValue(), ((Number) row[1]).longValue()));
        return counts;
    }
}
