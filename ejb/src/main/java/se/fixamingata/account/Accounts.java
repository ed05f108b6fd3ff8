package se.fixamingata.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;

/** All accounts. */
@ApplicationScoped
public class Accounts {

    @Inject
    EntityManager em;

    /** For the container. */
    public Accounts() {}

    /** For tests. */
    public Accounts(EntityManager em) {
        this.em = em;
    }

    /** @param email in the form of {@link se.fixamingata.shared.EmailAddress} */
    public Optional<Account> find(String email) {
        return em.createNamedQuery("Account.byEmail", Account.class)
                .setParameter("email", email)
                .getResultStream()
                .findFirst();
    }

    public Optional<Account> find(long id) {
        return Optional.ofNullable(em.find(Account.class, id));
    }

    public List<Membership> memberships(long accountId) {
        return em.createNamedQuery("StaffMember.ofAccount", StaffMember.class)
                .setParameter("account", accountId)
                .getResultStream()
                .map(StaffMember::membership)
                .toList();
    }

    /** Who that is, as a caller of use cases. */
    public Caller caller(Account account, long sessionId) {
        return caller(account, sessionId, null);
    }

    /**
     * Who that is, as a caller of use cases.
     *
     * @param onlyAt code of the only authority that the session sees, where an operator is nothing more; null for everything
     */
    public Caller caller(Account account, long sessionId, String onlyAt) {
        return new Caller(
                account.id(),
                sessionId,
                account.name().isBlank() ? account.email() : account.name(),
                account.email(),
                account.language(),
                onlyAt == null && account.isOperator(),
                memberships(account.id()).stream()
                        .filter(place -> onlyAt == null || place.authorityCode().equals(onlyAt))
                        .toList());
    }
}
