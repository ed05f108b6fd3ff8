package se.fixamingata.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.fixamingata.DatabaseTest;
import se.fixamingata.shared.SqlTime;

class RetentionIT extends DatabaseTest {

    private Retention retention;

    @BeforeEach
    void aMunicipality() {
        retention = new Retention(em, new RetentionPeriods(30, 30), clock);
        run("insert into municipality (code, name, slug, county_code, county, lat, lon)"
                + " values ('1763', 'Forshaga', 'forshaga', '17', 'Värmlands län', 59.5, 13.5)");
        run("insert into authority (code, kind, state, slug, name, changed_at, version)"
                + " values ('1763', 'MUNICIPALITY', 'LIVE', 'forshaga', 'Forshaga', '2026-01-01', 0)");
    }

    @Test
    void findsWhatIsUnconfirmedAfterThirtyDays() {
        report(1, "UNCONFIRMED", Duration.ofDays(30).plusMillis(1));
        report(2, "UNCONFIRMED", Duration.ofDays(30).minusMillis(1));
        report(3, "REPORTED", Duration.ofDays(300));
        report(4, "UNCONFIRMED", Duration.ofDays(90));

        assertThat(retention.unconfirmedReports(0, 10)).containsExactly(1L, 4L);
        assertThat(retention.unconfirmedReports(1, 10)).containsExactly(4L);
        assertThat(retention.unconfirmedReports(0, 1)).containsExactly(1L);
    }

    @Test
    void aReportTakesItsPhotosAndLinksAlong() {
        report(1, "UNCONFIRMED", Duration.ofDays(31));
        photo("a".repeat(22), null, 1L);
        run("insert into secret_link (token_hash, purpose, report_id, created_at, expires_at)"
                + " values (unhex(sha2('x', 256)), 'CONFIRM_REPORT', 1, '2026-01-01', '2026-01-31')");

        assertThat(retention.deleteUnconfirmedReports(List.of(1L))).isEqualTo(1);

        assertThat(count("report")).isZero();
        assertThat(count("photo")).isZero();
        assertThat(count("photo_image")).isZero();
        assertThat(count("secret_link")).isZero();
    }

    @Test
    void aLinkThatStillHoldsKeepsItsReport() {
        report(1, "UNCONFIRMED", Duration.ofDays(31));
        run("insert into secret_link (token_hash, purpose, report_id, created_at, expires_at)"
                + " values (unhex(sha2('x', 256)), 'CONFIRM_REPORT', 1, '2026-01-01', '"
                + SqlTime.text(clock.instant().plusSeconds(1)) + "')");
        assertThat(retention.unconfirmedReports(0, 10)).isEmpty();
        assertThat(retention.deleteUnconfirmedReports(List.of(1L))).isZero();

        clock.advance(Duration.ofSeconds(1));
        assertThat(retention.unconfirmedReports(0, 10)).containsExactly(1L);
    }

    @Test
    void theAuditTrailKnowsWhatWasDeleted() {
        report(1, "UNCONFIRMED", Duration.ofDays(31));
        retention.deleteUnconfirmedReports(List.of(1L, 2L));
        em.flush();

        assertThat(em.createNativeQuery("select subject from audit_entry where action = 'report.deleted'")
                        .getResultList())
                .hasToString("[report:1]");
    }

    @Test
    void subscriptionsThatNobodyWantsGoAfterThirtyDays() {
        report(1, "REPORTED", Duration.ofDays(90));
        subscription(1, "UNCONFIRMED", Duration.ofDays(31), null);
        subscription(2, "UNCONFIRMED", Duration.ofDays(29), null);
        subscription(3, "ACTIVE", Duration.ofDays(90), null);
        subscription(4, "ENDED", Duration.ofDays(90), Duration.ofDays(31));
        subscription(5, "ENDED", Duration.ofDays(90), Duration.ofDays(29));

        assertThat(retention.deleteOldSubscriptions(1)).isEqualTo(1);
        assertThat(retention.deleteOldSubscriptions(10)).isEqualTo(1);
        assertThat(retention.deleteOldSubscriptions(10)).isZero();
        assertThat(em.createNativeQuery("select id from subscription order by id")
                        .getResultList())
                .hasToString("[2, 3, 5]");
    }

    private void subscription(int id, String state, Duration ago, Duration endedAgo) {
        String ended =
                endedAgo == null ? "null" : "'" + SqlTime.text(clock.instant().minus(endedAgo)) + "'";
        run("insert into subscription (id, report_id, email, language, state, created_at, ended_at, version) values ("
                + id + ", 1, 'kim" + id + "@example.org', 'sv', '" + state + "', '"
                + SqlTime.text(clock.instant().minus(ago)) + "', " + ended + ", 1)");
    }

    @Test
    void whatWasConfirmedMeanwhileStays() {
        report(1, "UNCONFIRMED", Duration.ofDays(31));
        List<Long> due = retention.unconfirmedReports(0, 10);
        run("update report set status = 'REPORTED' where id = 1");

        assertThat(retention.deleteUnconfirmedReports(due)).isZero();
        assertThat(count("report")).isEqualTo(1);
    }

    @Test
    void anExpiredDraftTakesItsPhotosAlong() {
        draft(1, clock.instant().minusSeconds(1));
        draft(2, clock.instant().plusSeconds(1));
        photo("a".repeat(22), 1L, null);
        photo("b".repeat(22), 2L, null);

        assertThat(retention.deleteExpiredDrafts(10)).isEqualTo(1);

        assertThat(em.createNativeQuery("select id from photo").getResultList())
                .hasToString("[" + "b".repeat(22) + "]");
        assertThat(count("draft")).isEqualTo(1);
    }

    @Test
    void aSentDraftLeavesThePhotosToItsReport() {
        report(1, "UNCONFIRMED", Duration.ofDays(2));
        draft(1, clock.instant().minusSeconds(1));
        photo("a".repeat(22), null, 1L);

        retention.deleteExpiredDrafts(10);

        assertThat(count("photo")).isEqualTo(1);
    }

    @Test
    void commentsThatNobodyConfirmsGoAfterThirtyDays() {
        report(1, "REPORTED", Duration.ofDays(90));
        comment(11, "UNCONFIRMED", Duration.ofDays(30).plusMillis(1));
        comment(12, "UNCONFIRMED", Duration.ofDays(30).minusMillis(1));
        comment(13, "PUBLISHED", Duration.ofDays(90));
        comment(14, "HIDDEN", Duration.ofDays(90));
        comment(15, "UNCONFIRMED", Duration.ofDays(31));
        run("insert into photo (id, update_id, sort_order, file_name, width, height, uploaded_at) values ('"
                + "a".repeat(22) + "', 11, 0, 'lampa.jpg', 1, 1, '2026-01-01')");
        run("insert into secret_link (token_hash, purpose, report_id, subject_id, created_at, expires_at)"
                + " values (unhex(sha2('x', 256)), 'CONFIRM_UPDATE', 1, 15, '2026-01-01', '"
                + SqlTime.text(clock.instant().plusSeconds(1)) + "')");

        assertThat(retention.deleteUnconfirmedComments(10)).isEqualTo(1);
        em.flush();

        assertThat(em.createNativeQuery("select id from report_update order by id")
                        .getResultList())
                .hasToString("[12, 13, 14, 15]");
        assertThat(count("photo")).isZero();
        assertThat(em.createNativeQuery("select subject from audit_entry where action = 'update.deleted'")
                        .getResultList())
                .hasToString("[report:1]");
        clock.advance(Duration.ofSeconds(1));
        assertThat(retention.deleteUnconfirmedComments(1)).isEqualTo(1);
        assertThat(retention.deleteUnconfirmedComments(10)).isEqualTo(1);
        assertThat(retention.deleteUnconfirmedComments(10)).isZero();
    }

    @Test
    void anExpiredDraftOfACommentGoesToo() {
        report(1, "REPORTED", Duration.ofDays(90));
        draft(1, clock.instant().minusSeconds(1));
        for (int i = 1; i <= 3; i++) {
            run("insert into update_draft (id, token_hash, report_id, show_name, looks_fixed, language, changed_at,"
                    + " expires_at, version) values (" + i + ", unhex(sha2('" + i + "', 256)), 1, false, false, 'sv',"
                    + " '2026-01-01', '" + SqlTime.text(clock.instant().plusSeconds(i - 2)) + "', 0)");
        }

        assertThat(retention.deleteExpiredDrafts(1)).isEqualTo(1);
        assertThat(retention.deleteExpiredDrafts(10)).isEqualTo(1);
        assertThat(count("draft")).isZero();
        assertThat(count("update_draft")).isEqualTo(2);
    }

    private void comment(long id, String state, Duration age) {
        run("insert into report_update (id, report_id, author, show_name, language, text, looks_fixed, state,"
                + " created_at, version) values (" + id + ", 1, 'RESIDENT', false, 'sv', 'Mörkt', false, '" + state
                + "', '" + SqlTime.text(clock.instant().minus(age)) + "', 1)");
    }

    private void report(long id, String status, Duration age) {
        String then = SqlTime.text(clock.instant().minus(age));
        run(
                "insert into report (id, municipality_code, authority_code, category_code, status, visibility, listed, title,"
                        + " description, lat, lon, cell, reporter_name, reporter_email, show_name, language, source, submitted_at,"
                        + " changed_at, version) values (" + id + ", '1763', '1763', 'lighting', '" + status
                        + "', 'PUBLIC', false,"
                        + " 'Lampan är trasig', 'Den blinkar hela natten', 59.5, 13.5, 1, 'Kim', 'kim@example.org', false, 'sv',"
                        + " 'WEB', '" + then + "', '" + then + "', 0)");
    }

    private void draft(long id, Instant expires) {
        run("insert into draft (id, token_hash, show_name, language, changed_at, expires_at, version) values (" + id
                + ", unhex(sha2('" + id + "', 256)), false, 'sv', '2026-01-01', '" + SqlTime.text(expires) + "', 0)");
    }

    private void photo(String id, Long draft, Long report) {
        run("insert into photo (id, draft_id, report_id, sort_order, file_name, width, height, uploaded_at) values ('"
                + id + "', " + draft + ", " + report + ", 0, 'lampa.jpg', 1, 1, '2026-01-01')");
        run("insert into photo_image (photo_id, size, width, height, bytes) values ('" + id + "', 'THUMB', 1, 1, '')");
    }

    private void run(String sql) {
        em.createNativeQuery(sql).executeUpdate();
    }

    private long count(String table) {
        return ((Number) em.createNativeQuery("select count(*) from " + table).getSingleResult()).longValue();
    }

    @Test
    void whatSigningInLeavesBehindGoes() {
        em.createNativeQuery(
                        "insert into account (id, email, name, language, operator, failed_attempts, created_at, version)"
                                + " values (1, 'a@example.org', '', 'sv', false, 0, '2026-01-01', 1)")
                .executeUpdate();
        String session = "insert into account_session (id, account_id, token_hash, browser, created_at, last_seen_at,"
                + " expires_at, remembered_until) values (?1, 1, unhex(lpad(?1, 64, '0')), '', '2026-01-01', '2026-01-01', ?2, ?3)";
        Object[][] rows = {{1, "2026-11-22", null}, {2, "2026-11-22", "2026-12-01"}, {3, "2026-11-24", null}};
        for (Object[] row : rows) {
            em.createNativeQuery(session)
                    .setParameter(1, row[0])
                    .setParameter(2, row[1])
                    .setParameter(3, row[2])
                    .executeUpdate();
        }
        em.createNativeQuery(
                        "insert into sign_in_request (id, email, language, remember, created_at) values"
                                + " (1, 'a@example.org', 'sv', false, '2026-11-20'), (2, 'a@example.org', 'sv', false, '2026-11-23')")
                .executeUpdate();
        assertThat(retention.deleteSignInLeftovers(100)).isEqualTo(1);
        assertThat(em.createNativeQuery("select id from account_session order by id")
                        .getResultList()
                        .toString())
                .isEqualTo("[2, 3]");
        assertThat(em.createNativeQuery("select id from sign_in_request")
                        .getResultList()
                        .toString())
                .isEqualTo("[2]");
    }
}
