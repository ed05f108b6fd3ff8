package se.fixamingata.subscription;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Query;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import se.fixamingata.shared.Language;
import se.fixamingata.shared.SqlTime;

/** All subscriptions of areas, and which report's news they are to be told. */
@ApplicationScoped
public class Subscriptions {

    /** The same wish twice at once makes one row: the second finds the first one's. */
    private static final String ADD =
            """
            insert ignore into subscription (id, kind, email, language, state, frequency, area, municipality_code,
                   category_code, lat, lon, radius, place, created_at, news_from, version)
            values (next value for inner_number, ?1, ?2, ?3, 'UNCONFIRMED', ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?12, 1)""";

    @Inject
    EntityManager em;

    /** For the container. */
    public Subscriptions() {}

    /** For tests. */
    public Subscriptions(EntityManager em) {
        this.em = em;
    }

    /** The address's subscription of the area, made if there is none, its row locked until the transaction ends. */
    Subscription lockOrAdd(Area area, String email, Language language, Frequency frequency, Instant now) {
        Optional<Subscription> known = lock(area, email);
        if (known.isPresent()) {
            return known.get();
        }
        Subscription wanted = new Subscription(area, email, language, frequency, now);
        boolean added = insert(wanted, now);
        Subscription row = lock(area, email).orElseThrow();
        if (added && area instanceof Area.Circle circle) {
            cover(row.id(), circle);
        }
        return row;
    }

    private Optional<Subscription> lock(Area area, String email) {
        return em.createNamedQuery("Subscription.ofArea", Subscription.class)
                .setParameter("area", area.text())
                .setParameter("email", email)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst();
    }

    private boolean insert(Subscription wanted, Instant now) {
        Area area = wanted.area().orElseThrow();
        boolean circle = area instanceof Area.Circle;
        String municipality = area instanceof Area.WholeMunicipality whole
                ? whole.code()
                : area instanceof Area.CategoryIn one ? one.code() : null;
        return em.createNativeQuery(ADD)
                        .setParameter(1, wanted.kind().name())
                        .setParameter(2, wanted.email())
                        .setParameter(3, wanted.language().code())
                        .setParameter(4, wanted.frequency().name())
                        .setParameter(5, area.text())
                        .setParameter(6, municipality)
                        .setParameter(7, area instanceof Area.CategoryIn one ? one.categoryCode() : null)
                        .setParameter(8, circle ? ((Area.Circle) area).centre().lat() : null)
                        .setParameter(9, circle ? ((Area.Circle) area).centre().lon() : null)
                        .setParameter(10, circle ? ((Area.Circle) area).metres() : null)
                        .setParameter(11, circle ? ((Area.Circle) area).place() : null)
                        .setParameter(12, SqlTime.text(now))
                        .executeUpdate()
                == 1;
    }

    private void cover(long id, Area.Circle circle) {
        List<Long> cells = CircleCells.of(circle);
        Query insert = em.createNativeQuery("insert into subscription_cell (cell, subscription_id) values "
                + String.join(", ", Collections.nCopies(cells.size(), "(?, " + id + ")")));
        for (int i = 0; i < cells.size(); i++) {
            insert.setParameter(i + 1, cells.get(i));
        }
        insert.executeUpdate();
    }

    /** How many areas the address watches. */
    long areas(String email) {
        return em.createNamedQuery("Subscription.areas", Long.class)
                .setParameter("email", email)
                .getSingleResult();
    }

    /** Everything that is told to the address, or to the account, the newest first. */
    List<Subscription> of(Holder holder, int most) {
        TypedQuery<Subscription> query = holder.accountId() == null
                ? em.createNamedQuery("Subscription.ofAddress", Subscription.class)
                : em.createNamedQuery("Subscription.ofHolder", Subscription.class)
                        .setParameter("account", holder.accountId());
        return query.setParameter("email", holder.email()).setMaxResults(most).getResultList();
    }
}
