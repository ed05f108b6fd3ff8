package se.fixamingata.operatordesk;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import se.fixamingata.account.Account;
import se.fixamingata.account.Accounts;
import se.fixamingata.account.Caller;
import se.fixamingata.account.Membership;
import se.fixamingata.account.NotPermitted;
import se.fixamingata.account.Permissions;
import se.fixamingata.audit.AuditTrail;
import se.fixamingata.shared.EmailAddress;
import se.fixamingata.shared.OneAtATime;
import se.fixamingata.signin.SecondFactorRemoval;

/**
 * The operator helps somebody in, keeps somebody out, and says who is an operator. Nobody does that to themselves, and there is always an
 * operator who can sign in.
 */
@Stateless
@PermitAll
public class AccountDesk {

    /** More operators are not listed. */
    private static final int MOST = 100;

    @Inject
    EntityManager em;

    @Inject
    Accounts accounts;

    @Inject
    SecondFactorRemoval secondFactor;

    @Inject
    OneAtATime turns;

    @Inject
    AuditTrail audit;

    @Inject
    Clock clock;

    /** For the container. */
    public AccountDesk() {}

    /** For tests. */
    AccountDesk(
            EntityManager em,
            Accounts accounts,
            SecondFactorRemoval secondFactor,
            OneAtATime turns,
            AuditTrail audit,
            Clock clock) {
        this.em = em;
        this.accounts = accounts;
        this.secondFactor = secondFactor;
        this.turns = turns;
        this.audit = audit;
        this.clock = clock;
    }

    /** The account with that address, as typed; empty when there is none, or it is no address. */
    public Optional<Long> find(Caller caller, String typed) {
        Permissions.requireOperator(caller);
        return EmailAddress.parse(typed)
                .flatMap(address -> accounts.find(address.text()))
                .map(Account::id);
    }

    public Optional<AccountView> view(Caller caller, long accountId) {
        Permissions.requireOperator(caller);
        return accounts.find(accountId).map(this::view);
    }

    /** Everybody who works for the whole service. */
    public List<AccountView> operators(Caller caller) {
        Permissions.requireOperator(caller);
        return em.createNamedQuery("Account.operators", Account.class).setMaxResults(MOST).getResultList().stream()
                .map(this::brief)
                .toList();
    }

    private AccountView view(Account account) {
        long sessions = ((Number) em.createNativeQuery("select count(*) from account_session where account_id = ?1")
                        .setParameter(1, account.id())
                        .getSingleResult())
                .longValue();
        return view(account, sessions, accounts.memberships(account.id()));
    }

    private AccountView brief(Account account) {
        return view(account, 0, List.of());
    }

    private AccountView view(Account account, long sessions, List<Membership> places) {
        return new AccountView(
                account.id(),
                account.email(),
                account.name(),
                account.isOperator(),
                account.barredAt(),
                !account.isBarred() && account.isLocked(clock.instant()),
                account.hasTotp(),
                account.passwordHash() != null,
                account.createdAt(),
                account.lastSeenAt(),
                sessions,
                places);
    }

    /** Shuts it: every browser is signed out, and none gets in again. @return as {@link #removeSecondFactor} */
    public String bar(Caller caller, long accountId) {
        Account account = another(caller, accountId);
        if (account == null) {
            return "anvandare.own";
        }
        if (account.isOperator() && isLastOperator(account)) {
            return "anvandare.last-operator";
        }
        if (!account.isBarred()) {
            account.bar(clock.instant());
            em.createNamedQuery("AccountSession.endAll")
                    .setParameter("account", accountId)
                    .executeUpdate();
            note(caller, "account.barred", accountId, null, null);
        }
        return "";
    }

    /** Lets its owner in again, whatever has shut it. @return as {@link #removeSecondFactor} */
    public String open(Caller caller, long accountId) {
        Account account = another(caller, accountId);
        if (account == null) {
            return "anvandare.own";
        }
        if (account.isLocked(clock.instant())) {
            account.open();
            note(caller, "account.opened-again", accountId, null, null);
        }
        return "";
    }

    /**
     * For somebody who has lost the phone and the codes.
     *
     * @return what stands in the way, as a message key; empty when it is done
     */
    public String removeSecondFactor(Caller caller, long accountId) {
        Account account = another(caller, accountId);
        if (account == null) {
            return "anvandare.own";
        }
        if (account.hasTotp()) {
            secondFactor.remove(account);
            note(caller, "second-factor.removed", accountId, null, null);
        }
        return "";
    }

    /** @return as {@link #removeSecondFactor} */
    public String makeOperator(Caller caller, long accountId) {
        Account account = another(caller, accountId);
        if (account == null) {
            return "anvandare.own";
        }
        if (!account.isOperator()) {
            account.becomeOperator();
            note(caller, "account.operator", accountId, "off", "on");
        }
        return "";
    }

    /** Also for oneself. @return as {@link #removeSecondFactor} */
    public String dismissOperator(Caller caller, long accountId) {
        Account account = locked(caller, accountId);
        if (!account.isOperator()) {
            return "";
        }
        if (isLastOperator(account)) {
            return "anvandare.last-operator";
        }
        account.resignAsOperator();
        note(caller, "account.operator", accountId, "on", "off");
        return "";
    }

    private boolean isLastOperator(Account account) {
        em.flush();
        return em.createNamedQuery("Account.otherOperators", Long.class)
                        .setParameter("id", account.id())
                        .getSingleResult()
                == 0;
    }

    /** Null for the caller's own. */
    private Account another(Caller caller, long accountId) {
        Account account = locked(caller, accountId);
        return caller.accountId() == accountId ? null : account;
    }

    /** One after the other, so that two operators who dismiss each other at once do not both succeed. */
    private Account locked(Caller caller, long accountId) {
        Permissions.requireOperator(caller);
        turns.enter("operators");
        Account account = em.find(Account.class, accountId);
        if (account == null) {
            throw new NotPermitted();
        }
        em.refresh(account, LockModeType.PESSIMISTIC_WRITE);
        return account;
    }

    private void note(Caller caller, String action, long accountId, String before, String after) {
        audit.record(caller.accountId(), null, action, "account:" + accountId, before, after);
    }
}
