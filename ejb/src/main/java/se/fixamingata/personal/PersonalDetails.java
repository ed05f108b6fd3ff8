package se.fixamingata.personal;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.ArrayList;
import java.util.List;
import se.fixamingata.account.Account;
import se.fixamingata.account.Caller;
import se.fixamingata.account.NotPermitted;
import se.fixamingata.audit.AuditTrail;
import se.fixamingata.shared.Language;
import se.fixamingata.shared.TypedText;
import se.fixamingata.submission.FieldProblem;
import se.fixamingata.submission.FieldRules;

/** What somebody is called, and how they are reached. The address is what they sign in with and stays. */
@Stateless
@PermitAll
public class PersonalDetails {

    private static final int PHONE_MAX = 40;

    @Inject
    EntityManager em;

    @Inject
    AuditTrail audit;

    /** For the container. */
    public PersonalDetails() {}

    /** For tests. */
    PersonalDetails(EntityManager em, AuditTrail audit) {
        this.em = em;
        this.audit = audit;
    }

    /**
     * What is stored of a person.
     *
     * @param phone empty for none
     */
    public record Details(String email, String name, String phone, Language language) {}

    public Details read(Caller caller) {
        Account account = em.find(Account.class, caller.accountId());
        return new Details(
                account.email(), account.name(), account.phone() == null ? "" : account.phone(), account.language());
    }

    /**
     * Changes them.
     *
     * @param name and phone as typed
     * @param language code
     * @return what has to be mended first; empty when it was done
     */
    public List<FieldProblem> change(Caller caller, String name, String phone, String language) {
        String line = TypedText.line(name == null ? "" : name, FieldRules.NAME_MAX + 1);
        String number = TypedText.line(phone == null ? "" : phone, PHONE_MAX + 1);
        List<FieldProblem> problems = new ArrayList<>();
        FieldRules.name(line).ifPresent(problems::add);
        if (TypedText.length(number) > PHONE_MAX) {
            problems.add(new FieldProblem("phone", "report.phone.long", PHONE_MAX));
        }
        if (problems.isEmpty()) {
            Account account = em.find(Account.class, caller.accountId(), LockModeType.PESSIMISTIC_WRITE);
            if (account == null) {
                throw new NotPermitted();
            }
            account.rename(line, TypedText.isVisible(number) ? number : null, Language.of(language));
            audit.record(account.id(), null, "account.changed", "account:" + account.id(), null, null);
        }
        return problems;
    }
}
