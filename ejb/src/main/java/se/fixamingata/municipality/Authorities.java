package se.fixamingata.municipality;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.text.Collator;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Who mends things, what they offer, and where their reports go.
 *
 * <p>What pages ask on every request is read at once and remembered for 30 seconds; an import on this server is seen at once. Where a
 * report goes is always read fresh.
 */
@ApplicationScoped
public class Authorities {

    private static final Duration REMEMBERED = Duration.ofSeconds(30);

    @Inject
    EntityManager em;

    private final LoadingCache<Boolean, Book> book =
            Caffeine.newBuilder().expireAfterWrite(REMEMBERED).build(always -> read());

    /** For the container. */
    public Authorities() {}

    /** For tests. */
    public Authorities(EntityManager em) {
        this.em = em;
    }

    /** By municipality code or {@link Authority#STATE_ROADS}; empty for null too. */
    public Optional<Authority> find(String code) {
        return code == null
                ? Optional.empty()
                : Optional.ofNullable(book.get(true).byCode.get(code));
    }

    /** By the name in addresses or by code; empty for null too. */
    public Optional<Authority> bySlugOrCode(String slugOrCode) {
        return slugOrCode == null
                ? Optional.empty()
                : Optional.ofNullable(book.get(true).bySlugOrCode.get(slugOrCode));
    }

    /** By the name in addresses, by code, or by the whole name however it is written; for what a person may have typed. */
    public Optional<Authority> named(String text) {
        return bySlugOrCode(text).or(() -> all().stream()
                .filter(one -> one.name().equalsIgnoreCase(text))
                .findFirst());
    }

    /** All of them, by name. */
    public List<Authority> all() {
        return book.get(true).byName;
    }

    /**
     * The address that gets reports of that category: the category's own, else the authority's; empty when none is registered. Says
     * nothing of whether the authority refuses reports.
     */
    public Optional<String> recipient(String authorityCode, String categoryCode) {
        List<?> found = em.createNamedQuery("Authority.recipient")
                .setParameter(1, authorityCode)
                .setParameter(2, categoryCode)
                .getResultList();
        return found.isEmpty() ? Optional.empty() : Optional.ofNullable((String) found.get(0));
    }

    /** The codes that the authority has chosen; empty when it has chosen nothing, which means the standard list. */
    public Set<String> chosenCategories(String authorityCode) {
        return book.get(true).chosen.getOrDefault(authorityCode, Set.of());
    }

    /** Forgets what is remembered, after an import on this server. */
    void refresh(@Observes(during = TransactionPhase.AFTER_SUCCESS) AuthoritiesImported event) {
        book.invalidateAll();
    }

    /** The same when an authority's administrator has changed something on this server. */
    void changed(@Observes(during = TransactionPhase.AFTER_SUCCESS) AuthorityChanged event) {
        book.invalidateAll();
    }

    private Book read() {
        Map<String, Authority> byCode = new HashMap<>();
        Map<String, Authority> bySlugOrCode = new HashMap<>();
        for (Authority authority :
                em.createNamedQuery("Authority.all", Authority.class).getResultList()) {
            byCode.put(authority.code(), authority);
            bySlugOrCode.put(authority.code(), authority);
            bySlugOrCode.put(authority.slug(), authority);
        }
        Map<String, Set<String>> chosen = new HashMap<>();
        for (Object row : em.createNamedQuery("Authority.chosenCategories").getResultList()) {
            Object[] pair = (Object[]) row;
            chosen.computeIfAbsent((String) pair[0], code -> new TreeSet<>()).add((String) pair[1]);
        }
        Collator swedish = Collator.getInstance(new Locale("sv"));
        List<Authority> byName = byCode.values().stream()
                .sorted(Comparator.comparing(Authority::name, swedish))
                .toList();
        return new Book(byCode, bySlugOrCode, byName, chosen);
    }

    private record Book(
            Map<String, Authority> byCode,
            Map<String, Authority> bySlugOrCode,
            List<Authority> byName,
            Map<String, Set<String>> chosen) {}
}
