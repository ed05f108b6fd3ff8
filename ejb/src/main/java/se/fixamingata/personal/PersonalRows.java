package se.fixamingata.personal;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import se.fixamingata.account.Account;
import se.fixamingata.account.Accounts;
import se.fixamingata.account.Caller;
import se.fixamingata.account.Membership;
import se.fixamingata.account.NotPermitted;
import se.fixamingata.audit.AuditTrail;
import se.fixamingata.shared.SqlTime;

/**
 * What is stored about a person, read in short transactions: theirs by account, or by the address of the account where that was
 * confirmed.
 */
@Stateless
@PermitAll
public class PersonalRows {

    /** Rows read at a time. */
    static final int PORTION = 200;

    @Inject
    EntityManager em;

    @Inject
    Accounts accounts;

    @Inject
    AuditTrail audit;

    /** For the container. */
    public PersonalRows() {}

    /** For tests. */
    PersonalRows(EntityManager em, Accounts accounts, AuditTrail audit) {
        this.em = em;
        this.accounts = accounts;
        this.audit = audit;
    }

    /** Whose they are. */
    public record Person(Account account, List<Membership> places) {}

    /** What there is. Each query: number, then columns; ?1 is the account, ?2 its address, ?3 the number after which to go on. */
    public enum Kind {
        SESSIONS("select id, browser, way, " + SqlTime.micros("created_at") + ", " + SqlTime.micros("last_seen_at")
                + " from account_session where account_id = ?1 and ?2 is not null and id > ?3 order by id"),
        REPORTS("select r.id, title, description, category_code, status, municipality_code, authority_code, lat, lon,"
                + " address, reporter_name, reporter_phone, show_name, source, " + SqlTime.micros("submitted_at") + ", "
                + SqlTime.micros("confirmed_at")
                + ", (select group_concat(photo.id) from photo where photo.report_id = r.id and photo.update_id is null)"
                + ", (select json_arrayagg(json_object('question', a.question, 'answer', a.shown) order by a.sort_order)"
                + " from report_answer a where a.report_id = r.id)"
                + " from report r join (select id from report where reporter_account = ?1"
                + " union select id from report where reporter_email = ?2 and status <> 'UNCONFIRMED') mine"
                + " on mine.id = r.id where r.id > ?3 order by r.id"),
        UPDATES("select u.id, report_id, text, name, show_name, looks_fixed, state, " + SqlTime.micros("created_at")
                + " from report_update u join (select id from report_update where account_id = ?1 and author <> 'AUTHORITY'"
                + " union select id from report_update where email = ?2 and state <> 'UNCONFIRMED') mine"
                + " on mine.id = u.id where u.id > ?3 order by u.id"),
        SUBSCRIPTIONS("select s.id, report_id, state, " + SqlTime.micros("created_at")
                + ", s.kind, s.frequency, s.municipality_code, s.category_code, s.lat, s.lon, s.radius, s.place"
                + " from subscription s join (select id from subscription where account_id = ?1"
                + " union select id from subscription where email = ?2 and confirmed_at is not null) mine"
                + " on mine.id = s.id where s.id > ?3 order by s.id");

        private final String query;

        Kind(String query) {
            this.query = query;
        }
    }

    /** Remembers that somebody takes their data along. */
    public Person begin(Caller caller) {
        Account account = accounts.find(caller.accountId()).orElseThrow(NotPermitted::new);
        audit.record(account.id(), null, "account.exported", "account:" + account.id(), null, null);
        return new Person(account, accounts.memberships(account.id()));
    }

    /**
     * The next rows.
     *
     * @param after number of the last row that was read; 0 at the beginning
     * @return at most {@link #PORTION}
     */
    @SuppressWarnings("unchecked")
    public List<Object[]> read(Kind kind, long accountId, String email, long after) {
        return em.createNativeQuery(kind.query)
                .setParameter(1, accountId)
                .setParameter(2, email)
                .setParameter(3, after)
                .setMaxResults(PORTION)
                .getResultList();
    }
}
