package se.fixamingata.municipality;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Which categories an authority keeps to the reporter and its caseworkers (product.md, P5). */
@ApplicationScoped
public class PrivateCategories {

    @Inject
    EntityManager em;

    /** For the container. */
    public PrivateCategories() {}

    /** For tests. */
    public PrivateCategories(EntityManager em) {
        this.em = em;
    }

    /** Whether reports in that category that are this authority's business are nobody else's. */
    public boolean isPrivate(String authorityCode, String categoryCode) {
        return of(authorityCode).contains(categoryCode);
    }

    /** Their codes; empty for most authorities. */
    @SuppressWarnings("unchecked")
    public Set<String> of(String authorityCode) {
        List<String> codes = em.createNativeQuery(
                        "select category_code from private_category where authority_code = ?1")
                .setParameter(1, authorityCode)
                .getResultList();
        return codes.stream().collect(Collectors.toUnmodifiableSet());
    }
}
