package se.fixamingata.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Accounts in which nobody has signed in for a year. */
class UnusedAccountsIT extends NightTest {

    private static final String LONG_AGO = "2025-11-22 22:59:59";

    @Test
    void aYearIsCountedFromTheLastTimeOrFromTheBeginning() {
        account(1, LONG_AGO);
        account(2, "2025-11-22 23:00:00");
        account(3, null);
        account(4, "2026-11-01");

        assertThat(going(RetentionRule.ACCOUNT_WARNING)).containsExactly(3L, 1L);
        assertThat(take(RetentionRule.ACCOUNT_WARNING)).isEqualTo(2);
        assertThat(take(RetentionRule.ACCOUNT_WARNING)).isZero();
        assertThat(
                        read(
                                "select concat_ws(' ', kind, subject_id, recipient, state) from notification order by subject_id"))
                .isEqualTo("[ACCOUNT_UNUSED 1 a1@example.org DUE, ACCOUNT_UNUSED 3 a3@example.org DUE]");
        assertThat(read("select concat_ws(' ', actor, action, subject) from audit_entry order by subject"))
                .isEqualTo("[system account.warned account:1, system account.warned account:3]");
    }

    @Test
    void thirtyDaysAfterTheWarningItIsErased() {
        account(1, LONG_AGO);
        report(5, "FIXED", TODAY);
        run("update report set reporter_account = 1, reporter_email = 'a1@example.org'");
        take(RetentionRule.ACCOUNT_WARNING);
        run("update notification set state = 'SENT', sent_at = created_at");

        later(Duration.ofDays(30));
        assertThat(going(RetentionRule.ACCOUNT)).isEmpty();
        later(Duration.ofDays(1));
        assertThat(take(RetentionRule.ACCOUNT)).isEqualTo(1);
        assertThat(read("select id from account")).isEqualTo("[]");
        assertThat(read("select concat_ws(' ', id, ifnull(reporter_email, '-')) from report"))
                .isEqualTo("[5 -]");
        assertThat(
                        read(
                                "select concat_ws(' ', actor, action, subject) from audit_entry where action = 'account.erased'"))
                .isEqualTo("[system account.erased account:1]");
        assertThat(take(RetentionRule.ACCOUNT)).isZero();
    }

    @Test
    void signingInStopsItAndAYearLaterItBeginsAnew() {
        account(1, LONG_AGO);
        take(RetentionRule.ACCOUNT_WARNING);
        run("delete from notification");
        later(Duration.ofDays(20));
        run("update account set last_seen_at = '2026-12-13'");
        later(Duration.ofDays(20));
        assertThat(going(RetentionRule.ACCOUNT)).isEmpty();
        assertThat(going(RetentionRule.ACCOUNT_WARNING)).isEmpty();

        later(Duration.ofDays(360));
        assertThat(going(RetentionRule.ACCOUNT)).isEmpty();
        assertThat(take(RetentionRule.ACCOUNT_WARNING)).isEqualTo(1);
    }

    @Test
    void aWarningThatHasNotLeftOrLeftLateGivesItsTimeAllTheSame() {
        account(1, LONG_AGO);
        take(RetentionRule.ACCOUNT_WARNING);
        later(Duration.ofDays(31));
        assertThat(going(RetentionRule.ACCOUNT)).isEmpty();

        run("update notification set state = 'SENT', sent_at = '2026-11-30'");
        assertThat(going(RetentionRule.ACCOUNT)).isEmpty();
        later(Duration.ofDays(7));
        assertThat(going(RetentionRule.ACCOUNT)).containsExactly(1L);
    }

    @Test
    void aWarningThatNobodyTakesKeepsNobody() {
        account(1, LONG_AGO);
        take(RetentionRule.ACCOUNT_WARNING);
        run("update notification set state = 'PARKED'");
        later(Duration.ofDays(31));
        assertThat(going(RetentionRule.ACCOUNT)).containsExactly(1L);
    }

    @Test
    void whoWorksHereIsNeitherWarnedNorErased() {
        for (int id = 1; id <= 3; id++) {
            account(id, LONG_AGO);
        }
        run("update account set operator = true where id = 1");
        run("insert into membership (id, account_id, authority_code, role, categories, created_at)"
                + " values (1, 2, '1763', 'READER', '', '2020-01-01')");
        assertThat(going(RetentionRule.ACCOUNT_WARNING)).containsExactly(3L);

        run("update account set warned_at = '2026-01-01'");
        assertThat(going(RetentionRule.ACCOUNT)).containsExactly(3L);
        // Found, and then given a place: it is asked once more.
        run("update membership set account_id = 3");
        assertThat(work.take(RetentionRule.ACCOUNT, night, java.util.List.of(1L, 3L)))
                .isZero();
    }

    @Test
    void openAndHeldReportsKeepTheirAccount() {
        for (int id = 1; id <= 4; id++) {
            account(id, LONG_AGO);
            report(id, id == 2 ? "IN_PROGRESS" : "FIXED", id == 2 ? null : TODAY);
            run("update report set reporter_account = " + (id == 3 ? "null" : id) + ", reporter_email = 'a" + id
                    + "@example.org' where id = " + id);
        }
        run("update report set status = 'REPORTED' where id = 3");
        run("insert into report_hold (report_id, reason, held_at) values (4, 'Dnr 17', '2026-01-01')");

        assertThat(going(RetentionRule.ACCOUNT_WARNING)).containsExactly(1L);
    }

    private void later(Duration time) {
        clock.advance(time);
        night = work.night(clock.instant());
    }

    @Test
    void theNightIsTheSameHoweverLateItRuns() {
        RetentionNight planned = new RetentionNight(Instant.parse("2026-11-22T23:00:00Z"), clock.instant());
        RetentionNight late =
                new RetentionNight(planned.cutOff(), clock.instant().plus(Duration.ofHours(15)));
        assertThat(late.cutOff()).isEqualTo(planned.cutOff());
        assertThat(late.day()).isEqualTo(TODAY);
    }
}
