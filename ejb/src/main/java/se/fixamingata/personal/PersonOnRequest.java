package se.fixamingata.personal;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Optional;
import se.fixamingata.account.Account;
import se.fixamingata.account.Accounts;
import se.fixamingata.account.Caller;
import se.fixamingata.account.Permissions;
import se.fixamingata.shared.EmailAddress;
import se.fixamingata.shared.TypedText;

/**
 * Looks up and erases somebody who asks for it and cannot do it themselves (GDPR, article 17): with an account or without. An operator
 * has made sure who is asking.
 */
@Stateless
@PermitAll
public class PersonOnRequest {

    public static final int REFERENCE_MAX = 80;

    private static final String HOLDINGS =
            """
            select (select count(*) from report where (reporter_account = ?1 or reporter_email = ?2)),
                   (select count(*) from report where (reporter_account = ?1 or reporter_email = ?2)
                       and status in ('REPORTED', 'INVESTIGATING', 'PLANNED', 'IN_PROGRESS', 'FORWARDED')),
                   (select count(*) from report_hold h join report r on r.id = h.report_id
                     where (r.reporter_account = ?1 or r.reporter_email = ?2)),
                   (select count(*) from report_update where (account_id = ?1 and author <> 'AUTHORITY' or email = ?2)),
                   (select count(*) from subscription where (account_id = ?1 or email = ?2)),
                   (select count(*) from membership where account_id = ?1)""";

    @Inject
    EntityManager em;

    @Inject
    Accounts accounts;

    @Inject
    Forgetting forgetting;

    /** For the container. */
    public PersonOnRequest() {}

    /** For tests. */
    PersonOnRequest(EntityManager em, Accounts accounts, Forgetting forgetting) {
        this.em = em;
        this.accounts = accounts;
        this.forgetting = forgetting;
    }

    /**
     * What there is.
     *
     * @param typed an address, as typed
     * @return empty when it is no address
     */
    public Optional<PersonHoldings> holdings(Caller caller, String typed) {
        Permissions.requireOperator(caller);
        return EmailAddress.parse(typed).map(EmailAddress::text).map(this::count);
    }

    private PersonHoldings count(String email) {
        Optional<Account> account = accounts.find(email);
        Object[] row = (Object[]) em.createNativeQuery(HOLDINGS)
                .setParameter(1, account.map(Account::id).orElse(Forgetting.NOBODY))
                .setParameter(2, email)
                .getSingleResult();
        return new PersonHoldings(
                email,
                account.isPresent(),
                account.filter(Account::isOperator).isPresent() || number(row[5]) > 0,
                number(row[0]),
                number(row[1]),
                number(row[2]),
                number(row[3]),
                number(row[4]));
    }

    private static long number(Object value) {
        return ((Number) value).longValue();
    }

    /**
     * Erases all that is the person's; reports and comments stay as words of nobody in particular.
     *
     * @param typed the address, as typed
     * @param reference of the request, as typed; stays in the audit trail, and must name nobody
     * @return what stands in the way, as a message key; empty when it is done
     */
    public String erase(Caller caller, String typed, String reference) {
        Permissions.requireOperator(caller);
        String line = TypedText.line(reference, REFERENCE_MAX + 1);
        PersonHoldings found = holdings(caller, typed).orElse(null);
        if (found == null) {
            return "person.email-wrong";
        }
        if (!TypedText.isVisible(line) || TypedText.length(line) > REFERENCE_MAX || line.contains("@")) {
            return "person.reference-missing";
        }
        if (found.isEmpty()) {
            return "person.nothing";
        }
        if (found.staff()) {
            return "person.staff";
        }
        if (found.held() > 0) {
            return "person.held";
        }
        forgetting.onRequest(caller, found.email(), line);
        return "";
    }
}
