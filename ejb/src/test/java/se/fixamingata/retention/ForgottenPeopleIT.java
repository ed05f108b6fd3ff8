package se.fixamingata.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.fixamingata.shared.PageMark;

/** The people of reports that are closed since three months. */
class ForgottenPeopleIT extends NightTest {

    @Test
    void threeMonthsAreWholeDaysSinceTheLastClosing() {
        report(1, "FIXED", LAST_TO_GO);
        report(2, "FIXED", LAST_TO_GO.plusDays(1));
        report(3, "NO_ACTION", LAST_TO_GO);
        report(4, "NOT_RESPONSIBLE", LAST_TO_GO.minusYears(2));
        report(5, "DUPLICATE", LAST_TO_GO);
        report(6, "REPORTED", null);
        // Reopened: the day of the earlier closing tells nothing.
        report(7, "IN_PROGRESS", LAST_TO_GO.minusYears(1));
        report(8, "UNCONFIRMED", null);

        assertThat(going(RetentionRule.REPORT)).containsExactly(4L, 1L, 3L, 5L);
        assertThat(due.count(RetentionRule.REPORT, night, 100)).isEqualTo(4);
        assertThat(take(RetentionRule.REPORT)).isEqualTo(4);
        assertThat(read("select id from report where reporter_email is null order by id"))
                .isEqualTo("[1, 3, 4, 5]");
        assertThat(take(RetentionRule.REPORT)).isZero();
    }

    @Test
    void aShortMonthIsNoShorterPeriod() {
        report(1, "FIXED", LocalDate.of(2027, 2, 27));
        report(2, "FIXED", LocalDate.of(2027, 2, 28));
        night = new RetentionNight(Instant.parse("2027-05-30T22:00:00Z"), Instant.parse("2027-05-31T02:10:00Z"));

        assertThat(night.day()).isEqualTo(LocalDate.of(2027, 5, 31));
        assertThat(going(RetentionRule.REPORT)).containsExactly(1L);
    }

    @Test
    void aNightThatIsStillToComeTakesNothingMoreThanTheLastOne() {
        report(1, "FIXED", LAST_TO_GO.plusDays(1));

        night = work.night(Instant.parse("2030-01-01T00:00:00Z"));

        assertThat(night.day()).isEqualTo(TODAY);
        assertThat(going(RetentionRule.REPORT)).isEmpty();
    }

    @Test
    void whatIsReopenedAndClosedAgainHasItsTimeOnceMore() {
        report(1, "FIXED", LAST_TO_GO);
        take(RetentionRule.REPORT);
        run("update report set status = 'REPORTED', due_stopped_on = null where id = 1");
        assertThat(going(RetentionRule.REPORT)).isEmpty();
        run("update report set status = 'FIXED', due_stopped_on = '" + TODAY + "', reporter_email = 'ny@example.org'"
                + " where id = 1");
        assertThat(going(RetentionRule.REPORT)).isEmpty();

        night = new RetentionNight(Instant.parse("2027-02-23T23:00:00Z"), Instant.parse("2027-02-24T03:10:00Z"));
        assertThat(take(RetentionRule.REPORT)).isEqualTo(1);
        assertThat(read("select reporter_email from report")).isEqualTo("[null]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "HOLD | insert into report_hold (report_id, reason, held_at) values (1, 'Dnr 17', '2026-01-01') | delete from report_hold",
                "DELIVERY | insert into delivery (id, report_id, authority_code, channel, state, attempts, created_at, next_attempt_at, message_id, version) values (1, 1, '1763', 'MAIL', 'PARKED', 1, '2026-01-01', '2026-01-01', '<1@x>', 1) | update delivery set state = 'HANDLED'",
                "WORDS | insert into update_delivery (id, report_id, update_id, authority_code, state, attempts, created_at, next_attempt_at, message_id, version) values (1, 1, 11, '1763', 'WAITING_FOR_NUMBER', 0, '2026-01-01', '2026-01-01', '<1@x>', 1) | update update_delivery set state = 'OBSOLETE'",
                "MAIL | insert into notification (id, report_id, kind, recipient, language, state, attempts, created_at, next_attempt_at, message_id, version) values (1, 1, 'REPORT_ANSWERED', 'kim@example.org', 'sv', 'DUE', 0, '2026-01-01', '2026-01-01', '<1@x>', 1) | update notification set state = 'PARKED'",
                "REPLY | insert into incoming_mail (id, digest, received_at, raw, state, report_id, version) values (1, unhex(sha2('1', 256)), '2026-01-01', '', 'WAITING', 1, 1) | update incoming_mail set state = 'REFUSED'",
                "QUESTION | insert into secret_link (token_hash, purpose, report_id, created_at, expires_at) values (unhex(sha2('q', 256)), 'QUESTION', 1, '2026-11-01', '2026-12-01') | update secret_link set used_at = '2026-11-02'",
                "ABUSE | insert into abuse_report (id, report_id, subject, subject_id, reason, reported_by, created_at) values (1, 1, 'REPORT', '1', 'OFFENSIVE', unhex(sha2('r', 256)), '2026-11-01') | update abuse_report set verdict = 'KEPT'"
            })
    void whatIsStillNeededWaits(Delay delay, String because, String over) {
        report(1, "FIXED", LAST_TO_GO);
        comment(11, 1, "RESIDENT", "PUBLISHED", "2026-02-01");
        run(because);

        assertThat(going(RetentionRule.REPORT)).isEmpty();
        assertThat(going(RetentionRule.COMMENT)).isEmpty();
        assertThat(due.delayed(night).get(delay)).isEqualTo(1);
        // Found before it was needed: it is asked once more.
        assertThat(work.take(RetentionRule.REPORT, night, List.of(1L))).isZero();

        run(over);
        assertThat(due.delayed(night)).containsEntry(delay, 0L);
        assertThat(going(RetentionRule.REPORT)).containsExactly(1L);
        assertThat(going(RetentionRule.COMMENT)).containsExactly(11L);
    }

    @Test
    void aCommentGoesWithItsReportAndALateOneHasAsLong() {
        report(1, "FIXED", LAST_TO_GO);
        report(2, "FIXED", LAST_TO_GO.plusDays(1));
        report(3, "REPORTED", null);
        comment(11, 1, "RESIDENT", "PUBLISHED", "2026-02-01");
        comment(12, 1, "REPORTER", "HIDDEN", "2026-02-01");
        comment(13, 1, "AUTHORITY", "PUBLISHED", "2026-02-01");
        comment(14, 1, "RESIDENT", "UNCONFIRMED", "2026-02-01");
        // Swedish midnight three months ago.
        comment(15, 1, "RESIDENT", "PUBLISHED", "2026-08-22 21:59:59.999999");
        comment(16, 1, "RESIDENT", "PUBLISHED", "2026-08-22 22:00:00");
        comment(17, 2, "RESIDENT", "PUBLISHED", "2026-02-01");
        comment(18, 3, "RESIDENT", "PUBLISHED", "2026-02-01");

        assertThat(take(RetentionRule.COMMENT)).isEqualTo(3);
        assertThat(read("select id from report_update where email is null order by id"))
                .isEqualTo("[11, 12, 15]");
        assertThat(
                        read(
                                "select concat_ws(' ', text, ifnull(name, '-'), show_name, name_consent) from report_update where id = 11"))
                .isEqualTo("[Mörkt - 0 0]");
        assertThat(take(RetentionRule.COMMENT)).isZero();
    }

    @Test
    void nothingThatTellsOfThePeopleIsLeftAnywhere() {
        report(1, "FIXED", LAST_TO_GO);
        comment(11, 1, "RESIDENT", "PUBLISHED", "2026-02-01");
        run(
                "insert into photo (id, report_id, sort_order, file_name, width, height, uploaded_at) values (repeat('a', 22), 1, 0, 'Kim Ek.jpg', 1, 1, '2026-01-01')");
        run(
                "insert into photo (id, report_id, update_id, sort_order, file_name, width, height, uploaded_at) values (repeat('b', 22), null, 11, 0, 'Bo Alm.jpg', 1, 1, '2026-01-01')");
        run(
                "insert into report_answer (report_id, question_code, sort_order, question, value, shown) values (1, 'q', 1, 'Vem når vi?', 'Kim Ek 0701740605', 'Kim Ek')");
        run(
                "insert into subscription (id, report_id, email, language, state, created_at, version) values (1, 1, 'bo@example.org', 'sv', 'ACTIVE', '2026-01-01', 1)");
        run(
                "insert into moderation_original (id, report_id, subject, subject_id, field, text, moderated_at) values (1, 1, 'REPORT', '1', 'TITLE', 'Kim Ek ringer', '2026-01-01')");
        run(
                "insert into abuse_report (id, report_id, subject, subject_id, reason, text, reported_by, network, created_at, verdict) values (1, 1, 'REPORT', '1', 'OFFENSIVE', 'Bo Alm skriver', unhex(sha2('bo', 256)), unhex(sha2('net', 256)), '2026-01-01', 'KEPT')");
        run(
                "insert into incoming_mail (id, digest, received_at, sender, subject, raw, state, report_id, version) values (1, unhex(sha2('1', 256)), '2026-11-20', 'x@y.se', 'Re: Kim Ek', 'kim@example.org skrev', 'PUBLISHED', 1, 1)");
        run(
                "insert into delivery (id, report_id, authority_code, channel, state, attempts, created_at, next_attempt_at, message_id, version) values (1, 1, '1763', 'OPEN311', 'DELIVERED', 1, '2026-01-01', '2026-01-01', '<1@x>', 1)");
        run(
                "insert into delivery_attempt (id, delivery_id, started_at, outcome, destination, answer) values (1, 1, '2026-01-01', 'ACCEPTED', 'https://x', 'thanks kim@example.org')");
        run(
                "insert into update_delivery (id, report_id, update_id, authority_code, state, attempts, created_at, next_attempt_at, message_id, last_error, version) values (1, 1, 11, '1763', 'DELIVERED', 0, '2026-01-01', '2026-01-01', '<1@x>', 'bo@example.org?', 1)");
        run(
                "insert into secret_link (token_hash, purpose, report_id, created_at, expires_at) values (unhex(sha2('r', 256)), 'REPORTER', 1, '2026-01-01', '2027-01-01'), (unhex(sha2('h', 256)), 'HANDLE', 1, '2026-01-01', '2027-01-01')");
        run(
                "insert into history_entry (id, report_id, at, kind, actor, actor_name) values (1, 1, '2026-01-01', 'STATUS', 'REPORTER', 'Kim Ek')");
        run(
                "insert into area_news (id, report_id, kind, at, state, municipality_code, category_code, lat, lon) values (1, 1, 'NEW', '2026-01-01', 'DONE', '1763', 'lighting', 1, 1)");
        run("insert into area_told (report_id, email, subscription_id, news_id) values (1, 'bo@example.org', 1, 1)");
        mail(1, "SENT", 1L, "2026-11-20");

        assertThat(found()).hasSizeGreaterThan(15);
        assertThat(take(RetentionRule.REPORT)).isEqualTo(1);
        assertThat(take(RetentionRule.COMMENT)).isEqualTo(1);

        assertThat(found()).isEmpty();
        assertThat(
                        read(
                                "select concat_ws(' ', title, status, version, show_name, name_consent, anonymised_on) from report"))
                .isEqualTo("[Lampan är trasig FIXED 1 0 0 2026-11-23]");
        assertThat(read("select purpose from secret_link")).isEqualTo("[HANDLE]");
        assertThat(
                        read(
                                "select count(*) from abuse_report where network is null and reported_by <> unhex(sha2('bo', 256))"))
                .isEqualTo("[1]");
        assertThat(read("select outcome from delivery_attempt")).isEqualTo("[ACCEPTED]");
    }

    /** Columns, of all that hold text, in which a name, an address or a number stands. */
    private List<String> found() {
        em.flush();
        List<String> found = new ArrayList<>();
        for (Object one : em.createNativeQuery(
                        "select table_name, column_name from information_schema.columns where table_schema = database()"
                                + " and data_type in ('varchar', 'char', 'text', 'mediumtext', 'mediumblob')")
                .getResultList()) {
            Object[] column = (Object[]) one;
            if (!read("select 1 from `" + column[0] + "` where convert(`" + column[1]
                            + "` using utf8mb4) regexp 'Kim Ek|kim@example|Bo Alm|bo@example|0701740605' limit 1")
                    .equals("[]")) {
                found.add(column[0] + "." + column[1]);
            }
        }
        return found;
    }

    @Test
    void killedBetweenPortionsItGoesOnWhereItStoppedAndCountsNothingTwice() {
        for (int i = 1; i <= 5; i++) {
            report(i, "FIXED", LAST_TO_GO.minusDays(i % 2));
        }
        PageMark mark = due.next(RetentionRule.REPORT, night, null, 2).get(1);
        assertThat(work.take(RetentionRule.REPORT, night, List.of(1L, 3L))).isEqualTo(2);
        // The checkpoint was not written: the portion comes once more, and then the rest from there.
        assertThat(work.take(RetentionRule.REPORT, night, List.of(1L, 3L))).isZero();
        List<Long> rest = due.next(RetentionRule.REPORT, night, mark, 500).stream()
                .map(PageMark::id)
                .toList();
        assertThat(rest).containsExactly(5L, 2L, 4L);
        work.take(RetentionRule.REPORT, night, rest);

        assertThat(work.prove()).isEqualTo(1);
        assertThat(work.prove()).isZero();
        em.flush();
        assertThat(
                        read(
                                "select concat_ws(' ', actor, action, subject, detail) from audit_entry where action like 'retention.%'"))
                .isEqualTo("[system retention.taken retention:report 2026-11-23: 5 (#1–#5)]");
        assertThat(tally.last().get(RetentionRule.REPORT)).isEqualTo(new RetentionTally.Taken(TODAY, 5, 1, 5));
    }
}
