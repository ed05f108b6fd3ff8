package se.fixamingata.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static se.fixamingata.subscription.SubscriptionScene.FORSHAGA;
import static se.fixamingata.subscription.SubscriptionScene.PLACE;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import se.fixamingata.RecordedEvents;
import se.fixamingata.mail.MessageIds;
import se.fixamingata.notification.Notification;
import se.fixamingata.report.ReportStatus;
import se.fixamingata.subscription.Frequency;
import se.fixamingata.subscription.Subscription;
import se.fixamingata.subscription.SubscriptionScene;

/** Nothing twice and nothing lost, whatever happens meanwhile. */
class DigestBadDaysIT extends DigestCase {

    private static final int ADDRESSES = 5;

    /** The server dies in the middle of a portion, after another one, and before the round is finished. */
    @Test
    void killedInTheMiddleEverybodyGetsOneMail() {
        report(1, "1763", PLACE, ReportStatus.REPORTED, "NEW", SUNDAY);
        scene.many(ADDRESSES, "1763", Frequency.DAILY);
        clock.set(Instant.parse("2026-11-23T05:40:00Z"));
        em.getTransaction().commit();
        committedRows();

        DigestRound round = inOwn(own -> own.rounds.begin(Frequency.DAILY, Frequency.DAILY.cutOff(clock.instant())));
        List<Long> first = inOwn(own -> own.rounds.next(round, 0, 2));
        lost(own -> own.composing.compose(own.composing.matching(round), first));
        assertThat(mails()).isEmpty();
        inOwn(own -> own.composing.compose(own.composing.matching(round), first));
        assertThat(mails()).hasSize(2);
        // Begun anew without a checkpoint, in a server that knows nothing of the first.
        DigestRound again = inOwn(own -> own.rounds.begin(Frequency.DAILY, round.cutOff()));
        assertThat(again).isEqualTo(round);
        AtomicLong last = new AtomicLong();
        List<Long> page = inOwn(own -> own.rounds.next(again, last.get(), 2));
        while (!page.isEmpty()) {
            List<Long> ids = page;
            inOwn(own -> own.composing.compose(own.composing.matching(again), ids));
            last.set(ids.get(ids.size() - 1));
            page = inOwn(own -> own.rounds.next(again, last.get(), 2));
        }

        assertThat(mails())
                .hasSize(ADDRESSES)
                .extracting(Notification::recipient)
                .doesNotHaveDuplicates();
        int late = inOwn(own -> own.composing.compose(own.composing.matching(again), first));
        assertThat(late).isZero();
        assertThat(mails()).hasSize(ADDRESSES);
    }

    private record Own(DigestRounds rounds, DigestComposing composing) {}

    private <T> T inOwn(Function<Own, T> work) {
        return committed(own -> work.apply(own(own)));
    }

    /** Done, and taken back by the server's death. */
    private void lost(Consumer<Own> work) {
        try {
            commit(own -> {
                work.accept(own(own));
                throw new Lost();
            });
        } catch (Lost expected) {
            // Rolled back.
        }
    }

    private Own own(EntityManager own) {
        SubscriptionScene at = new SubscriptionScene(own, clock);
        return new Own(
                new DigestRounds(own, clock),
                new DigestComposing(own, new MessageIds(at.service), at.settings, new RecordedEvents<>(), clock));
    }

    private static final class Lost extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** They are removed after the test. */
    private void committedRows() {
        commit(own -> {});
    }

    private List<Notification> mails() {
        return committed(own -> new SubscriptionScene(own, clock).planned());
    }

    /** Between the night's job and the mail, which then is sent to nobody. */
    @Test
    void whoIsErasedOrUnsubscribedMeanwhileIsWrittenToNoMore() {
        report(1, "1763", PLACE, ReportStatus.REPORTED, "NEW", SUNDAY);
        Subscription kim = scene.active("kim@example.org", FORSHAGA, Frequency.DAILY);
        Subscription bo = scene.active("bo@example.org", FORSHAGA, Frequency.DAILY);
        assertThat(run(Frequency.DAILY)).isEqualTo(2);
        List<Notification> mails = scene.planned();

        em.remove(em.find(Subscription.class, kim.id()));
        em.find(Subscription.class, bo.id()).end(clock.instant());
        em.flush();

        assertThat(mails).allSatisfy(mail -> assertThat(writer().prepare(mail)).isEmpty());
    }

    @Test
    void whoIsErasedBeforeTheirPortionIsPassedOver() {
        report(1, "1763", PLACE, ReportStatus.REPORTED, "NEW", SUNDAY);
        Subscription kim = scene.active("kim@example.org", FORSHAGA, Frequency.DAILY);
        scene.active("bo@example.org", FORSHAGA, Frequency.DAILY);
        clock.set(Instant.parse("2026-11-23T05:40:00Z"));
        DigestRound round = rounds.begin(Frequency.DAILY, Frequency.DAILY.cutOff(clock.instant()));
        List<Long> ids = rounds.next(round, 0, 10);
        em.remove(em.find(Subscription.class, kim.id()));
        em.flush();

        assertThat(composing.compose(composing.matching(round), ids)).isEqualTo(1);

        assertThat(scene.planned()).extracting(Notification::recipient).containsExactly("bo@example.org");
    }

    /** 25 October 2026 has 25 hours; the hour that comes twice is told once, and so is the last one. */
    @Test
    void theSundayOnWhichClocksGoBackIsOneDay() {
        scene.active("kim@example.org", FORSHAGA, Frequency.DAILY);
        em.createNativeQuery("update subscription set news_from = '2026-10-01'").executeUpdate();
        report(1, "1763", PLACE, ReportStatus.REPORTED, "NEW", Instant.parse("2026-10-24T21:59:59Z"));
        report(2, "1763", PLACE, ReportStatus.REPORTED, "NEW", Instant.parse("2026-10-24T22:00:00Z"));
        report(3, "1763", PLACE, ReportStatus.REPORTED, "NEW", Instant.parse("2026-10-25T00:30:00Z"));
        report(4, "1763", PLACE, ReportStatus.REPORTED, "NEW", Instant.parse("2026-10-25T01:30:00Z"));
        report(5, "1763", PLACE, ReportStatus.REPORTED, "NEW", Instant.parse("2026-10-25T22:59:59Z"));
        report(6, "1763", PLACE, ReportStatus.REPORTED, "NEW", Instant.parse("2026-10-25T23:00:00Z"));

        assertThat(run(Frequency.DAILY, Frequency.DAILY.cutOff(Instant.parse("2026-10-25T05:40:00Z"))))
                .isEqualTo(1);
        assertThat(run(Frequency.DAILY, Frequency.DAILY.cutOff(Instant.parse("2026-10-26T05:40:00Z"))))
                .isEqualTo(1);
        assertThat(run(Frequency.DAILY, Frequency.DAILY.cutOff(Instant.parse("2026-10-27T05:40:00Z"))))
                .isEqualTo(1);

        List<String> texts = scene.planned().stream()
                .sorted(Comparator.comparing(Notification::id))
                .map(mail -> letter(mail).text())
                .toList();
        assertThat(texts.get(0)).contains("rapport/1\n").doesNotContain("rapport/2\n");
        assertThat(texts.get(1))
                .contains("rapport/2\n", "rapport/3\n", "rapport/4\n", "rapport/5\n")
                .doesNotContain("rapport/1\n", "rapport/6\n");
        assertThat(texts.get(2)).contains("rapport/6\n").doesNotContain("rapport/5\n");
    }

    /** Easter Monday 2027: residents have asked for Mondays, and the authority's working days are nothing to them. */
    @Test
    void theWeeksMailComesOnAMondayThatIsRed() {
        scene.active("kim@example.org", FORSHAGA, Frequency.WEEKLY);
        report(1, "1763", PLACE, ReportStatus.REPORTED, "NEW", Instant.parse("2027-03-26T11:00:00Z"));

        assertThat(run(Frequency.WEEKLY, Frequency.WEEKLY.cutOff(Instant.parse("2027-03-29T04:40:00Z"))))
                .isEqualTo(1);
        assertThat(run(Frequency.WEEKLY, Frequency.WEEKLY.cutOff(Instant.parse("2027-03-30T04:40:00Z"))))
                .isZero();
    }
}
