package se.fixamingata.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.fixamingata.account.Accounts;
import se.fixamingata.account.Caller;
import se.fixamingata.account.NotPermitted;
import se.fixamingata.audit.AuditTrail;
import se.fixamingata.jobs.timetable.Timetable;
import se.fixamingata.mail.LetterTemplates;
import se.fixamingata.mail.LetterText;
import se.fixamingata.notification.Notification;
import se.fixamingata.settings.ServiceSettings;
import se.fixamingata.shared.Language;
import se.fixamingata.shared.PageMark;

/** What the operator sees and does, and what the owner of an unused account is told. */
class RetentionDeskIT extends NightTest {

    private final Caller operator = new Caller(900, 1, "Olga", "olga@example.org", Language.SV, true, List.of());
    private final Caller resident = new Caller(901, 1, "Rut", "rut@example.org", Language.SV, false, List.of());
    private RetentionDesk desk;
    private ReportHolds holds;

    @BeforeEach
    void aDesk() {
        AuditTrail audit = new AuditTrail(em, clock);
        desk = new RetentionDesk(due, new RetentionPeriods(30, 30), tally, Timetable.asShipped(), audit, clock);
        holds = new ReportHolds(em, audit, clock);
        account(900, "2026-11-22");
        run("update account set operator = true where id = 900");
    }

    @Test
    void whatThePageShowsIsWhatTheJobTakesThatNight() {
        // 03:00 in Sweden: the night is still to come, and its midnight was three hours ago.
        clock.set(Instant.parse("2026-11-23T02:00:00Z"));
        for (int i = 1; i <= 5; i++) {
            report(i, "FIXED", LAST_TO_GO.minusDays(5 - i));
        }
        report(6, "FIXED", LAST_TO_GO.plusDays(1));

        RetentionOutlook outlook = desk.outlook(operator);
        assertThat(outlook.at()).isEqualTo(Instant.parse("2026-11-23T03:10:00Z"));
        assertThat(outlook.lines()).hasSize(RetentionRule.values().length);
        assertThat(line(outlook)).extracting(RuleLine::going, RuleLine::last).containsExactly(5L, null);
        List<PageMark> first = desk.rows(operator, RetentionRule.REPORT, null, 3);
        List<PageMark> second = desk.rows(operator, RetentionRule.REPORT, first.get(2), 3);
        assertThat(first).extracting(PageMark::id).containsExactly(1L, 2L, 3L);
        assertThat(second).extracting(PageMark::id).containsExactly(4L, 5L);

        clock.set(Instant.parse("2026-11-23T03:10:00Z"));
        night = work.night(Instant.parse("2026-11-22T23:00:00Z"));
        assertThat(take(RetentionRule.REPORT)).isEqualTo(5);
        // The next one is tomorrow's, and the sixth is in it.
        outlook = desk.outlook(operator);
        assertThat(outlook.at()).isEqualTo(Instant.parse("2026-11-24T03:10:00Z"));
        assertThat(line(outlook).going()).isEqualTo(1);
        assertThat(line(outlook).last().taken()).isEqualTo(5);
    }

    private static RuleLine line(RetentionOutlook outlook) {
        return outlook.lines().stream()
                .filter(line -> line.rule() == RetentionRule.REPORT)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aReportIsKeptBackAndLetGo() {
        report(7, "FIXED", LAST_TO_GO);
        assertThat(holds.hold(operator, "8", "Dnr 17")).isEqualTo("gallring.hold.unknown");
        assertThat(holds.hold(operator, "sju", "Dnr 17")).isEqualTo("gallring.hold.unknown");
        assertThat(holds.hold(operator, "7", "  ")).isEqualTo("gallring.hold.reason-missing");
        assertThat(holds.hold(operator, "7", "x".repeat(201))).isEqualTo("gallring.hold.reason-missing");
        assertThat(holds.hold(operator, " #7 ", "Dnr 17")).isEmpty();
        assertThat(holds.hold(operator, "7", "Dnr 18")).isEmpty();
        assertThat(holds.page(operator, null, 10))
                .extracting(ReportHolds.Hold::reason)
                .containsExactly("Dnr 18");
        assertThat(going(RetentionRule.REPORT)).isEmpty();
        assertThat(desk.outlook(operator).delayed()).containsEntry(Delay.HOLD, 1L);

        holds.lift(operator, 7);
        holds.lift(operator, 7);
        em.flush();
        assertThat(going(RetentionRule.REPORT)).containsExactly(7L);
        assertThat(read("select action from audit_entry where action like 'retention.%' order by id"))
                .isEqualTo("[retention.held, retention.held, retention.lifted]");
    }

    @Test
    void allOfItIsForOperators() {
        assertThatThrownBy(() -> desk.outlook(resident)).isInstanceOf(NotPermitted.class);
        assertThatThrownBy(() -> desk.rows(resident, RetentionRule.REPORT, null, 1))
                .isInstanceOf(NotPermitted.class);
        assertThatThrownBy(() -> desk.take(resident, RetentionRule.REPORT)).isInstanceOf(NotPermitted.class);
        assertThatThrownBy(() -> holds.page(resident, null, 1)).isInstanceOf(NotPermitted.class);
        assertThatThrownBy(() -> holds.hold(resident, "1", "x")).isInstanceOf(NotPermitted.class);
        assertThatThrownBy(() -> holds.lift(resident, 1)).isInstanceOf(NotPermitted.class);
    }

    @Test
    void theWarningSaysSinceWhenAndUntilWhenUnlessSomebodyHasSignedInSince() {
        account(1, "2025-03-01");
        take(RetentionRule.ACCOUNT_WARNING);
        Notification mail = em.createQuery("select n from Notification n", Notification.class)
                .getSingleResult();
        UnusedAccountMails mails = new UnusedAccountMails(
                new Accounts(em),
                new RetentionPeriods(30, 30),
                new ServiceSettings("https://fixa.example", "info@fixa.example", false));

        Map<String, Object> values =
                new HashMap<>(mails.prepare(mail).orElseThrow().values());
        values.put("recipient", mail.recipient());
        for (Language language : List.of(Language.SV, Language.EN)) {
            LetterText letter = new LetterTemplates().write("account-unused", language, values);
            assertThat(letter.text()).contains("1 mars 2025", "23 december 2026", "https://fixa.example/logga-in");
            assertThat(letter.html()).contains("1 mars 2025", "23 december 2026", "https://fixa.example/logga-in");
            assertThat(letter.subject()).contains(language == Language.SV ? "inte använts" : "Nobody has used");
        }

        em.clear();
        run("update account set last_seen_at = '2026-11-24' where id = 1");
        assertThat(mails.prepare(mail)).isEqualTo(Optional.empty());
    }
}
