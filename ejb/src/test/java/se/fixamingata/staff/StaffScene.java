package se.fixamingata.staff;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import se.fixamingata.account.Account;
import se.fixamingata.account.Accounts;
import se.fixamingata.account.Caller;
import se.fixamingata.account.Role;
import se.fixamingata.account.StaffMember;
import se.fixamingata.audit.AuditReading;
import se.fixamingata.audit.AuditTrail;
import se.fixamingata.category.Categories;
import se.fixamingata.municipality.Authorities;
import se.fixamingata.shared.Language;
import se.fixamingata.shared.OneAtATime;
import se.fixamingata.signin.EmployersDoor;

/** Two authorities with their people, and all use cases of this package on one entity manager. */
final class StaffScene {

    static final String FORSHAGA = "1763";
    static final String STOCKHOLM = "0180";

    final EntityManager em;
    final Staff staff;
    final Inviting inviting;
    final AuditDesk log;
    final AuditTrail audit;
    private final Clock clock;

    StaffScene(EntityManager em, Clock clock) {
        this.em = em;
        this.clock = clock;
        audit = new AuditTrail(em, clock);
        Categories categories = new Categories(em);
        staff = new Staff(
                em,
                categories,
                new Unassigning(em, new Authorities(em), audit, clock),
                new OneAtATime(em),
                audit,
                clock);
        inviting = new Inviting(new EmployersDoor(em, clock).invitations, categories, clock);
        log = new AuditDesk(new AuditReading(em), audit);
    }

    /** Somebody with an account, and a place if a role is given. */
    long person(String name, String authorityCode, Role role, String... categories) {
        Account account = new Account(
                name.toLowerCase(java.util.Locale.ROOT) + "@example.org", name, Language.SV, clock.instant());
        em.persist(account);
        if (role != null) {
            em.persist(new StaffMember(account.id(), authorityCode, role, Set.of(categories), clock.instant()));
        }
        em.flush();
        return account.id();
    }

    /** As read anew for a request. */
    Caller caller(long accountId) {
        em.flush();
        return new Accounts(em).caller(em.find(Account.class, accountId), 1);
    }

    Caller operator() {
        return new Caller(person("Olga", null, null), 1, "Olga", "olga@example.org", Language.SV, true, List.of());
    }

    long count(String from) {
        em.flush();
        return ((Number) em.createNativeQuery("select count(*) from " + from).getSingleResult()).longValue();
    }
}
