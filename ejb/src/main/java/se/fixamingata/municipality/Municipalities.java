package se.fixamingata.municipality;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.text.Collator;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.fixamingata.shared.Language;

/**
 * The municipalities as places. Every page asks, and they change once a year: all are read at once and remembered for 30 seconds,
 * so that a second server's import is seen.
 */
@ApplicationScoped
public class Municipalities {

    private static final Duration REMEMBERED = Duration.ofSeconds(30);

    @Inject
    EntityManager em;

    private final LoadingCache<Boolean, Register> register =
            Caffeine.newBuilder().expireAfterWrite(REMEMBERED).build(always -> read());

    /** For the container. */
    public Municipalities() {}

    /** For tests. */
    public Municipalities(EntityManager em) {
        this.em = em;
    }

    /** By four-digit code; empty for null too. */
    public Optional<Municipality> find(String code) {
        return code == null
                ? Optional.empty()
                : Optional.ofNullable(register.get(true).byCode.get(code));
    }

    /** By the name in addresses or by code, as the addresses promise; empty for null too. */
    public Optional<Municipality> bySlugOrCode(String slugOrCode) {
        return slugOrCode == null
                ? Optional.empty()
                : Optional.ofNullable(register.get(true).bySlugOrCode.get(slugOrCode));
    }

    /** All, by name as a Swedish reader sorts. */
    public List<Municipality> all() {
        return register.get(true).all;
    }

    private Register read() {
        return Register.of(
                em.createNamedQuery("Municipality.all", Municipality.class).getResultList());
    }

    private record Register(
            List<Municipality> all, Map<String, Municipality> byCode, Map<String, Municipality> bySlugOrCode) {

        static Register of(List<Municipality> rows) {
            Comparator<Municipality> byName =
                    Comparator.comparing(Municipality::name, Collator.getInstance(Language.SV.locale()));
            Map<String, Municipality> byCode = new HashMap<>();
            Map<String, Municipality> bySlugOrCode = new HashMap<>();
            for (Municipality municipality : rows) {
                byCode.put(municipality.code(), municipality);
                bySlugOrCode.put(municipality.code(), municipality);
                bySlugOrCode.put(municipality.slug(), municipality);
            }
            return new Register(rows.stream().sorted(byName).toList(), byCode, bySlugOrCode);
        }
    }
}
