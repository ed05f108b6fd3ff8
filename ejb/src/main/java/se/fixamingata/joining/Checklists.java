package se.fixamingata.joining;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import se.fixamingata.account.Caller;
import se.fixamingata.account.Permissions;
import se.fixamingata.account.Right;
import se.fixamingata.audit.AuditTrail;
import se.fixamingata.municipality.AuthorityState;
import se.fixamingata.shared.SqlTime;

/** The checklists: one for its authority's administrators, all of them for the operator. One query either way. */
@Stateless
@PermitAll
public class Checklists {

    /** Whoever takes reports in a system of its own needs no address. */
    private static final String READ =
            """
            select a.code, a.name, a.state,
                   coalesce((select group_concat(s.step) from authority_step s where s.authority_code = a.code), ''),
                   exists (select 1 from authority_category x where x.authority_code = a.code),
                   exists (select 1 from delivery d where d.authority_code = a.code and d.state in ('DELIVERED', 'HANDLED')),
                   a.email is null and coalesce(i.channel, 'MAIL') = 'MAIL' and exists (
                       select 1 from category c
                        where (c.code = 'state_road') = (a.code = 'TRV')
                          and (not exists (select 1 from authority_category x where x.authority_code = a.code)
                               or exists (select 1 from authority_category x
                                           where x.authority_code = a.code and x.category_code = c.code))
                          and not exists (select 1 from category_recipient r
                                           where r.authority_code = a.code and r.category_code = c.code)),
                   (select count(*) from membership m where m.authority_code = a.code),
                   (select count(*) from membership m where m.authority_code = a.code and m.role = 'ADMINISTRATOR')
              from authority a
              left join integration i on i.authority_code = a.code
            """;

    private static final String ONE = READ + " where a.code = ?1";
    private static final String ALL = READ + " order by a.name";

    @Inject
    EntityManager em;

    @Inject
    AuditTrail audit;

    @Inject
    Clock clock;

    /** For the container. */
    public Checklists() {}

    /** For tests. */
    Checklists(EntityManager em, AuditTrail audit, Clock clock) {
        this.em = em;
        this.audit = audit;
        this.clock = clock;
    }

    /** @throws se.fixamingata.account.NotPermitted unless the caller administers that authority */
    public Checklist find(Caller caller, String authorityCode) {
        Permissions.require(caller, Right.ADMINISTER, authorityCode);
        return read(em.createNativeQuery(ONE).setParameter(1, authorityCode)).get(0);
    }

    /**
     * All authorities', by name: there are 291.
     *
     * @throws se.fixamingata.account.NotPermitted unless the caller is an operator
     */
    public List<Checklist> all(Caller caller) {
        Permissions.requireOperator(caller);
        return read(em.createNativeQuery(ALL));
    }

    /**
     * Ticks a point, or takes the tick away; what the service sees for itself is left alone.
     *
     * @throws se.fixamingata.account.NotPermitted unless the caller administers that authority
     */
    public void tick(Caller caller, String authorityCode, ChecklistStep step, boolean done) {
        Permissions.require(caller, Right.ADMINISTER, authorityCode);
        if (!step.isTicked()) {
            return;
        }
        Query change = done
                ? em.createNativeQuery(
                                "insert ignore into authority_step (authority_code, step, done_at) values (?1, ?2, ?3)")
                        .setParameter(3, SqlTime.text(clock.instant()))
                : em.createNativeQuery("delete from authority_step where authority_code = ?1 and step = ?2");
        int changed = change.setParameter(1, authorityCode)
                .setParameter(2, step.code())
                .executeUpdate();
        if (changed > 0) {
            audit.record(
                    caller.accountId(),
                    authorityCode,
                    done ? "step.ticked" : "step.unticked",
                    "authority:" + authorityCode,
                    null,
                    step.code());
        }
    }

    private static List<Checklist> read(Query query) {
        List<?> rows = query.getResultList();
        return rows.stream().map(row -> checklist((Object[]) row)).toList();
    }

    private static Checklist checklist(Object[] row) {
        return new Checklist(
                (String) row[0],
                (String) row[1],
                AuthorityState.valueOf((String) row[2]),
                steps((String) row[3]),
                isTrue(row[4]),
                isTrue(row[5]),
                isTrue(row[6]),
                ((Number) row[7]).intValue(),
                ((Number) row[8]).intValue());
    }

    private static Set<ChecklistStep> steps(String codes) {
        return Arrays.stream(codes.split(","))
                .flatMap(code -> ChecklistStep.find(code).stream())
                .collect(Collectors.toSet());
    }

    private static boolean isTrue(Object column) {
        return column instanceof Boolean yes ? yes : ((Number) column).intValue() != 0;
    }
}
