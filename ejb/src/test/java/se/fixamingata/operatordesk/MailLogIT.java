package se.fixamingata.operatordesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.fixamingata.RecordedEvents;
import se.fixamingata.account.NotPermitted;
import se.fixamingata.mail.MessageIds;
import se.fixamingata.notification.MailRescue;
import se.fixamingata.notification.NotificationKind;
import se.fixamingata.sending.SendingDue;
import se.fixamingata.settings.ServiceSettings;
import se.fixamingata.shared.PageMark;

/** What is read of mails, and what can be sent again. */
class MailLogIT extends OperatorTest {

    private final RecordedEvents<SendingDue> due = new RecordedEvents<>();
    private MailLog log;

    @BeforeEach
    void aLog() {
        ServiceSettings service = new ServiceSettings("https://fixa.example", "info@fixa.example", false);
        log = new MailLog(em, new MailRescue(em, new MessageIds(service), due, clock), audit);
    }

    private void mail(long id, String kind, String state, String at) {
        run("insert into notification (id, kind, recipient, language, state, attempts, unknowns, created_at,"
                + " next_attempt_at, handed_over_at, sent_at, last_error, message_id, version) values (" + id + ", '"
                + kind
                + "', 'anna@example.org', 'sv', '" + state + "', 3, 2, '" + at + "', '" + at + "', '" + at + "',"
                + (state.equals("SENT") ? " '" + at + "', null" : " null, 'REFUSED: 550'") + ", '<" + id + "@x>', 1)");
    }

    private List<Long> ids(MailFilter filter, NotificationKind kind, PageMark after) {
        return log.page(operator, filter, kind, after).stream()
                .map(MailLine::id)
                .toList();
    }

    @Test
    void eachStateNewestFirstAndPageByPage() {
        for (int i = 1; i <= 2 * MailLog.PAGE + 1; i++) {
            mail(i, i % 2 == 0 ? "DIGEST" : "REPORT_SENT", "SENT", "2026-11-0" + (1 + i % 3));
        }
        mail(500, "CONFIRM_REPORT", "PARKED", "2026-11-05");
        mail(501, "CONFIRM_REPORT", "DUE", "2026-11-05");
        mail(502, "UPDATE_TO_AUTHORITY", "WAITING_FOR_ADDRESS", "2026-11-05");
        mail(503, "DIGEST", "OBSOLETE", "2026-11-05");

        assertThat(ids(MailFilter.FAILED, null, null)).containsExactly(500L);
        assertThat(ids(MailFilter.WAITING, null, null)).containsExactly(501L);
        assertThat(ids(MailFilter.HOMELESS, null, null)).containsExactly(502L);
        assertThat(ids(MailFilter.SENT, NotificationKind.DIGEST, null)).hasSize(MailLog.PAGE);
        List<Long> seen = new ArrayList<>();
        PageMark after = null;
        do {
            List<MailLine> page = log.page(operator, MailFilter.SENT, null, after);
            boolean more = page.size() > MailLog.PAGE;
            page.stream().limit(MailLog.PAGE).forEach(line -> seen.add(line.id()));
            after = more ? page.get(MailLog.PAGE - 1).mark() : null;
        } while (after != null);
        assertThat(seen).hasSize(2 * MailLog.PAGE + 1).doesNotHaveDuplicates();
        assertThat(log.counts(operator))
                .containsEntry(MailFilter.FAILED, 1L)
                .containsEntry(MailFilter.WAITING, 1L)
                .containsEntry(MailFilter.HOMELESS, 1L);
        assertThat(log.of(operator, "anna@example.org").orElseThrow()).hasSize(MailLog.PAGE);
        assertThat(log.of(operator, "bo@example.org").orElseThrow()).isEmpty();
        assertThat(log.of(operator, "anna")).isEmpty();
    }

    @Test
    void everyPageIsReadAlongAnIndexInItsOrder() {
        run(
                "insert into notification (id, kind, recipient, language, state, attempts, unknowns, created_at,"
                        + " next_attempt_at, sent_at, message_id, version) select seq, if(seq % 3, 'DIGEST', 'REPORT_SENT'), 'a@b.se', 'sv',"
                        + " if(seq % 100, 'SENT', 'PARKED'), 1, 0, '2026-11-01', '2026-11-01', '2026-11-01', seq, 1 from seq_1_to_5000");
        PageMark middle = new PageMark(Instant.parse("2026-11-02T00:00:00Z"), 400);
        for (NotificationKind kind : new NotificationKind[] {null, NotificationKind.DIGEST}) {
            for (PageMark after : new PageMark[] {null, middle}) {
                String sql = MailLog.select(kind, after)
                        .replace("?1", "'SENT'")
                        .replace("?4", "'DIGEST'")
                        .replace("?2", "'2026-11-02'")
                        .replace("?3", "400");
                assertThat(plan(sql)).singleElement().satisfies(line -> assertThat(line)
                        .contains(kind == null ? "ix_notification_due" : "ix_notification_log")
                        .doesNotContain("filesort"));
            }
        }
    }

    @Test
    void whatWasGivenUpIsSentAgainOnce() {
        mail(1, "CONFIRM_REPORT", "PARKED", "2026-11-05");
        assertThat(log.sendAgain(operator, 1)).isTrue();
        assertThat(log.sendAgain(operator, 1)).as("it is on its way").isFalse();
        assertThat(read("select concat_ws(' ', state, attempts, unknowns, handed_over_at is null, last_error is null,"
                        + " message_id <> '<1@x>', version) from notification"))
                .isEqualTo(List.of("DUE 0 0 1 1 1 2"));
        assertThat(due.fired()).hasSize(1);
        assertThat(trail()).isEqualTo(List.of("letter.sent-again letter:1"));
    }

    @Test
    void whatWasSentIsSentAgainButNoLinkThatSignsIn() {
        mail(1, "REPORT_SENT", "SENT", "2026-11-05");
        mail(2, "SIGN_IN_LINK", "SENT", "2026-11-05");
        mail(3, "REPORT_SENT", "OBSOLETE", "2026-11-05");
        mail(4, "REPORT_SENT", "PARKED", "2026-11-05");
        run("update notification set lease_owner = 'somebody', lease_until = '2099-01-01' where id = 4");
        assertThat(log.page(operator, MailFilter.SENT, null, null))
                .extracting(MailLine::isSendable)
                .containsExactly(false, true);
        assertThat(log.sendAgain(operator, 1)).isTrue();
        for (long other : new long[] {2, 3, 4, 5}) {
            assertThat(log.sendAgain(operator, other)).isFalse();
        }
        assertThat(read("select state from notification order by id"))
                .isEqualTo(List.of("DUE", "SENT", "OBSOLETE", "PARKED"));
    }

    @Test
    void onlyForOperators() {
        assertThatThrownBy(() -> log.page(resident, MailFilter.SENT, null, null))
                .isInstanceOf(NotPermitted.class);
        assertThatThrownBy(() -> log.of(resident, "a@example.org")).isInstanceOf(NotPermitted.class);
        assertThatThrownBy(() -> log.counts(resident)).isInstanceOf(NotPermitted.class);
        assertThatThrownBy(() -> log.sendAgain(resident, 1)).isInstanceOf(NotPermitted.class);
    }
}
