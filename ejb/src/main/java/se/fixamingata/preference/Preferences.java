package se.fixamingata.preference;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import se.fixamingata.account.Caller;

/** Somebody's own choices, by name. */
@Stateless
public class Preferences {

    private static final int NAME_MAX = 40;
    private static final int CHOICE_MAX = 1_000;
    private static final int MOST = 50;

    @Inject
    EntityManager em;

    /** For the container. */
    public Preferences() {}

    /** For tests. */
    public Preferences(EntityManager em) {
        this.em = em;
    }

    /** All of them: few, and read once a page. */
    @SuppressWarnings("unchecked")
    public Map<String, String> of(Caller caller) {
        List<Object[]> rows = em.createNativeQuery(
                        "select name, choice from account_preference where account_id = ? order by name limit " + MOST)
                .setParameter(1, caller.accountId())
                .getResultList();
        return rows.stream().collect(Collectors.toMap(row -> (String) row[0], row -> (String) row[1]));
    }

    /** @throws IllegalArgumentException when name or choice are longer than a choice can be */
    public void choose(Caller caller, String name, String choice) {
        if (name.length() > NAME_MAX || choice.length() > CHOICE_MAX) {
            throw new IllegalArgumentException("No choice is that long: " + name);
        }
        em.createNativeQuery("insert into account_preference (account_id, name, choice) values (?, ?, ?)"
                        + " on duplicate key update choice = value(choice)")
                .setParameter(1, caller.accountId())
                .setParameter(2, name)
                .setParameter(3, choice)
                .executeUpdate();
    }
}
