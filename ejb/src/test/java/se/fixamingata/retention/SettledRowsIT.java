package se.fixamingata.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.fixamingata.HandlerReads;
import se.fixamingata.shared.PageMark;

/** Mails, attempts and invitations that are over, and along which indexes everything is found. */
class SettledRowsIT extends NightTest {

    @Test
    void mailsGoThirtyDaysAfterTheyLeftAndNeverWhileTheyWait() {
        mail(1, "SENT", null, "2026-10-23 21:59:59");
        mail(2, "SENT", null, "2026-10-23 22:00:00");
        mail(3, "DUE", null, "2026-01-01");
        mail(4, "WAITING_FOR_ADDRESS", null, "2026-01-01");
        mail(5, "PARKED", null, "2026-01-01");
        mail(6, "OBSOLETE", null, "2026-01-01");
        mail(7, "SENT", null, "2026-11-20");

        assertThat(going(RetentionRule.SENT_MAIL)).containsExactly(5L, 6L, 1L);
        assertThat(take(RetentionRule.SENT_MAIL)).isEqualTo(3);
        assertThat(read("select id from notification order by id")).isEqualTo("[2, 3, 4, 7]");
        // Found as settled, and sent again by somebody before its turn came.
        run("update notification set state = 'DUE' where id = 7");
        assertThat(work.take(RetentionRule.SENT_MAIL, night, List.of(3L, 7L))).isZero();
    }

    @Test
    void attemptsGoAfterAYearUnlessTheReportIsStillOnItsWay() {
        report(1, "REPORTED", null);
        String delivery =
                "insert into delivery (id, report_id, authority_code, channel, state, attempts, created_at, next_attempt_at,"
                        + " message_id, version) values (%1$d, 1, '1763', 'MAIL', '%2$s', 1, '2020-01-01', '2020-01-01', '<%1$d@x>', 1)";
        String attempt =
                "insert into delivery_attempt (id, delivery_id, started_at, destination) values (%d, %d, '%s', 'x')";
        run(delivery.formatted(1, "DELIVERED"));
        run(delivery.formatted(2, "DUE"));
        run(attempt.formatted(11, 1, "2025-11-22 22:59:59"));
        run(attempt.formatted(12, 1, "2025-11-22 23:00:00"));
        run(attempt.formatted(13, 2, "2020-01-01"));

        assertThat(take(RetentionRule.ATTEMPT)).isEqualTo(1);
        assertThat(read("select id from delivery_attempt order by id")).isEqualTo("[12, 13]");
        assertThat(read("select state from delivery order by id")).isEqualTo("[DELIVERED, DUE]");
    }

    @Test
    void mailsThatFitNoReportGoAfterAYearAndThoseThatWaitForApprovalDoNot() {
        String came = "insert into incoming_mail (id, digest, received_at, raw, state, version)"
                + " values (%1$d, unhex(sha2('%1$d', 256)), '%2$s', 'x', '%3$s', 1)";
        run(came.formatted(1, "2025-11-22 22:59:59", "UNKNOWN"));
        run(came.formatted(2, "2025-11-22 23:00:00", "UNKNOWN"));
        run(came.formatted(3, "2020-01-01", "WAITING"));
        run(came.formatted(4, "2020-01-01", "RECEIVED"));

        assertThat(going(RetentionRule.UNKNOWN_MAIL)).containsExactly(1L);
        assertThat(take(RetentionRule.UNKNOWN_MAIL)).isEqualTo(1);
        assertThat(read("select id from incoming_mail order by id")).isEqualTo("[2, 3, 4]");
    }

    @Test
    void hiddenPicturesGoWithTheirReport() {
        report(1, "FIXED", LAST_TO_GO);
        comment(11, 1, "RESIDENT", "PUBLISHED", "2026-01-06");
        report(2, "REPORTED", null);
        String photo =
                "insert into photo (id, report_id, update_id, sort_order, file_name, width, height, uploaded_at, hidden)"
                        + " values (repeat('%s', 22), %s, %s, 0, '', 1, 1, '2026-01-01', %s)";
        run(photo.formatted("a", "1", "null", "true"));
        run(photo.formatted("b", "1", "null", "false"));
        run(photo.formatted("c", "null", "11", "true"));
        run(photo.formatted("d", "null", "11", "false"));
        run(photo.formatted("e", "2", "null", "true"));
        run(
                "insert into photo_image (photo_id, size, width, height, bytes) values (repeat('a', 22), 'FULL', 1, 1, 'x')");

        assertThat(take(RetentionRule.REPORT)).isEqualTo(1);
        assertThat(read("select left(id, 1) from photo order by id")).isEqualTo("[b, d, e]");
        assertThat(read("select count(*) from photo_image")).isEqualTo("[0]");
    }

    @Test
    void invitationsGoWhenTheyAreOver() {
        String invitation =
                "insert into invitation (id, email, authority_code, role, categories, language, created_at, expires_at,"
                        + " accepted_at, withdrawn_at) values (%d, 'i@example.org', '1763', 'READER', '', 'sv', '2026-01-01', '%s', %s, %s)";
        run(invitation.formatted(1, "2026-10-01", "null", "null"));
        run(invitation.formatted(2, "2026-12-01", "'2026-01-02'", "null"));
        run(invitation.formatted(3, "2026-12-01", "null", "'2026-01-02'"));
        run(invitation.formatted(4, "2026-11-20", "null", "null"));
        run(invitation.formatted(5, "2026-12-01", "null", "null"));

        assertThat(going(RetentionRule.INVITATION)).containsExactly(2L, 3L, 1L);
        take(RetentionRule.INVITATION);
        assertThat(read("select id from invitation order by id")).isEqualTo("[4, 5]");
    }

    @ParameterizedTest
    @EnumSource(RetentionRule.class)
    void everyRuleReadsAlongAnIndexAlsoFromTheMiddle(RetentionRule rule) {
        PageMark middle = new PageMark(clock.instant().minus(Duration.ofDays(4000)), 17);
        for (PageMark after : new PageMark[] {null, middle}) {
            Object[] first = (Object[]) em.createNativeQuery("explain " + due.select(rule, night, after) + " limit 500")
                    .getResultList()
                    .get(0);
            assertThat(first[3])
                    .as("%s reads %s by %s, %s", rule, first[2], first[5], first[9])
                    .isNotEqualTo("ALL");
        }
    }

    /** The expensive ones: what lies beside what is due is not met. */
    @Test
    void whatIsNotDueIsNotRead() {
        run(
                "insert into report (id, municipality_code, authority_code, category_code, status, visibility, listed, title,"
                        + " description, lat, lon, cell, show_name, language, source, submitted_at, confirmed_at, changed_at,"
                        + " due_stopped_on, anonymised_on, version) select 1000 + seq, '1763', '1763', 'lighting',"
                        + " if(seq % 2, 'FIXED', 'REPORTED'), 'PUBLIC', true, 'L', 'L', 59.5, 13.5, 1, false, 'sv', 'WEB',"
                        + " '2026-01-05', '2026-01-05', '2026-01-05', if(seq % 2, '2026-02-01', null),"
                        + " if(seq % 2, '2026-06-01', null), 1 from seq_1_to_5000");
        run(
                "insert into notification (id, kind, recipient, language, state, attempts, created_at, next_attempt_at, message_id,"
                        + " sent_at, version) select 100000 + seq, 'SIGN_IN_LINK', 'x@example.org', 'sv', if(seq % 2, 'DUE', 'SENT'), 0,"
                        + " '2026-01-01', '2026-01-01', '<x>', if(seq % 2, null, '2026-11-20'), 1 from seq_1_to_5000");
        report(1, "FIXED", LAST_TO_GO);
        mail(1, "SENT", null, "2026-01-01");

        Set<RetentionRule> rules = EnumSet.of(RetentionRule.REPORT, RetentionRule.COMMENT, RetentionRule.SENT_MAIL);
        for (RetentionRule rule : rules) {
            assertThat(HandlerReads.of(em, () -> due.next(rule, night, null, 500)))
                    .as(rule.code())
                    .isLessThan(100);
        }
        assertThat(going(RetentionRule.REPORT)).containsExactly(1L);
        assertThat(going(RetentionRule.SENT_MAIL)).containsExactly(1L);
    }
}
