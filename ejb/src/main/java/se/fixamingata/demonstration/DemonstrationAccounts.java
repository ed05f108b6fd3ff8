package se.fixamingata.demonstration;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import se.fixamingata.account.Account;
import se.fixamingata.account.Accounts;
import se.fixamingata.account.Role;
import se.fixamingata.account.StaffMember;
import se.fixamingata.shared.Language;
import se.fixamingata.shared.OneAtATime;

/**
 * People to try the service as, all with the same password, which {@code demo.sh} prints. Made at every start that lacks them, so that an
 * older demonstration gets them too.
 */
@Stateless
public class DemonstrationAccounts {

    /** Printed by {@code payara-config/demo.sh}. Worth nothing outside a demonstration. */
    static final String PASSWORD = "gatan lagas i morgon";

    /** The reports of the first resident, where they have none yet. */
    private static final int REPORTS_OF_RESIDENT = 9;

    private static final String RESIDENT = "anna.exempelsson@example.com";

    private static final List<Person> PEOPLE = List.of(
            new Person("handlaggare@forshaga.example", "Hanna Handläggare", "1763", Role.CASEWORKER),
            new Person("administrator@forshaga.example", "Adam Administratör", "1763", Role.ADMINISTRATOR),
            new Person("lasare@forshaga.example", "Lena Läsare", "1763", Role.READER),
            new Person("handlaggare@karlstad.example", "Kalle Handläggare", "1780", Role.CASEWORKER),
            new Person("administrator@karlstad.example", "Karin Administratör", "1780", Role.ADMINISTRATOR),
            new Person("handlaggare@stockholm.example", "Stina Handläggare", "0180", Role.CASEWORKER),
            new Person("administrator@stockholm.example", "Sten Administratör", "0180", Role.ADMINISTRATOR),
            new Person("operator@fixamingata.example", "Olga Operatör", null, null),
            new Person(RESIDENT, "Anna Exempelsson", null, null),
            new Person("erik.provlund@example.org", "Erik Provlund", null, null));

    @Inject
    EntityManager em;

    @Inject
    Accounts accounts;

    @Inject
    OneAtATime turns;

    @Inject
    Clock clock;

    /** For the container. */
    public DemonstrationAccounts() {}

    /** For tests. */
    DemonstrationAccounts(EntityManager em, Accounts accounts, OneAtATime turns, Clock clock) {
        this.em = em;
        this.accounts = accounts;
        this.turns = turns;
        this.clock = clock;
    }

    private record Person(String email, String name, String authorityCode, Role role) {

        boolean isOperator() {
            return email.startsWith("operator@");
        }
    }

    /**
     * Makes those that are missing. Public because the container calls nothing else on a bean.
     *
     * @param hash of {@link #PASSWORD}, made before the transaction
     */
    public void load(String hash) {
        turns.enter("demonstration.accounts");
        PEOPLE.stream()
                .filter(person -> accounts.find(person.email()).isEmpty())
                .toList()
                .forEach(person -> open(person, hash));
    }

    private void open(Person person, String hash) {
        Account account = new Account(person.email(), person.name(), Language.SV, clock.instant());
        account.setPasswordHash(hash);
        if (person.isOperator()) {
            account.becomeOperator();
        }
        em.persist(account);
        em.flush();
        if (person.authorityCode() != null) {
            em.persist(new StaffMember(account.id(), person.authorityCode(), person.role(), Set.of(), clock.instant()));
        }
    }

    /** Gives the resident some of the reports in Forshaga and Karlstad, and everybody the reports of their address. */
    public void shareReports() {
        accounts.find(RESIDENT).filter(resident -> reportsOf(resident) == 0).ifPresent(resident -> em.createNativeQuery(
                        "update report set reporter_name = ?1, reporter_email = ?2, reporter_account = ?3"
                                + " where municipality_code in ('1763', '1780') and reporter_account is null"
                                + " and reporter_email is not null order by id desc limit " + REPORTS_OF_RESIDENT)
                .setParameter(1, resident.name())
                .setParameter(2, resident.email())
                .setParameter(3, resident.id())
                .executeUpdate());
        em.createNativeQuery("update report join account on account.email = report.reporter_email"
                        + " set report.reporter_account = account.id where report.reporter_account is null")
                .executeUpdate();
    }

    private long reportsOf(Account account) {
        return ((Number) em.createNativeQuery("select count(*) from report where reporter_account = ?1")
                        .setParameter(1, account.id())
                        .getSingleResult())
                .longValue();
    }
}
