package se.fixamingata.signin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import se.fixamingata.account.Account;
import se.fixamingata.account.Accounts;
import se.fixamingata.audit.AuditTrail;
import se.fixamingata.shared.Language;
import se.fixamingata.shared.OneAtATime;

/**
 * Opens accounts, one for an address. Whoever shows that an address is theirs gets what was written with it before: reports, updates and
 * subscriptions, which were confirmed through the same mailbox.
 */
@ApplicationScoped
class AccountOpening {

    @Inject
    EntityManager em;

    @Inject
    Accounts accounts;

    @Inject
    OneAtATime turn;

    @Inject
    AuditTrail audit;

    @Inject
    Clock clock;

    /** For the container. */
    AccountOpening() {}

    /** For tests. */
    AccountOpening(EntityManager em, Accounts accounts, OneAtATime turn, AuditTrail audit, Clock clock) {
        this.em = em;
        this.accounts = accounts;
        this.turn = turn;
        this.audit = audit;
        this.clock = clock;
    }

    /** The account of an address that was proved just now; opened if there is none. Needs a transaction. */
    Account ofProved(String email, String name, Language language) {
        Account account = accounts.find(email).orElseGet(() -> open(email, name, language));
        claim(account);
        return account;
    }

    private Account open(String email, String name, Language language) {
        turn.enter("account.opening");
        return accounts.find(email).orElseGet(() -> {
            Account account = new Account(email, name, language, clock.instant());
            em.persist(account);
            em.flush();
            audit.record(account.id(), null, "account.opened", "account:" + account.id(), null, null);
            return account;
        });
    }

    private void claim(Account account) {
        em.flush();
        for (String statement : new String[] {
            "update report set reporter_account = ?1 where reporter_email = ?2 and reporter_account is null"
                    + " and status <> 'UNCONFIRMED'",
            "update report_update set account_id = ?1 where email = ?2 and account_id is null and state <> 'UNCONFIRMED'",
            "update subscription set account_id = ?1 where email = ?2 and account_id is null"
        }) {
            em.createNativeQuery(statement)
                    .setParameter(1, account.id())
                    .setParameter(2, account.email())
                    .executeUpdate();
        }
    }
}
