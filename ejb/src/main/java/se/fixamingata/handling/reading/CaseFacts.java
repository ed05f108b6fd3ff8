package se.fixamingata.handling.reading;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import se.fixamingata.account.Membership;
import se.fixamingata.account.Role;
import se.fixamingata.account.StaffMember;
import se.fixamingata.notification.NotificationKind;
import se.fixamingata.notification.NotificationState;
import se.fixamingata.report.Report;
import se.fixamingata.shared.SqlTime;

/** What other tables know of a report: its people and its mails. One query each. */
@ApplicationScoped
class CaseFacts {

    private static final int MOST_DUPLICATES = 100;
    private static final int MOST_MAILS = 200;
    private static final int MOST_COLLEAGUES = 500;

    private static final String OTHERS =
            """
            select (select coalesce(nullif(a.name, ''), a.email) from account a where a.id = r.assignee_id),
                   (select count(*) from subscription s
                     where s.report_id = r.id and s.state = 'ACTIVE' and not (s.email <=> r.reporter_email)),
                   (select group_concat(d.id order by d.id desc separator ',' limit %d)
                      from report d where d.duplicate_of = r.id)
              from report r where r.id = ?1"""
                    .formatted(MOST_DUPLICATES);

    /** Mails to the reporter one by one, those to many by what they tell of. */
    private static final String MAILS =
            "select * from (select n.kind, n.state, if(n.recipient <=> r.reporter_email, n.recipient, null) as who,"
                    + " count(*), min(" + SqlTime.micros("n.created_at") + ") as planned, max("
                    + SqlTime.micros("n.sent_at") + ")"
                    + " from notification n join report r on r.id = n.report_id where n.report_id = ?1"
                    // Told to thousands who watch the area, and nothing of the case.
                    + " and n.kind <> 'NEWS_IN_AREA'"
                    + " group by n.kind, n.subject_id, n.state, who,"
                    + " if(n.recipient <=> r.reporter_email, n.id, 0)"
                    + " union all select n.kind, n.state, n.recipient, 1, "
                    + SqlTime.micros("n.created_at") + ", " + SqlTime.micros("n.sent_at")
                    + " from report r join bulk_change_report b on b.report_id = r.id and b.together"
                    + " and b.state = 'CHANGED'"
                    + " join notification n on n.kind = 'REPORTS_ANSWERED' and n.subject_id = b.bulk_id"
                    + " and n.recipient = r.reporter_email where r.id = ?1) as n"
                    + " order by planned desc, n.kind limit " + MOST_MAILS;

    private static final String COLLEAGUES =
            """
            select m.account_id, coalesce(nullif(a.name, ''), a.email) as who, m.role, m.categories
              from membership m join account a on a.id = m.account_id
             where m.authority_code = ?1 and m.role <> 'READER'
             order by who, m.id limit %d"""
                    .formatted(MOST_COLLEAGUES);

    @Inject
    EntityManager em;

    /** For the container. */
    CaseFacts() {}

    /** For tests. */
    CaseFacts(EntityManager em) {
        this.em = em;
    }

    /**
     * @param assignee in words; null for nobody
     * @param followers besides the reporter
     * @param duplicates newest first
     */
    record Others(String assignee, long followers, List<Long> duplicates) {}

    Others others(Report report) {
        Object[] row = (Object[])
                em.createNativeQuery(OTHERS).setParameter(1, report.id()).getSingleResult();
        return new Others(
                (String) row[0],
                ((Number) row[1]).longValue(),
                row[2] == null
                        ? List.of()
                        : Arrays.stream(((String) row[2]).split(","))
                                .map(Long::valueOf)
                                .toList());
    }

    /** @param named whether the reporter's address may be seen */
    List<SentMail> mails(Report report, boolean named) {
        Query query = em.createNativeQuery(MAILS).setParameter(1, report.id());
        @SuppressWarnings("unchecked")
        List<Object[]> rows = query.getResultList();
        List<SentMail> mails = new ArrayList<>(rows.stream()
                .map(row -> new SentMail(
                        NotificationKind.valueOf((String) row[0]),
                        named ? (String) row[2] : null,
                        ((Number) row[3]).longValue(),
                        NotificationState.valueOf((String) row[1]),
                        SqlTime.instant(row[4]),
                        SqlTime.instant(row[5])))
                .toList());
        Collections.reverse(mails);
        return mails;
    }

    List<Colleague> colleagues(String authorityCode) {
        Query query = em.createNativeQuery(COLLEAGUES).setParameter(1, authorityCode);
        @SuppressWarnings("unchecked")
        List<Object[]> rows = query.getResultList();
        return rows.stream()
                .map(row -> new Colleague(
                        ((Number) row[0]).longValue(),
                        (String) row[1],
                        new Membership(
                                authorityCode, Role.valueOf((String) row[2]), StaffMember.codes((String) row[3]))))
                .toList();
    }
}
