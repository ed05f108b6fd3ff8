package se.fixamingata.personal;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import se.fixamingata.account.Account;
import se.fixamingata.account.Caller;
import se.fixamingata.account.NotPermitted;
import se.fixamingata.signin.Proofs;

/**
 * Forgets a person (product.md, P9): the reports and updates stay, as words that nobody in particular has written; everything else goes.
 * The password is compared before the transaction that forgets.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class AccountErasure {

    @Inject
    EntityManager em;

    @Inject
    Proofs proofs;

    @Inject
    Forgetting forgetting;

    /** For the container. */
    public AccountErasure() {}

    /** For tests. */
    AccountErasure(EntityManager em, Proofs proofs, Forgetting forgetting) {
        this.em = em;
        this.proofs = proofs;
        this.forgetting = forgetting;
    }

    /** What there is to lose. */
    public ErasureOutlook outlook(Caller caller) {
        Account account = account(caller);
        return new ErasureOutlook(
                count("report where " + Forgetting.THEIR_REPORTS, account),
                count("report_update where " + Forgetting.THEIR_UPDATES, account),
                count("subscription where state = 'ACTIVE' and (account_id = ?1 or email = ?2)", account),
                account.passwordHash() != null,
                lastAdministratorOf(account),
                account.isOperator() && count("account where operator and id <> ?1 and ?2 is not null", account) == 0);
    }

    private List<String> lastAdministratorOf(Account account) {
        return em
                .createNativeQuery("select m.authority_code from membership m where m.account_id = ?1"
                        + " and m.role = 'ADMINISTRATOR' and not exists (select 1 from membership o"
                        + " where o.authority_code = m.authority_code and o.role = 'ADMINISTRATOR'"
                        + " and o.account_id <> m.account_id) order by m.authority_code")
                .setParameter(1, account.id())
                .getResultList()
                .stream()
                .map(code -> (String) code)
                .toList();
    }

    /** @param proof the password, or the word where there is no password; as typed */
    public ErasureResult erase(Caller caller, String proof) {
        String typed = proof == null ? "" : proof;
        if (account(caller).passwordHash() == null) {
            return forgetting.byWord(caller, typed);
        }
        return proofs.show(caller, typed)
                .map(shown -> forgetting.byPassword(caller, shown))
                .orElse(ErasureResult.BUSY);
    }

    private long count(String from, Account account) {
        return ((Number) em.createNativeQuery("select count(*) from " + from)
                        .setParameter(1, account.id())
                        .setParameter(2, account.email())
                        .getSingleResult())
                .longValue();
    }

    private Account account(Caller caller) {
        Account account = em.find(Account.class, caller.accountId());
        if (account == null) {
            throw new NotPermitted();
        }
        return account;
    }
}
