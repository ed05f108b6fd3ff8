package se.fixamingata.retention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;

/**
 * Takes the people out of reports whose time is over: what everybody reads stays, and nobody can tell any more who wrote it. The same few
 * statements for one report and for five hundred; {@code personal-columns.txt} in the tests says of every column why it is or is not among
 * them.
 */
@ApplicationScoped
public class Anonymisation {

    /** What a report has gathered about people, for the reports {@code :reports}; nothing of it waits, or they would not be due. */
    private static final List<String> GATHERED = List.of(
            "delete from secret_link where report_id in (:reports) and purpose not in ('HANDLE', 'REPLY')",
            "delete from subscription where report_id in (:reports)",
            "delete from area_told where report_id in (:reports)",
            "delete from notification where report_id in (:reports) and settled_at is not null",
            "delete from incoming_mail where report_id in (:reports)"
                    + " and state in ('PUBLISHED', 'AUTOMATIC', 'BOUNCE', 'REFUSED', 'HANDLED')",
            "delete from photo where report_id in (:reports) and hidden",
            "delete p from photo p join report_update u on u.id = p.update_id"
                    + " where u.report_id in (:reports) and p.hidden",
            "delete from moderation_original where report_id in (:reports)",
            "delete from report_answer where report_id in (:reports)",
            "update abuse_report set text = null, network = null, reported_by = random_bytes(32)"
                    + " where report_id in (:reports) and verdict is not null",
            "update delivery d join delivery_attempt a on a.delivery_id = d.id set a.answer = null"
                    + " where d.report_id in (:reports) and a.answer is not null",
            "update update_delivery set last_error = null where report_id in (:reports) and last_error is not null",
            "update remote_photo set last_error = null where report_id in (:reports) and last_error is not null",
            "update history_entry set actor_name = null where report_id in (:reports)"
                    + " and actor in ('REPORTER', 'RESIDENT') and actor_name is not null");

    private static final List<String> REPORTS = List.of(
            "update photo set file_name = '' where report_id in (:reports) and update_id is null",
            "update report set reporter_name = null, reporter_email = null, reporter_phone = null, reporter_account = null,"
                    + " show_name = false, name_consent = false, anonymised_on = ':today' where id in (:reports)");

    private static final List<String> COMMENTS = List.of(
            "update photo set file_name = '' where update_id in (:comments)",
            "delete from secret_link where subject_id in (:comments) and purpose = 'CONFIRM_UPDATE'",
            "update report_update set name = null, email = null, account_id = null, show_name = false,"
                    + " name_consent = false, anonymised_on = ':today' where id in (:comments)");

    @Inject
    EntityManager em;

    /** For the container. */
    public Anonymisation() {}

    /** For tests. */
    public Anonymisation(EntityManager em) {
        this.em = em;
    }

    /** @param ids reports that are due, and locked */
    void reports(Collection<Long> ids, RetentionNight night) {
        run(GATHERED, ids, List.of(), night);
        run(REPORTS, ids, List.of(), night);
    }

    /** @param ids comments that are due, and locked */
    void comments(Collection<Long> ids, RetentionNight night) {
        if (ids.isEmpty()) {
            return;
        }
        List<Long> reports = em
                .createNativeQuery("select distinct report_id from report_update where id in (" + DueRows.list(ids)
                        + ") order by report_id")
                .getResultList()
                .stream()
                .map(id -> ((Number) id).longValue())
                .toList();
        run(GATHERED, reports, ids, night);
        run(COMMENTS, reports, ids, night);
    }

    private void run(
            List<String> statements, Collection<Long> reports, Collection<Long> comments, RetentionNight night) {
        if (reports.isEmpty()) {
            return;
        }
        for (String statement : statements) {
            em.createNativeQuery(statement
                            .replace(":reports", DueRows.list(reports))
                            .replace(":comments", DueRows.list(comments))
                            .replace(":today", night.day().toString()))
                    .executeUpdate();
        }
    }
}
