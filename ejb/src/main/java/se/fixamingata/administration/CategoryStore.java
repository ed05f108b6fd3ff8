package se.fixamingata.administration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import se.fixamingata.category.Category;
import se.fixamingata.municipality.Authority;

/** The rows of an authority's decisions about categories. */
@ApplicationScoped
class CategoryStore {

    /** An authority without rows of its own takes the whole list. State roads are Trafikverket's, and nothing else is. */
    private static final String FIND =
            """
            select c.code,
                   a.category_code is not null
                       or not exists (select 1 from authority_category any_of where any_of.authority_code = ?1),
                   p.category_code is not null,
                   coalesce(r.email, '')
              from category c
              left join authority_category a on a.authority_code = ?1 and a.category_code = c.code
              left join private_category p on p.authority_code = ?1 and p.category_code = c.code
              left join category_recipient r on r.authority_code = ?1 and r.category_code = c.code
             where (c.code = ?2) = (?1 = ?3)
             order by c.sort_order""";

    @Inject
    EntityManager em;

    /** For the container. */
    CategoryStore() {}

    /** For tests. */
    CategoryStore(EntityManager em) {
        this.em = em;
    }

    CategorySettings find(Authority authority) {
        List<?> rows = em.createNativeQuery(FIND)
                .setParameter(1, authority.code())
                .setParameter(2, Category.STATE_ROAD)
                .setParameter(3, Authority.STATE_ROADS)
                .getResultList();
        return new CategorySettings(
                authority.email().orElse(""),
                rows.stream().map(row -> choice((Object[]) row)).toList());
    }

    private static CategoryChoice choice(Object[] row) {
        return new CategoryChoice((String) row[0], isTrue(row[1]), isTrue(row[2]), (String) row[3]);
    }

    private static boolean isTrue(Object column) {
        return column instanceof Boolean yes ? yes : ((Number) column).intValue() != 0;
    }

    /** One statement a table to empty it and one to fill it, whatever there is. */
    void write(String authorityCode, CategorySettings settings) {
        boolean all = settings.categories().stream().allMatch(CategoryChoice::on);
        codes(authorityCode, "authority_category", settings, one -> one.on() && !all);
        codes(authorityCode, "private_category", settings, CategoryChoice::confidential);
        empty(authorityCode, "category_recipient");
        List<CategoryChoice> own = settings.categories().stream()
                .filter(one -> !one.recipient().isEmpty())
                .toList();
        if (!own.isEmpty()) {
            Query insert =
                    em.createNativeQuery("insert into category_recipient (authority_code, category_code, email) values "
                            + IntStream.range(0, own.size())
                                    .mapToObj(i -> "(?1, ?" + (2 * i + 2) + ", ?" + (2 * i + 3) + ")")
                                    .collect(Collectors.joining(", ")));
            insert.setParameter(1, authorityCode);
            for (int i = 0; i < own.size(); i++) {
                insert.setParameter(2 * i + 2, own.get(i).code());
                insert.setParameter(2 * i + 3, own.get(i).recipient());
            }
            insert.executeUpdate();
        }
    }

    private void codes(String authorityCode, String table, CategorySettings settings, Predicate<CategoryChoice> which) {
        empty(authorityCode, table);
        List<CategoryChoice> chosen =
                settings.categories().stream().filter(which).toList();
        if (!chosen.isEmpty()) {
            Query insert = em.createNativeQuery("insert into " + table + " (authority_code, category_code) values "
                    + IntStream.range(0, chosen.size())
                            .mapToObj(i -> "(?1, ?" + (i + 2) + ")")
                            .collect(Collectors.joining(", ")));
            insert.setParameter(1, authorityCode);
            for (int i = 0; i < chosen.size(); i++) {
                insert.setParameter(i + 2, chosen.get(i).code());
            }
            insert.executeUpdate();
        }
    }

    private void empty(String authorityCode, String table) {
        em.createNativeQuery("delete from " + table + " where authority_code = ?1")
                .setParameter(1, authorityCode)
                .executeUpdate();
    }
}
