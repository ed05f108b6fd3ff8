package se.fixamingata.personal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import se.fixamingata.account.Account;
import se.fixamingata.account.Accounts;
import se.fixamingata.report.Report;
import se.fixamingata.report.ReportConfirmed;
import se.fixamingata.update.ReportUpdate;
import se.fixamingata.update.UpdatePublished;

/**
 * A report or a comment that was confirmed through the mailbox of an account is that account's, although nobody was signed in when
 * writing it. In the transaction of the confirmation.
 */
@ApplicationScoped
public class Claims {

    @Inject
    EntityManager em;

    @Inject
    Accounts accounts;

    /** For the container. */
    public Claims() {}

    /** For tests. */
    Claims(EntityManager em, Accounts accounts) {
        this.em = em;
        this.accounts = accounts;
    }

    void confirmed(@Observes ReportConfirmed event) {
        Report report = em.find(Report.class, event.reportId());
        if (report.reporterAccount() == null && report.reporter().email() != null) {
            accounts.find(report.reporter().email()).map(Account::id).ifPresent(report::belongTo);
        }
    }

    void published(@Observes UpdatePublished event) {
        ReportUpdate update = em.find(ReportUpdate.class, event.updateId());
        if (update.accountId() == null && update.email() != null) {
            accounts.find(update.email()).map(Account::id).ifPresent(update::belongTo);
        }
    }
}
