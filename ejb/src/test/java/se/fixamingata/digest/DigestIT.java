package se.fixamingata.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static se.fixamingata.subscription.SubscriptionScene.FORSHAGA;
import static se.fixamingata.subscription.SubscriptionScene.LAMPS;
import static se.fixamingata.subscription.SubscriptionScene.PLACE;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.fixamingata.following.FollowRow;
import se.fixamingata.mail.LetterText;
import se.fixamingata.notification.MailTask;
import se.fixamingata.notification.Notification;
import se.fixamingata.position.Position;
import se.fixamingata.report.ReportStatus;
import se.fixamingata.shared.Language;
import se.fixamingata.shared.SqlTime;
import se.fixamingata.subscription.Area;
import se.fixamingata.subscription.Frequency;

class DigestIT extends DigestCase {

    @Test
    void eachAddressGetsOneMailOfWhatHappenedWhereItWatches() {
        scene.active("kim@example.org", FORSHAGA, Frequency.DAILY);
        scene.active("kim@example.org", new Area.Circle(PLACE, 500, "Torget"), Frequency.DAILY);
        scene.active("bo@example.org", LAMPS, Frequency.DAILY);
        scene.active("far@example.org", new Area.WholeMunicipality("0180"), Frequency.DAILY);
        scene.active("now@example.org", FORSHAGA, Frequency.AT_ONCE);
        scene.active("week@example.org", FORSHAGA, Frequency.WEEKLY);
        report(1, "1763", PLACE, ReportStatus.REPORTED, "NEW", SUNDAY);
        report(2, "1763", Position.of(59.6, 13.6), ReportStatus.FIXED, "FIXED", SUNDAY);
        report(3, "1763", PLACE, ReportStatus.REPORTED, "NEW", SATURDAY);
        report(4, "1763", PLACE, ReportStatus.REPORTED, "NEW", Instant.parse("2026-11-23T01:00:00Z"));

        assertThat(run(Frequency.DAILY)).isEqualTo(2);
        assertThat(run(Frequency.DAILY)).isZero();

        List<Notification> mails = scene.planned();
        assertThat(mails)
                .extracting(Notification::recipient)
                .containsExactlyInAnyOrder("kim@example.org", "bo@example.org");
        LetterText letter = letter(mails.stream()
                .filter(mail -> mail.recipient().startsWith("kim"))
                .findFirst()
                .orElseThrow());
        assertThat(letter.subject()).isEqualTo("I går: 1 ny rapport, 1 åtgärdad");
        assertThat(letter.text())
                .containsOnlyOnce("https://example.org/rapport/1")
                .contains("Fel nummer 2", "Gatubelysning · Storgatan 2, 1763 · Åtgärdad")
                .doesNotContain("rapport/3", "rapport/4");

        assertThat(run(Frequency.WEEKLY)).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void theMailNamesSomeAndLinksTheRest(Language language) {
        scene.active("kim@example.org", FORSHAGA, Frequency.WEEKLY).speak(language);
        for (int i = 1; i <= DigestContent.NEW + 7; i++) {
            report(i, "1763", PLACE, ReportStatus.REPORTED, "NEW", SUNDAY.plusSeconds(i));
        }
        assertThat(run(Frequency.WEEKLY)).isEqualTo(1);
        MailTask task = prepared(scene.planned().get(0));
        LetterText letter = letter(task);

        assertThat(letter.subject())
                .isEqualTo(language == Language.SV ? "Förra veckan: 17 nya rapporter" : "Last week: 17 new reports");
        assertThat(letter.text()).contains("rapport/17", "rapport/8").doesNotContain("rapport/7\n");
        assertThat(letter.text())
                .contains(language == Language.SV ? "Och 7 till" : "And 7 more", "https://example.org/kommun/1763");
        assertThat(letter.html()).contains("/prenumerationer/", "/avregistrera/");
        assertThat(task.unsubscribe()).isPresent();
    }

    @Test
    void nothingHappenedIsNoMail() {
        scene.active("kim@example.org", FORSHAGA, Frequency.DAILY);
        assertThat(run(Frequency.DAILY)).isZero();
        assertThat(scene.planned()).isEmpty();
        assertThat(em.createNativeQuery("select id from digest").getResultList())
                .isEmpty();
    }

    @Test
    void ownReportsHiddenOnesAndWhatOnlyMovedWithinTheAreaAreNoNews() {
        report(1, "1763", PLACE, ReportStatus.REPORTED, "NEW", SUNDAY);
        String reporter = (String) em.createNativeQuery("select reporter_email from report where id = 1")
                .getSingleResult();
        scene.active(reporter, FORSHAGA, Frequency.DAILY);
        assertThat(run(Frequency.DAILY)).isZero();

        em.createNativeQuery("delete from digest_run").executeUpdate();
        scene.active("kim@example.org", FORSHAGA, Frequency.DAILY);
        em.createNativeQuery("update subscription set news_from = '2026-11-01'").executeUpdate();
        em.createNativeQuery("update area_news set at = '2026-11-20'").executeUpdate();
        news(1, "1763", PLACE, "NEW", SUNDAY, 1L);
        assertThat(run(Frequency.DAILY)).isZero();
        em.createNativeQuery("delete from digest_run").executeUpdate();
        report(2, "1763", PLACE, ReportStatus.REPORTED, "NEW", SUNDAY);
        em.createNativeQuery("update report set visibility = 'HIDDEN', listed = 0 where id = 2")
                .executeUpdate();
        assertThat(run(Frequency.DAILY)).isZero();
    }

    /** Hidden after the night's job and before the mail leaves. */
    @Test
    void whatIsHiddenMeanwhileIsNotNamed() {
        scene.active("kim@example.org", FORSHAGA, Frequency.DAILY);
        report(1, "1763", PLACE, ReportStatus.REPORTED, "NEW", SUNDAY);
        report(2, "1763", PLACE, ReportStatus.REPORTED, "NEW", SUNDAY);
        assertThat(run(Frequency.DAILY)).isEqualTo(1);
        em.createNativeQuery("update report set visibility = 'HIDDEN', listed = 0 where id = 2")
                .executeUpdate();

        LetterText letter = letter(scene.planned().get(0));

        assertThat(letter.subject()).isEqualTo("I går: 1 ny rapport");
        assertThat(letter.text()).doesNotContain("Fel nummer 2");
    }

    @Test
    void whoFollowsAReportByDayIsToldInTheSameMail() {
        report(1, "1763", PLACE, ReportStatus.PLANNED, "NEW", LONG_BEFORE);
        FollowRow.add(em, 1, "kim@example.org", Frequency.DAILY);
        FollowRow.history(em, 1, SUNDAY);
        assertThat(run(Frequency.DAILY)).isEqualTo(1);
        LetterText letter = letter(scene.planned().get(0));
        assertThat(letter.subject()).isEqualTo("I går: nytt om 1 som du följer");
        assertThat(letter.text()).contains("Rapporter som du följer", "Planerad", "rapport/1");
    }

    /** Sunday's job never ran: Monday's tells of both days, and nobody of Saturday who was told of it. */
    @Test
    void aDayThatWasLeftOutIsToldTheNextDayAndNothingTwice() {
        scene.active("kim@example.org", FORSHAGA, Frequency.DAILY);
        report(1, "1763", PLACE, ReportStatus.REPORTED, "NEW", SATURDAY.minus(Duration.ofDays(1)));
        report(2, "1763", PLACE, ReportStatus.REPORTED, "NEW", SATURDAY);
        report(3, "1763", PLACE, ReportStatus.REPORTED, "NEW", SUNDAY);
        Instant saturday = Frequency.DAILY.cutOff(SATURDAY);
        assertThat(run(Frequency.DAILY, saturday)).isEqualTo(1);

        assertThat(run(Frequency.DAILY)).isEqualTo(1);

        List<Notification> mails = scene.planned();
        assertThat(letter(mails.get(1)).text())
                .contains("rapport/2", "rapport/3")
                .doesNotContain("rapport/1\n");
        em.createNativeQuery("delete from digest_run where cut_off > ?1")
                .setParameter(1, SqlTime.text(saturday))
                .executeUpdate();
        em.createNativeQuery("update digest_run set finished_at = null").executeUpdate();
        assertThat(run(Frequency.DAILY)).isEqualTo(1);
        assertThat(letter(scene.planned().get(2)).text()).contains("rapport/2").doesNotContain("rapport/1\n");
    }

    /** The same number of statements for a few addresses and for many. */
    @ParameterizedTest
    @ValueSource(ints = {3, 300})
    void aPortionTakesSevenStatements(int addresses) {
        report(1, "1763", PLACE, ReportStatus.REPORTED, "NEW", SUNDAY);
        scene.active("circle@example.org", new Area.Circle(PLACE, 900, ""), Frequency.DAILY);
        scene.many(addresses - 1, "1763", Frequency.DAILY);
        clock.set(Instant.parse("2026-11-23T05:40:00Z"));
        DigestRound round = rounds.begin(Frequency.DAILY, Frequency.DAILY.cutOff(clock.instant()));
        List<Long> ids = rounds.next(round, 0, DigestComposing.PORTION);
        DigestComposing.Matching matching = composing.matching(round);
        long before = statements();
        assertThat(composing.compose(matching, ids)).isEqualTo(addresses);
        // The question for the number is one as well.
        assertThat(statements() - before).isEqualTo(7 + 1);
    }

    private long statements() {
        Object[] row = (Object[])
                em.createNativeQuery("show session status like 'Questions'").getSingleResult();
        return Long.parseLong(row[1].toString());
    }

    @Test
    void whatIsOldIsDeletedInPortions() {
        scene.active("kim@example.org", FORSHAGA, Frequency.DAILY);
        report(1, "1763", PLACE, ReportStatus.REPORTED, "NEW", SUNDAY);
        run(Frequency.DAILY);
        em.createNativeQuery("insert into area_told (report_id, email, subscription_id, news_id) values (1, 'x', 5, 1)")
                .executeUpdate();
        assertThat(rounds.deleteBefore(SATURDAY, 10)).isZero();
        Instant later = clock.instant().plusSeconds(1);
        for (String table : List.of("digest", "area_told", "area_news")) {
            assertThat(em.createNativeQuery("select 1 from " + table).getResultList())
                    .hasSize(1);
            assertThat(rounds.deleteBefore(later, 1)).isEqualTo(1);
            assertThat(em.createNativeQuery("select 1 from " + table).getResultList())
                    .isEmpty();
        }
        assertThat(rounds.deleteBefore(later, 1)).isZero();
    }
}
