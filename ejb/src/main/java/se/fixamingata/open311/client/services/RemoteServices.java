package se.fixamingata.open311.client.services;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import se.fixamingata.shared.SqlTime;

/** The services that we know of the authorities' servers, and which category is which of them. */
@ApplicationScoped
public class RemoteServices {

    /** Services of one server; no city has a tenth of that. */
    static final int MOST = 2000;

    private static final String COLUMNS =
            "service_code, name, description, service_group, type, metadata, definition, gone_at is not null";

    private static final String KEEP =
            """
            insert into open311_service (authority_code, service_code, name, description, service_group, type, metadata, definition, seen_at)
            values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
            on duplicate key update name = ?3, description = ?4, service_group = ?5, type = ?6, metadata = ?7, definition = ?8,
                seen_at = ?9, gone_at = null""";

    @Inject
    EntityManager em;

    /** For the container. */
    public RemoteServices() {}

    /** For tests. */
    public RemoteServices(EntityManager em) {
        this.em = em;
    }

    /** All of that authority, those that have gone too, by group and name. */
    public List<RemoteService> all(String authorityCode) {
        return em
                .createNativeQuery("select " + COLUMNS + " from open311_service where authority_code = ?1"
                        + " order by service_group, name, service_code")
                .setParameter(1, authorityCode)
                .setMaxResults(MOST)
                .getResultList()
                .stream()
                .map(row -> service((Object[]) row))
                .toList();
    }

    /** Codes of services by codes of categories. */
    public Map<String, String> mapping(String authorityCode) {
        Map<String, String> mapping = new LinkedHashMap<>();
        em.createNativeQuery("select category_code, service_code from open311_mapping where authority_code = ?1"
                        + " order by category_code")
                .setParameter(1, authorityCode)
                .getResultList()
                .forEach(row -> mapping.put((String) ((Object[]) row)[0], (String) ((Object[]) row)[1]));
        return mapping;
    }

    /** From now on the category is that service; null for none. Needs a transaction. */
    void map(String authorityCode, String categoryCode, String serviceCode, Instant now) {
        if (serviceCode == null) {
            em.createNativeQuery("delete from open311_mapping where authority_code = ?1 and category_code = ?2")
                    .setParameter(1, authorityCode)
                    .setParameter(2, categoryCode)
                    .executeUpdate();
            return;
        }
        em.createNativeQuery("insert into open311_mapping (authority_code, category_code, service_code, changed_at)"
                        + " values (?1, ?2, ?3, ?4) on duplicate key update service_code = ?3, changed_at = ?4")
                .setParameter(1, authorityCode)
                .setParameter(2, categoryCode)
                .setParameter(3, serviceCode)
                .setParameter(4, SqlTime.text(now))
                .executeUpdate();
    }

    /** They are in the list now; what is not has gone. Needs a transaction. */
    void keep(String authorityCode, List<RemoteService> listed, Instant now) {
        for (RemoteService one : listed) {
            em.createNativeQuery(KEEP)
                    .setParameter(1, authorityCode)
                    .setParameter(2, one.code())
                    .setParameter(3, one.name())
                    .setParameter(4, one.description())
                    .setParameter(5, one.group())
                    .setParameter(6, one.type())
                    .setParameter(7, one.metadata())
                    .setParameter(8, one.definition())
                    .setParameter(9, SqlTime.text(now))
                    .executeUpdate();
        }
        em.createNativeQuery("update open311_service set gone_at = ?2 where authority_code = ?1 and seen_at < ?2"
                        + " and gone_at is null")
                .setParameter(1, authorityCode)
                .setParameter(2, SqlTime.text(now))
                .executeUpdate();
    }

    private static RemoteService service(Object[] row) {
        return new RemoteService(
                (String) row[0],
                (String) row[1],
                (String) row[2],
                (String) row[3],
                (String) row[4],
                isTrue(row[5]),
                (String) row[6],
                isTrue(row[7]));
    }

    private static boolean isTrue(Object value) {
        return value instanceof Number number ? number.intValue() != 0 : Boolean.TRUE.equals(value);
    }
}
