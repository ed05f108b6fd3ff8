package se.fixamingata.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static se.fixamingata.subscription.SubscriptionScene.FORSHAGA;
import static se.fixamingata.subscription.SubscriptionScene.LAMPS;
import static se.fixamingata.subscription.SubscriptionScene.PLACE;
import static se.fixamingata.subscription.SubscriptionScene.token;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.fixamingata.DatabaseTest;
import se.fixamingata.account.Caller;
import se.fixamingata.mail.LetterTemplates;
import se.fixamingata.mail.LetterText;
import se.fixamingata.notification.MailTask;
import se.fixamingata.notification.Notification;
import se.fixamingata.notification.NotificationKind;
import se.fixamingata.report.ReportRow;
import se.fixamingata.shared.Language;
import se.fixamingata.subscription.SubscriptionConfirming.State;

class SubscribingIT extends DatabaseTest {

    private static final String KIM = "kim@example.org";

    private SubscriptionScene scene;

    @BeforeEach
    void municipalities() {
        ReportRow.addMunicipalities(em);
        scene = new SubscriptionScene(em, clock);
    }

    private MailTask asked(Area area, Frequency frequency, Language language) {
        assertThat(scene.subscribing.subscribe("kim@example.org ", language, area, frequency))
                .isEqualTo(new SubscribeResult.MailSent(KIM));
        clock.advance(Duration.ofSeconds(1));
        flushAndClear();
        List<Notification> planned = scene.planned();
        Notification mail = planned.get(planned.size() - 1);
        assertThat(mail.kind()).isEqualTo(NotificationKind.CONFIRM_SUBSCRIPTION);
        return scene.mails.prepare(mail).orElseThrow();
    }

    private static LetterText written(MailTask task) {
        Map<String, Object> values = new HashMap<>(task.values());
        values.put("recipient", task.recipient());
        return new LetterTemplates().write("confirm-subscription", task.language(), values);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void nobodyIsToldBeforeTheyHaveSaidYes(Language language) {
        MailTask task = asked(LAMPS, Frequency.DAILY, language);
        LetterText letter = written(task);

        assertThat(scene.all()).extracting(Subscription::state).containsExactly(SubscriptionState.UNCONFIRMED);
        assertThat(task.unsubscribe()).isEmpty();
        assertThat(letter.subject())
                .isEqualTo(
                        language == Language.SV
                                ? "Vill du prenumerera? Gatubelysning i 1763"
                                : "Do you want to subscribe? Street lighting in 1763");
        String link = token((String) task.values().get("link"));
        assertThat(letter.text()).contains("https://example.org/bekrafta/" + link);
        assertThat(letter.html()).contains("https://example.org/bekrafta/" + link);

        assertThat(scene.confirming.look(link)).isEqualTo(new State.Waiting(LAMPS));
        assertThat(scene.all()).extracting(Subscription::state).containsExactly(SubscriptionState.UNCONFIRMED);
        assertThat(scene.confirming.confirm(link)).isInstanceOf(State.Confirmed.class);
        assertThat(scene.confirming.confirm(link)).isInstanceOf(State.Already.class);
        assertThat(scene.all()).extracting(Subscription::isActive).containsExactly(true);
        assertThat(scene.all().get(0).frequency()).isEqualTo(Frequency.DAILY);
    }

    /** Only the owner of the mailbox may know; the page says the same as ever. */
    @Test
    void whoSubscribesAlreadyIsToldSoByMail() {
        Subscription known = scene.active(KIM, FORSHAGA, Frequency.WEEKLY);

        MailTask task = asked(FORSHAGA, Frequency.AT_ONCE, Language.SV);
        LetterText letter = written(task);

        assertThat(letter.subject()).isEqualTo("Du prenumererar redan: 1763");
        assertThat(letter.text()).contains("på måndagen när något har hänt");
        assertThat(task.unsubscribe()).contains((String) task.values().get("link"));
        assertThat(scene.all()).hasSize(1);
        assertThat(scene.all().get(0).frequency()).isEqualTo(Frequency.WEEKLY);
        String manage = token((String) task.values().get("manage"));
        assertThat(scene.managing.look(manage)).isEqualTo(Managing.LinkState.GOOD);
        assertThat(scene.managing.list(manage, Language.SV))
                .extracting(ManagedSubscription::id, ManagedSubscription::name, ManagedSubscription::feed)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(known.id(), "1763", "/atom/kommun/1763"));
    }

    @Test
    void whoIsSignedInIsToldAtOnceAndTheLastWordCounts() {
        Caller kim = scene.caller(KIM);
        Area circle = new Area.Circle(PLACE, 500, "Storgatan 1");

        SubscribeResult first = scene.subscribing.subscribe(kim, circle, Frequency.AT_ONCE);
        clock.advance(Duration.ofHours(1));
        SubscribeResult second = scene.subscribing.subscribe(kim, circle, Frequency.DAILY);
        flushAndClear();

        assertThat(first).isEqualTo(second);
        assertThat(scene.planned()).isEmpty();
        Subscription row = scene.all().get(0);
        assertThat(row.isActive()).isTrue();
        assertThat(row.frequency()).isEqualTo(Frequency.DAILY);
        assertThat(row.newsFrom()).isEqualTo(clock.instant());
        assertThat(row.area()).contains(circle);
        assertThat(scene.managing.list(kim, Language.EN))
                .extracting(ManagedSubscription::name, ManagedSubscription::page)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(
                        "500 m around Storgatan 1", "/karta?lat=59.530000&lon=13.480000&z=15"));
        assertThat(((Number) em.createNativeQuery("select count(*) from subscription_cell")
                                .getSingleResult())
                        .intValue())
                .isBetween(1, CircleCells.MOST);
    }

    @Test
    void anAddressWatchesSoManyAreasAndNoMore() {
        Caller kim = scene.caller(KIM);
        MailTask late = asked(LAMPS, Frequency.DAILY, Language.SV);
        for (int metres = 1_000; metres < 1_000 + SubscriptionScene.MOST; metres++) {
            assertThat(scene.subscribing.subscribe(kim, new Area.Circle(PLACE, metres, ""), Frequency.DAILY))
                    .isInstanceOf(SubscribeResult.Subscribed.class);
        }
        em.flush();

        assertThat(scene.subscribing.subscribe(kim, FORSHAGA, Frequency.DAILY))
                .isEqualTo(new SubscribeResult.Full(SubscriptionScene.MOST));
        String link = token((String) late.values().get("link"));
        assertThat(scene.confirming.confirm(link)).isInstanceOf(State.Full.class);
        scene.managing.end(kim, scene.managing.list(kim, Language.SV).get(0).id());
        em.flush();
        assertThat(scene.confirming.confirm(link)).isInstanceOf(State.Confirmed.class);
    }

    @Test
    void nobodyIsFloodedWithQuestions() {
        for (int i = 0; i < 3; i++) {
            asked(new Area.Circle(PLACE, 1_000 + i, ""), Frequency.DAILY, Language.SV);
        }
        assertThat(scene.subscribing.subscribe(KIM, Language.SV, LAMPS, Frequency.DAILY))
                .isInstanceOf(SubscribeResult.TooMany.class);
        assertThat(scene.subscribing.subscribe("kim", Language.SV, LAMPS, Frequency.DAILY))
                .isInstanceOf(SubscribeResult.InvalidAddress.class);
    }

    @Test
    void oneClickEndsOneAreaAndTheLinkInADigestAllOfItsKind() {
        Subscription forshaga = scene.active(KIM, FORSHAGA, Frequency.AT_ONCE);
        Subscription lamps = scene.active(KIM, LAMPS, Frequency.DAILY);
        Subscription circle = scene.active(KIM, new Area.Circle(PLACE, 500, ""), Frequency.DAILY);
        Subscription others = scene.active("bo@example.org", LAMPS, Frequency.DAILY);
        String one = token(scene.links.unsubscribe(forshaga.id()));
        String all = token(scene.links.unsubscribeAll(Frequency.DAILY, lamps.id()));

        assertThat(scene.unsubscribing.look(one)).isEqualTo(new UnsubscribeState.Watching(FORSHAGA));
        assertThat(scene.unsubscribing.end(one)).isEqualTo(UnsubscribeState.Ended.ofArea());
        assertThat(forshaga.isActive()).isFalse();
        assertThat(lamps.isActive()).isTrue();

        assertThat(scene.unsubscribing.look(all)).isEqualTo(new UnsubscribeState.Digest(Frequency.DAILY));
        assertThat(scene.unsubscribing.end(all)).isEqualTo(UnsubscribeState.Ended.ofArea());
        assertThat(scene.unsubscribing.end(all)).isEqualTo(UnsubscribeState.Ended.ofArea());
        assertThat(List.of(lamps.isActive(), circle.isActive(), others.isActive()))
                .containsExactly(false, false, true);
    }

    /** Whoever forwards a mail gives away the list for a while, and nobody else's. */
    @Test
    void theLinkShowsAndChangesWhatGoesToThatAddressUntilItsTimeIsOver() {
        Subscription mine = scene.active(KIM, FORSHAGA, Frequency.AT_ONCE);
        Subscription others = scene.active("bo@example.org", FORSHAGA, Frequency.AT_ONCE);
        String link = token(scene.links.manage(mine.id()));

        scene.managing.tell(link, mine.id(), Frequency.WEEKLY);
        scene.managing.tell(link, others.id(), Frequency.WEEKLY);
        scene.managing.speak(link, Language.EN);
        scene.managing.end(link, others.id());
        em.flush();
        assertThat(mine.frequency()).isEqualTo(Frequency.WEEKLY);
        assertThat(mine.language()).isEqualTo(Language.EN);
        assertThat(others.frequency()).isEqualTo(Frequency.AT_ONCE);
        assertThat(others.isActive()).isTrue();
        assertThat(scene.managing.address(link)).contains(KIM);

        clock.advance(Duration.ofDays(60));
        assertThat(scene.managing.look(link)).isEqualTo(Managing.LinkState.EXPIRED);
        assertThat(scene.managing.list(link, Language.SV)).isEmpty();
        scene.managing.end(link, mine.id());
        assertThat(mine.isActive()).isTrue();
        assertThat(scene.managing.look("A".repeat(43))).isEqualTo(Managing.LinkState.UNKNOWN);
        assertThat(scene.managing.look(token(scene.links.unsubscribe(mine.id()))))
                .isEqualTo(Managing.LinkState.UNKNOWN);
    }

    @Test
    void theSameWishTwiceAtOnceMakesOneSubscription() throws Exception {
        em.getTransaction().rollback();
        commit(ReportRow::addMunicipalities);
        Area circle = new Area.Circle(PLACE, 700, "");
        Callable<SubscribeResult> wish = () -> committed(own ->
                new SubscriptionScene(own, clock).subscribing.subscribe(KIM, Language.SV, circle, Frequency.DAILY));
        ExecutorService both = Executors.newFixedThreadPool(2);
        try {
            for (var result : both.invokeAll(List.of(wish, wish))) {
                assertThat(result.get()).isEqualTo(new SubscribeResult.MailSent(KIM));
            }
        } finally {
            both.shutdown();
        }
        List<Subscription> rows = committed(own -> new SubscriptionScene(own, clock).all());
        assertThat(rows).hasSize(1);
    }
}
