package se.fixamingata.category;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The categories of this installation. They come with the schema, so they are read once and remembered as long as the server runs. */
@ApplicationScoped
public class Categories {

    @Inject
    EntityManager em;

    private volatile Map<String, Category> byCode;

    /** For the container. */
    public Categories() {}

    /** For tests. */
    public Categories(EntityManager em) {
        this.em = em;
    }

    /** All, as they stand in a list: by their Swedish names, "Övrigt" last. */
    public List<Category> all() {
        return List.copyOf(byCode().values());
    }

    /** The codes that there are. */
    public Set<String> codes() {
        return Set.copyOf(byCode().keySet());
    }

    /** The category with that code; empty for null too. */
    public Optional<Category> find(String code) {
        return code == null ? Optional.empty() : Optional.ofNullable(byCode().get(code));
    }

    private Map<String, Category> byCode() {
        Map<String, Category> known = byCode;
        if (known == null) {
            known = new LinkedHashMap<>();
            for (Category category :
                    em.createNamedQuery("Category.all", Category.class).getResultList()) {
                known.put(category.code(), category);
            }
            byCode = known;
        }
        return known;
    }
}
