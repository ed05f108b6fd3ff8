package se.fixamingata.inbox;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import se.fixamingata.account.Caller;
import se.fixamingata.account.Permissions;
import se.fixamingata.account.Right;

/** Those whose reports one can look for: who handles an authority's reports. */
@Stateless
public class InboxPeople {

    /** More than any authority has; a list to choose from is no use beyond it. */
    private static final int MOST = 500;

    @Inject
    EntityManager em;

    /** For the container. */
    public InboxPeople() {}

    /** For tests. */
    public InboxPeople(EntityManager em) {
        this.em = em;
    }

    /** Account numbers and names, by name. */
    @SuppressWarnings("unchecked")
    public Map<Long, String> of(Caller caller, String authorityCode) {
        Permissions.require(caller, Right.VIEW, authorityCode);
        List<Object[]> rows = em.createNativeQuery(
                        "select a.id, coalesce(nullif(a.name, ''), a.email) as called from membership m join account a on a.id = m.account_id"
                                + " where m.authority_code = ? and m.role in ('CASEWORKER', 'ADMINISTRATOR') order by called, a.id limit "
                                + MOST)
                .setParameter(1, authorityCode)
                .getResultList();
        Map<Long, String> people = new LinkedHashMap<>();
        rows.forEach(row -> people.put(((Number) row[0]).longValue(), (String) row[1]));
        return people;
    }
}
