package se.fixamingata.municipality;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import se.fixamingata.audit.AuditTrail;
import se.fixamingata.category.Categories;
import se.fixamingata.category.Category;
import se.fixamingata.shared.OneAtATime;
import se.fixamingata.shared.SqlTime;

/**
 * Takes over {@code authorities.csv}, whole or not at all, in one transaction.
 *
 * <p>The file is the whole truth: an authority that it no longer names is again as it was before anybody registered it. Nothing is lost
 * by that, since reports to an authority without an address wait. Only an authority whose administrators have decided something themselves
 * is left alone, whatever the file says: what they have chosen is not undone behind their backs.
 */
@Stateless
public class AuthoritiesImport {

    static final String FILE = "authorities.csv";

    @Inject
    EntityManager em;

    @Inject
    Categories categories;

    @Inject
    AuditTrail audit;

    @Inject
    OneAtATime turns;

    @Inject
    Event<AddressRegistered> addressRegistered;

    @Inject
    Event<AuthoritiesImported> imported;

    @Inject
    Clock clock;

    /** What came of it. */
    public sealed interface Outcome {

        /** The same bytes were taken over before, here or by another server. */
        record Unchanged() implements Outcome {}

        /** Taken over. */
        record Imported(int authorities, int changed) implements Outcome {}

        /** Nothing was changed. */
        record Refused(List<FileProblem> problems) implements Outcome {}
    }

    /**
     * Takes the file over unless it was taken over last.
     *
     * @param sha256 of the file, lower-case hexadecimal
     */
    public Outcome take(byte[] file, String sha256) {
        turns.enter(FILE);
        boolean known = !em.createNativeQuery("select 1 from imported_file where name = ?1 and sha256 = ?2")
                .setParameter(1, FILE)
                .setParameter(2, sha256)
                .getResultList()
                .isEmpty();
        if (known) {
            return new Outcome.Unchanged();
        }
        Map<String, Authority> registered = new LinkedHashMap<>();
        em.createNamedQuery("Authority.all", Authority.class)
                .getResultStream()
                .forEach(authority -> registered.put(authority.code(), authority));
        AuthoritiesCsv csv = AuthoritiesCsv.read(file);
        AuthorityRules rules = new AuthorityRules(
                registered, categories.all().stream().map(Category::code).collect(Collectors.toSet()));
        rules.judge(csv.lines());
        List<FileProblem> problems = new ArrayList<>(csv.problems());
        problems.addAll(rules.problems());
        if (!problems.isEmpty()) {
            problems.sort(Comparator.comparingLong(FileProblem::line));
            return new Outcome.Refused(problems);
        }
        return takeOver(rules.entries(), registered, sha256);
    }

    private Outcome takeOver(List<AuthorityEntry> named, Map<String, Authority> registered, String sha256) {
        Map<String, AuthorityEntry> entries = new TreeMap<>();
        registered.values().forEach(authority -> entries.put(authority.code(), authority.unregistered()));
        named.forEach(entry -> entries.put(entry.code(), entry));
        entries.keySet().removeIf(code -> registered.get(code).managesItself());
        Map<String, Map<String, String>> recipients = recipients();
        Map<String, Set<String>> chosen =
                pairs(em.createNamedQuery("Authority.chosenCategories").getResultList());
        Map<String, Set<String>> privates =
                pairs(em.createNativeQuery("select authority_code, category_code from private_category")
                        .getResultList());
        List<String> changed = new ArrayList<>();
        for (AuthorityEntry entry : entries.values()) {
            boolean choice = !entry.categories().equals(chosen.getOrDefault(entry.code(), Set.of()))
                    || !entry.privates().equals(privates.getOrDefault(entry.code(), Set.of()));
            boolean addresses = !entry.recipients().equals(recipients.getOrDefault(entry.code(), Map.of()));
            boolean itself = registered.get(entry.code()).register(entry, clock.instant());
            if (itself || choice || addresses) {
                changed.add(entry.code());
                choose(entry);
                address(entry);
                audit.record(FILE, "authority.registered", "authority:" + entry.code(), null);
            }
        }
        em.flush();
        changed.forEach(code -> addressRegistered.fire(new AddressRegistered(code)));
        remember(sha256, named.size());
        audit.record(FILE, "authorities.imported", FILE, named.size() + " authorities, " + changed.size() + " changed");
        imported.fire(new AuthoritiesImported(named.size()));
        return new Outcome.Imported(named.size(), changed.size());
    }

    private static Map<String, Set<String>> pairs(List<?> rows) {
        Map<String, Set<String>> byAuthority = new TreeMap<>();
        for (Object row : rows) {
            Object[] pair = (Object[]) row;
            byAuthority
                    .computeIfAbsent((String) pair[0], code -> new TreeSet<>())
                    .add((String) pair[1]);
        }
        return byAuthority;
    }

    private Map<String, Map<String, String>> recipients() {
        Map<String, Map<String, String>> byAuthority = new TreeMap<>();
        for (Object row : em.createNativeQuery("select authority_code, category_code, email from category_recipient")
                .getResultList()) {
            Object[] columns = (Object[]) row;
            byAuthority
                    .computeIfAbsent((String) columns[0], code -> new TreeMap<>())
                    .put((String) columns[1], (String) columns[2]);
        }
        return byAuthority;
    }

    private void choose(AuthorityEntry entry) {
        choose("authority_category", entry.code(), entry.categories());
        choose("private_category", entry.code(), entry.privates());
    }

    private void choose(String table, String authority, Set<String> categories) {
        run("delete from " + table + " where authority_code = ?1", authority);
        categories.forEach(category ->
                run("insert into " + table + " (authority_code, category_code) values (?1, ?2)", authority, category));
    }

    private void address(AuthorityEntry entry) {
        run("delete from category_recipient where authority_code = ?1", entry.code());
        entry.recipients()
                .forEach((category, email) -> run(
                        "insert into category_recipient (authority_code, category_code, email) values (?1, ?2, ?3)",
                        entry.code(),
                        category,
                        email));
    }

    private void remember(String sha256, int rows) {
        run(
                "insert into imported_file (name, sha256, imported_at, rows_read) values (?1, ?2, ?3, ?4)"
                        + " on duplicate key update sha256 = values(sha256), imported_at = values(imported_at),"
                        + " rows_read = values(rows_read)",
                FILE,
                sha256,
                SqlTime.text(clock.instant()),
                rows);
    }

    private void run(String sql, Object... parameters) {
        var query = em.createNativeQuery(sql);
        for (int i = 0; i < parameters.length; i++) {
            query.setParameter(i + 1, parameters[i]);
        }
        query.executeUpdate();
    }
}
