package se.fixamingata.municipality;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import se.fixamingata.category.Categories;
import se.fixamingata.category.Category;

/**
 * What can be reported where, and whose business it is (product.md, R8): what the municipality has chosen, or the standard list while
 * it has chosen nothing, and state roads everywhere.
 */
@ApplicationScoped
public class CategoryCatalogue {

    @Inject
    Categories categories;

    @Inject
    Authorities authorities;

    /** For the container. */
    public CategoryCatalogue() {}

    /** For tests. */
    public CategoryCatalogue(Categories categories, Authorities authorities) {
        this.categories = categories;
        this.authorities = authorities;
    }

    /** The categories in that municipality, in the order of the list: by name, "Övrigt" last. */
    public List<Category> availableIn(String municipalityCode) {
        Set<String> chosen = authorities.chosenCategories(municipalityCode);
        return categories.all().stream()
                .filter(c -> chosen.isEmpty()
                        || chosen.contains(c.code())
                        || c.code().equals(Category.STATE_ROAD))
                .toList();
    }

    /** Whether that category can be reported there; false for what is no category, and for null. */
    public boolean isAvailable(String municipalityCode, String categoryCode) {
        return availableIn(municipalityCode).stream().anyMatch(c -> c.code().equals(categoryCode));
    }

    /** Who answers for that category there: Trafikverket for state roads, the municipality for everything else. */
    public String authorityFor(String municipalityCode, String categoryCode) {
        return Category.STATE_ROAD.equals(categoryCode) ? Authority.STATE_ROADS : municipalityCode;
    }
}
