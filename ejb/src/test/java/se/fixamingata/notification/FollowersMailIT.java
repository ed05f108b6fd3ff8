package se.fixamingata.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.fixamingata.DatabaseTest;
import se.fixamingata.RecordedEvents;
import se.fixamingata.mail.MessageIds;
import se.fixamingata.report.Report;
import se.fixamingata.sending.SendingDue;
import se.fixamingata.sending.SendingScene;
import se.fixamingata.shared.Language;

/** One statement plans the mail of everybody who follows. */
class FollowersMailIT extends DatabaseTest {

    private final RecordedEvents<SendingDue> due = new RecordedEvents<>();
    private SendingScene scene;
    private Report report;
    private Notifications notifications;

    @BeforeEach
    void aFollowedReport() {
        dataSource();
        scene = new SendingScene(clock, 1);
        scene.authorities();
        report = scene.confirmed("1763", "lighting", "Trasig lampa", Language.SV);
        Report other = scene.confirmed("1763", "lighting", "En annan", Language.SV);
        notifications = new Notifications(scene.em, new MessageIds(scene.service), due, clock);
        scene.transactions.run(() -> {
            follower(1, report, "anna@example.org", "sv", "ACTIVE");
            follower(2, report, "Bo@example.org", "en", "ACTIVE");
            follower(3, report, "new@example.org", "sv", "UNCONFIRMED");
            follower(4, report, "gone@example.org", "sv", "ENDED");
            follower(5, other, "other@example.org", "sv", "ACTIVE");
        });
    }

    @Test
    void nobodyIsToldOfAReportThatIsNotPublicAnyMore() {
        scene.transactions.run(() -> scene.sql("update report set visibility = 'PRIVATE', listed = 0"));

        assertThat(plan(List.of())).isZero();
        assertThat(due.fired()).isEmpty();
    }

    @Test
    void everybodyWhoFollowsGetsOneOfTheirOwn() {
        int planned = plan(List.of());

        List<Notification> rows = rows();
        assertThat(planned).isEqualTo(2);
        assertThat(rows)
                .extracting(Notification::recipient, Notification::language, Notification::subjectId)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("anna@example.org", Language.SV, 77L),
                        org.assertj.core.groups.Tuple.tuple("Bo@example.org", Language.EN, 77L));
        assertThat(rows).allSatisfy(row -> {
            assertThat(row.state()).isEqualTo(NotificationState.DUE);
            assertThat(row.reportId()).isEqualTo(report.id());
            assertThat(row.messageId()).matches("<[0-9a-f-]{36}@fixamingata\\.test>");
        });
        assertThat(rows).extracting(Notification::messageId).doesNotHaveDuplicates();
        assertThat(due.fired()).hasSize(1);
    }

    @Test
    void whoWroteItIsLeftOutHoweverTheAddressIsSpelled() {
        assertThat(plan(List.of("someone@example.org", "bo@EXAMPLE.org"))).isEqualTo(1);
        assertThat(rows()).extracting(Notification::recipient).containsExactly("anna@example.org");
        assertThat(plan(List.of("anna@example.org", "bo@example.org"))).isZero();
        assertThat(due.fired()).hasSize(1);
    }

    @Test
    void numbersNeverMeet() {
        for (int i = 0; i < 3; i++) {
            plan(List.of());
            scene.transactions.run(() -> notifications.plan(
                    NotificationKind.REPORT_RECEIVED, report.id(), "asa@resident.test", Language.SV));
        }

        assertThat(rows()).hasSize(9);
    }

    private int plan(List<String> except) {
        return scene.transactions.call(
                () -> notifications.planForFollowers(NotificationKind.REPORT_COMMENTED, report.id(), 77L, except));
    }

    private List<Notification> rows() {
        return committed(own -> own.createQuery("select n from Notification n order by n.id", Notification.class)
                .getResultList());
    }

    private void follower(long id, Report followed, String email, String language, String state) {
        scene.sql("insert into subscription (id, report_id, email, language, state, created_at, version) values (" + id
                + ", " + followed.id() + ", '" + email + "', '" + language + "', '" + state + "', '2026-01-01', 1)");
    }
}
