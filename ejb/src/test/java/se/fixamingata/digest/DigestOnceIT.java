package se.fixamingata.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static se.fixamingata.subscription.SubscriptionScene.FORSHAGA;
import static se.fixamingata.subscription.SubscriptionScene.LAMPS;
import static se.fixamingata.subscription.SubscriptionScene.PLACE;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.fixamingata.RecordedEvents;
import se.fixamingata.following.FollowRow;
import se.fixamingata.mail.MessageIds;
import se.fixamingata.notification.Notification;
import se.fixamingata.notification.NotificationKind;
import se.fixamingata.notification.Notifications;
import se.fixamingata.position.Position;
import se.fixamingata.report.ReportStatus;
import se.fixamingata.shared.Language;
import se.fixamingata.subscription.Area;
import se.fixamingata.subscription.Frequency;
import se.fixamingata.subscription.Subscription;

/** Whoever wants to know of one event in several ways is told once: at once before daily before weekly. */
class DigestOnceIT extends DigestCase {

    private static final String KIM = "kim@example.org";
    private static final Area CIRCLE = new Area.Circle(PLACE, 500, "Torget");
    private static final Instant TUESDAY = Instant.parse("2026-11-17T11:00:00Z");

    @BeforeEach
    void aReport() {
        report(1, "1763", PLACE, ReportStatus.REPORTED, "NEW", TUESDAY);
    }

    private void fixed(long report, Instant at) {
        em.createNativeQuery("update report set status = 'FIXED' where id = ?1")
                .setParameter(1, report)
                .executeUpdate();
        news(report, "1763", PLACE, "FIXED", at, null);
    }

    /** What another part of the system has told, then. */
    private void toldAtOnce(NotificationKind kind, Long subject, Instant at) {
        clock.set(at);
        new Notifications(em, new MessageIds(scene.service), new RecordedEvents<>(), clock)
                .plan(kind, 1L, subject, KIM, Language.SV);
        em.flush();
    }

    private List<Notification> digests() {
        return scene.planned().stream()
                .filter(mail -> mail.kind() == NotificationKind.DIGEST)
                .toList();
    }

    @Test
    void whoFollowsTheReportAndWatchesItsMunicipalityAndACircleAroundItGetsOneMailThatNamesItOnce() {
        scene.active(KIM, FORSHAGA, Frequency.DAILY);
        scene.active(KIM, LAMPS, Frequency.DAILY);
        scene.active(KIM, CIRCLE, Frequency.DAILY);
        FollowRow.add(em, 1, KIM, Frequency.DAILY);
        FollowRow.history(em, 1, SUNDAY, ReportStatus.FIXED);
        fixed(1, SUNDAY);

        assertThat(run(Frequency.DAILY)).isEqualTo(1);

        assertThat(digests())
                .singleElement()
                .satisfies(mail -> assertThat(letter(mail).text()).containsOnlyOnce("https://example.org/rapport/1"));
    }

    @Test
    void whatAFollowerWasToldAtOnceIsNotInTheDaysMailOfTheMunicipality() {
        scene.active(KIM, FORSHAGA, Frequency.DAILY);
        scene.active("bo@example.org", FORSHAGA, Frequency.DAILY);
        FollowRow.add(em, 1, KIM, Frequency.AT_ONCE);
        long entry = FollowRow.history(em, 1, SUNDAY, ReportStatus.FIXED);
        fixed(1, SUNDAY);
        toldAtOnce(NotificationKind.FOLLOWED_REPORT_ANSWERED, entry, SUNDAY);

        assertThat(run(Frequency.DAILY)).isEqualTo(1);

        assertThat(digests()).extracting(Notification::recipient).containsExactly("bo@example.org");
    }

    /** A mail at once of another thing than that it was fixed takes nothing from the day's mail. */
    @Test
    void whoWasToldAtOnceOfSomethingElseIsToldThatItWasFixed() {
        scene.active(KIM, FORSHAGA, Frequency.DAILY);
        FollowRow.add(em, 1, KIM, Frequency.AT_ONCE);
        long entry = FollowRow.history(em, 1, SUNDAY, ReportStatus.PLANNED);
        toldAtOnce(NotificationKind.FOLLOWED_REPORT_ANSWERED, entry, SUNDAY);
        fixed(1, SUNDAY);

        assertThat(run(Frequency.DAILY)).isEqualTo(1);
    }

    @Test
    void aNewReportThatWasToldAtOnceIsNotToldAsNewAgainButThatItWasFixedIs() {
        Subscription circle = scene.active(KIM, CIRCLE, Frequency.AT_ONCE);
        scene.active(KIM, FORSHAGA, Frequency.WEEKLY);
        toldAtOnce(NotificationKind.NEWS_IN_AREA, circle.id(), TUESDAY);

        assertThat(run(Frequency.WEEKLY)).isZero();

        em.createNativeQuery("delete from digest_run").executeUpdate();
        fixed(1, SUNDAY);
        assertThat(run(Frequency.WEEKLY)).isEqualTo(1);
        assertThat(letter(digests().get(0)).subject()).isEqualTo("Förra veckan: 1 åtgärdad");
    }

    /** Ended since: the mail at once was sent nevertheless. */
    @Test
    void whoWantedToKnowAtOnceThenIsNotToldAgain() {
        Subscription circle = scene.active(KIM, CIRCLE, Frequency.AT_ONCE);
        scene.active(KIM, FORSHAGA, Frequency.WEEKLY);
        toldAtOnce(NotificationKind.NEWS_IN_AREA, circle.id(), TUESDAY);
        circle.end(SATURDAY);

        assertThat(run(Frequency.WEEKLY)).isZero();
    }

    @Test
    void theWeeksMailLeavesOutWhatTheDaysMailsHaveTold() {
        scene.active(KIM, CIRCLE, Frequency.DAILY);
        scene.active(KIM, FORSHAGA, Frequency.WEEKLY);
        report(2, "1763", Position.of(59.6, 13.6), ReportStatus.REPORTED, "NEW", SUNDAY);

        assertThat(run(Frequency.WEEKLY)).isEqualTo(1);

        assertThat(letter(digests().get(0)).text()).contains("rapport/2").doesNotContain("rapport/1\n");
    }

    @Test
    void theWeeksMailOfAFollowedReportIsForWhatTheDaysMailsHaveNotTold() {
        scene.active(KIM, FORSHAGA, Frequency.DAILY);
        FollowRow.add(em, 1, KIM, Frequency.WEEKLY);
        FollowRow.history(em, 1, SUNDAY, ReportStatus.FIXED);
        fixed(1, SUNDAY);
        assertThat(run(Frequency.WEEKLY)).isZero();

        em.createNativeQuery("delete from digest_run").executeUpdate();
        FollowRow.history(em, 1, SATURDAY, ReportStatus.PLANNED);
        assertThat(run(Frequency.WEEKLY)).isEqualTo(1);
    }

    /** Fixed before the daily subscription began: nobody has told that yet. */
    @Test
    void whatHappenedBeforeTheDailySubscriptionIsToldByTheWeeklyOne() {
        scene.active(KIM, FORSHAGA, Frequency.WEEKLY);
        clock.set(SATURDAY);
        scene.active(KIM, CIRCLE, Frequency.DAILY);

        assertThat(run(Frequency.WEEKLY)).isEqualTo(1);
    }

    @Test
    void theReporterHasOtherMailsAboutTheirOwnReport() {
        String reporter = (String) em.createNativeQuery("select reporter_email from report where id = 1")
                .getSingleResult();
        scene.active(reporter, FORSHAGA, Frequency.WEEKLY);
        fixed(1, SUNDAY);

        assertThat(run(Frequency.WEEKLY)).isZero();
    }
}
