package se.fixamingata.subscription;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import se.fixamingata.settings.ServiceSettings;
import se.fixamingata.subscription.UnsubscribeTokens.Ending;

/** Administrators who do not want the letter of the month, of any municipality: a choice of the account's, gone with it. */
@ApplicationScoped
public class LetterStops {

    /** Of an account {@code k}: whether it wants the letter, for queries that ask of many at once. */
    public static final String WANTED =
            "not exists (select 1 from account_preference p where p.account_id = k.id and p.name = 'monthly-letter')";

    @Inject
    EntityManager em;

    @Inject
    UnsubscribeTokens tokens;

    @Inject
    ServiceSettings service;

    /** For the container. */
    public LetterStops() {}

    /** For tests. */
    public LetterStops(EntityManager em, UnsubscribeTokens tokens, ServiceSettings service) {
        this.em = em;
        this.tokens = tokens;
        this.service = service;
    }

    /** The address that ends these letters to that account, for a mail that is being written. */
    public String link(long accountId) {
        return service.link(
                "/avregistrera/" + tokens.of(Ending.ofLetters(accountId)).text());
    }

    /** Whether there is anything to end: an account that is an administrator somewhere, and has not ended it. */
    boolean isWanted(long accountId) {
        return of(accountId, " and " + WANTED);
    }

    /** Whether that account is an administrator somewhere, who gets the letter or may choose it again. */
    boolean isOffered(long accountId) {
        return of(accountId, "");
    }

    private boolean of(long accountId, String condition) {
        return !em.createNativeQuery("select 1 from account k where k.id = ?1 and exists (select 1 from membership m"
                        + " where m.account_id = k.id and m.role = 'ADMINISTRATOR')" + condition)
                .setParameter(1, accountId)
                .getResultList()
                .isEmpty();
    }

    /** Twice is as good as once. Needs a transaction. */
    void stop(long accountId) {
        em.createNativeQuery(
                        "insert ignore into account_preference (account_id, name, choice) values (?1, 'monthly-letter', 'no')")
                .setParameter(1, accountId)
                .executeUpdate();
    }

    /** The letters come again. Needs a transaction. */
    void resume(long accountId) {
        em.createNativeQuery("delete from account_preference where account_id = ?1 and name = 'monthly-letter'")
                .setParameter(1, accountId)
                .executeUpdate();
    }
}
