package se.fixamingata.personal;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import se.fixamingata.account.Account;
import se.fixamingata.account.Caller;
import se.fixamingata.account.NotPermitted;
import se.fixamingata.audit.AuditTrail;
import se.fixamingata.moderation.ModerationErasure;
import se.fixamingata.signin.Proofs;

/** The transaction of {@link AccountErasure} and of {@link PersonOnRequest}: set by set, the same few statements for one report and for a thousand. */
@Stateless
@PermitAll
public class Forgetting {

    /** What somebody without a password types instead, in either language. */
    static final Set<String> WORDS = Set.of("radera", "erase");

    static final String THEIR_REPORTS = "(reporter_account = ?1 or reporter_email = ?2)";
    static final String THEIR_UPDATES = "(account_id = ?1 and author <> 'AUTHORITY' or email = ?2)";

    /** In this order: links and photos are found by whose the reports are, so that comes last. */
    private static final List<String> STATEMENTS = List.of(
            "delete from report where status = 'UNCONFIRMED' and " + THEIR_REPORTS,
            "delete from report_update where state = 'UNCONFIRMED' and " + THEIR_UPDATES,
            "delete l from secret_link l join report r on r.id = l.report_id where l.purpose in ('REPORTER', 'QUESTION')"
                    + " and (r.reporter_account = ?1 or r.reporter_email = ?2)",
            "update photo p join report r on r.id = p.report_id set p.file_name = ''"
                    + " where p.update_id is null and (r.reporter_account = ?1 or r.reporter_email = ?2)",
            "update photo p join report_update u on u.id = p.update_id set p.file_name = ''"
                    + " where u.account_id = ?1 and u.author <> 'AUTHORITY' or u.email = ?2",
            "update report set reporter_name = null, reporter_email = null, reporter_phone = null, show_name = false,"
                    + " name_consent = false, reporter_account = null where " + THEIR_REPORTS,
            "update report_update set account_id = null, name = null, email = null, show_name = false,"
                    + " name_consent = false where " + THEIR_UPDATES,
            "delete from subscription where account_id = ?1 or email = ?2",
            "delete from digest where email = ?2 and ?1 is not null",
            "delete from area_told where email = ?2 and ?1 is not null",
            "delete from notification where recipient = ?2 and ?1 is not null",
            "delete l from secret_link l join sign_in_request s on s.id = l.subject_id"
                    + " where l.purpose = 'SIGN_IN' and s.email = ?2 and ?1 is not null",
            "delete from sign_in_request where email = ?2 and ?1 is not null",
            "delete from invitation where email = ?2 and ?1 is not null",
            "delete from draft where email = ?2 and ?1 is not null",
            "delete from update_draft where email = ?2 and ?1 is not null",
            "update audit_entry set before_value = null, after_value = null, detail = null"
                    + " where subject = concat('account:', ?1) and ?2 is not null",
            // Its sessions, codes, places, filters and choices go with it; what it did as staff stays without a name.
            "delete from account where id = ?1 and email = ?2");

    /** No account has this number. */
    static final long NOBODY = -1;

    @Inject
    EntityManager em;

    @Inject
    Proofs proofs;

    @Inject
    ModerationErasure moderation;

    @Inject
    AuditTrail audit;

    /** For the container. */
    public Forgetting() {}

    /** For tests. */
    public Forgetting(EntityManager em, Proofs proofs, ModerationErasure moderation, AuditTrail audit) {
        this.em = em;
        this.proofs = proofs;
        this.moderation = moderation;
        this.audit = audit;
    }

    /** @param proof what was typed, compared with the password */
    public ErasureResult byPassword(Caller caller, Proofs.Shown proof) {
        return switch (proofs.password(caller, proof)) {
            case RIGHT -> forget(account(caller), "account:" + caller.accountId());
            case WRONG -> ErasureResult.WRONG;
            case LOCKED -> ErasureResult.LOCKED;
        };
    }

    /** @param typed the word; not enough for an account that has got a password */
    public ErasureResult byWord(Caller caller, String typed) {
        Account account = account(caller);
        return account.passwordHash() == null && WORDS.contains(typed.strip().toLowerCase(Locale.ROOT))
                ? forget(account, "account:" + account.id())
                : ErasureResult.WRONG;
    }

    /** An account that nobody has used and whose owner was warned; whether that is so is known to whoever calls. */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void unused(long accountId) {
        Account account = em.find(Account.class, accountId, LockModeType.PESSIMISTIC_WRITE);
        if (account != null) {
            forget(account, "system");
        }
    }

    /**
     * Whoever has the address, with an account or without. That it may be done is known to whoever calls.
     *
     * @param reference of the request; names nobody
     */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void onRequest(Caller operator, String email, String reference) {
        Account account = em.createNamedQuery("Account.byEmail", Account.class)
                .setParameter("email", email)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst()
                .orElse(null);
        if (account == null) {
            em.flush();
            remove(null, email);
        } else {
            forget(account, "account:" + operator.accountId());
        }
        audit.record(operator.accountId(), null, "person.erased", "person:" + reference, null, null);
    }

    private ErasureResult forget(Account account, String actor) {
        long id = account.id();
        String email = account.email();
        em.flush();
        em.detach(account);
        remove(id, email);
        audit.record(actor, "account.erased", "account:" + id, null);
        return ErasureResult.ERASED;
    }

    /** @param accountId null for who has none */
    private void remove(Long accountId, String email) {
        moderation.forget(accountId, email);
        for (String statement : STATEMENTS) {
            em.createNativeQuery(statement)
                    .setParameter(1, accountId == null ? NOBODY : accountId)
                    .setParameter(2, email)
                    .executeUpdate();
        }
    }

    private Account account(Caller caller) {
        Account account = em.find(Account.class, caller.accountId(), LockModeType.PESSIMISTIC_WRITE);
        if (account == null) {
            throw new NotPermitted();
        }
        return account;
    }
}
