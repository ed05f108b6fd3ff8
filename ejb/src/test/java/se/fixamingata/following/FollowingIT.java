package se.fixamingata.following;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.fixamingata.DatabaseTest;
import se.fixamingata.account.Caller;
import se.fixamingata.notification.Notification;
import se.fixamingata.notification.NotificationKind;
import se.fixamingata.report.ReportRow;
import se.fixamingata.report.ReportStatus;
import se.fixamingata.report.Visibility;
import se.fixamingata.secretlink.Purpose;
import se.fixamingata.shared.Language;
import se.fixamingata.subscription.Subscription;
import se.fixamingata.subscription.SubscriptionState;
import se.fixamingata.subscription.UnsubscribeState;

class FollowingIT extends DatabaseTest {

    private static final long REPORT = 7;

    private FollowScene scene;

    @BeforeEach
    void aReport() {
        ReportRow.addMunicipalities(em);
        ReportRow.add(em, ReportRow.of(REPORT, 59.53, 13.48));
        scene = new FollowScene(em, clock);
    }

    private Subscription asked(String email) {
        scene.following.follow(email, Language.SV, REPORT);
        flushAndClear();
        return scene.followers.find(email, REPORT).orElseThrow();
    }

    private Subscription active(String email) {
        Subscription asked = asked(email);
        scene.confirmation.confirm(scene.confirmationToken(asked));
        flushAndClear();
        return scene.followers.find(email, REPORT).orElseThrow();
    }

    @Test
    void byMailNobodyFollowsBeforeTheLinkWasUsed() {
        assertThat(scene.following.follow("  kim@Example.org ", Language.EN, REPORT))
                .isEqualTo(new FollowResult.MailSent("kim@example.org"));
        flushAndClear();

        Subscription subscription = scene.subscriptions(REPORT).get(0);
        assertThat(subscription.state()).isEqualTo(SubscriptionState.UNCONFIRMED);
        assertThat(subscription.language()).isEqualTo(Language.EN);
        assertThat(scene.followers.of(REPORT)).isEmpty();
        Notification mail = scene.planned().get(0);
        assertThat(mail.kind()).isEqualTo(NotificationKind.CONFIRM_FOLLOW);
        assertThat(mail.subjectId()).isEqualTo(subscription.id());
        assertThat(mail.recipient()).isEqualTo("kim@example.org");
        assertThat(mail.language()).isEqualTo(Language.EN);

        assertThat(scene.confirmation.confirm(scene.confirmationToken(subscription)))
                .isEqualTo(new FollowState.Confirmed(REPORT));
        flushAndClear();
        assertThat(scene.followers.of(REPORT))
                .containsExactly(new Follower(subscription.id(), "kim@example.org", Language.EN));
        assertThat(scene.followers.count(REPORT)).isEqualTo(1);
    }

    @Test
    void lookingChangesNothing() {
        Subscription asked = asked("kim@example.org");
        String token = scene.confirmationToken(asked);
        assertThat(scene.confirmation.look(token)).isEqualTo(new FollowState.Waiting("Lampan är trasig"));
        assertThat(scene.confirmation.look(token)).isEqualTo(new FollowState.Waiting("Lampan är trasig"));
        flushAndClear();
        assertThat(scene.followers.of(REPORT)).isEmpty();

        Subscription active = active("kim@example.org");
        String end = scene.unsubscribeToken(active);
        assertThat(scene.unsubscribing.look(end)).isEqualTo(new UnsubscribeState.Following(REPORT, "Lampan är trasig"));
        flushAndClear();
        assertThat(scene.followers.of(REPORT)).hasSize(1);
    }

    @Test
    void whoeverFollowsAlreadyGetsTheSameWordsAndGoesOnFollowing() {
        Subscription kim = active("kim@example.org");

        assertThat(scene.following.follow("kim@example.org", Language.SV, REPORT))
                .isEqualTo(new FollowResult.MailSent("kim@example.org"));
        assertThat(scene.following.follow("new@example.org", Language.SV, REPORT))
                .isEqualTo(new FollowResult.MailSent("new@example.org"));
        flushAndClear();

        assertThat(scene.followers.of(REPORT))
                .extracting(Follower::subscriptionId)
                .containsExactly(kim.id());
        assertThat(scene.planned())
                .extracting(Notification::recipient)
                .containsExactly("kim@example.org", "kim@example.org", "new@example.org");
    }

    @Test
    void followingTwiceIsOne() {
        asked("kim@example.org");
        Subscription again = asked("Kim@example.org");
        assertThat(scene.subscriptions(REPORT)).containsExactly(again);
        scene.confirmation.confirm(scene.confirmationToken(again));
        assertThat(scene.confirmation.confirm(scene.confirmationToken(again)))
                .isEqualTo(new FollowState.Already(REPORT));
        assertThat(scene.confirmation.look(scene.confirmationToken(again))).isEqualTo(new FollowState.Already(REPORT));
    }

    @Test
    void manyAtOnceAreOne() {
        em.getTransaction().rollback();
        commit(ReportRow::addMunicipalities);
        commit(own -> ReportRow.add(own, ReportRow.of(REPORT, 59.53, 13.48)));
        Caller kim = committed(own -> new FollowScene(own, clock).caller("kim@example.org"));

        List<CompletableFuture<FollowResult>> clicks = IntStream.range(0, 6)
                .mapToObj(click -> CompletableFuture.supplyAsync(() -> committed(own -> {
                    Following following = new FollowScene(own, clock).following;
                    return click % 2 == 0
                            ? following.follow(kim, REPORT)
                            : following.follow("kim@example.org", Language.SV, REPORT);
                })))
                .toList();
        clicks.forEach(CompletableFuture::join);

        List<Subscription> rows = committed(own -> new FollowScene(own, clock).subscriptions(REPORT));
        assertThat(rows).hasSize(1);
        assertThat(rows.get(0).isActive()).isTrue();
    }

    @Test
    void whoIsSignedInFollowsAtOnceWithoutAnyMail() {
        Caller kim = scene.caller("kim@example.org");
        assertThat(scene.following.follow(kim, REPORT)).isEqualTo(new FollowResult.Following());
        assertThat(scene.following.follow(kim, REPORT)).isEqualTo(new FollowResult.Following());
        flushAndClear();

        assertThat(scene.followers.isFollowing(kim, REPORT)).isTrue();
        assertThat(scene.subscriptions(REPORT)).singleElement().satisfies(one -> {
            assertThat(one.accountId()).isEqualTo(kim.accountId());
            assertThat(one.language()).isEqualTo(Language.EN);
        });
        assertThat(scene.planned()).isEmpty();

        scene.following.unfollow(kim, REPORT);
        scene.following.unfollow(kim, REPORT);
        flushAndClear();
        assertThat(scene.followers.isFollowing(kim, REPORT)).isFalse();
        assertThat(em.createNativeQuery("select action from audit_entry where subject = 'report:7' order by id")
                        .getResultList())
                .asList()
                .containsExactly("report.followed", "report.unfollowed");
    }

    @Test
    void theAccountFindsWhatItsAddressFollows() {
        active("kim@example.org");
        Caller kim = scene.caller("kim@example.org");
        assertThat(scene.followers.isFollowing(kim, REPORT)).isTrue();
        scene.following.unfollow(kim, REPORT);
        flushAndClear();
        assertThat(scene.followers.of(REPORT)).isEmpty();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                " ",
                "kim",
                "kim@",
                "a b@example.org",
                "kim@example.org\r\nBcc: all@example.org",
                "<kim@example.org>"
            })
    void whatIsNoAddressGetsNoMail(String typed) {
        assertThat(scene.following.follow(typed, Language.SV, REPORT)).isInstanceOf(FollowResult.InvalidAddress.class);
        assertThat(scene.planned()).isEmpty();
    }

    @Test
    void whatIsNotPublicCannotBeFollowed() {
        ReportRow.add(
                em,
                ReportRow.of(1, 59.53, 13.48).with(Visibility.HIDDEN),
                ReportRow.of(2, 59.53, 13.48).with(Visibility.PRIVATE),
                ReportRow.of(3, 59.53, 13.48).with(ReportStatus.UNCONFIRMED));
        Caller kim = scene.caller("kim@example.org");
        for (long id = 1; id <= 4; id++) {
            assertThat(scene.following.follow("kim@example.org", Language.SV, id))
                    .isEqualTo(new FollowResult.NoReport());
            assertThat(scene.following.follow(kim, id)).isEqualTo(new FollowResult.NoReport());
        }
    }

    @Test
    void nobodyIsToldOfWhatIsPublicNoMoreNorTheReporterTwice() {
        active("kim@example.org");
        active("EVA@example.se");
        assertThat(scene.followers.of(REPORT)).extracting(Follower::email).containsExactly("kim@example.org");
        assertThat(scene.followers.find(REPORT, "kim@example.org")).isPresent();
        assertThat(scene.followers.find(REPORT, "nobody@example.org")).isEmpty();

        em.createNativeQuery("update report set visibility = 'PRIVATE', listed = 0 where id = 7")
                .executeUpdate();
        em.clear();
        assertThat(scene.followers.of(REPORT)).isEmpty();
        assertThat(scene.followers.find(REPORT, "kim@example.org")).isEmpty();
    }

    @Test
    void noAddressIsFlooded() {
        for (int i = 0; i < FollowScene.MAILS_PER_HOUR; i++) {
            asked("kim@example.org");
            clock.advance(Duration.ofMinutes(10));
        }
        assertThat(scene.following.follow("kim@example.org", Language.SV, REPORT))
                .isEqualTo(new FollowResult.TooMany(31));
        assertThat(scene.following.follow("other@example.org", Language.SV, REPORT))
                .isInstanceOf(FollowResult.MailSent.class);
        clock.advance(Duration.ofMinutes(31));
        assertThat(scene.following.follow("kim@example.org", Language.SV, REPORT))
                .isInstanceOf(FollowResult.MailSent.class);
    }

    @Test
    void oneClickEndsItAndASecondOneIsFine() {
        Subscription kim = active("kim@example.org");
        String first = scene.unsubscribeToken(kim);
        String second = scene.unsubscribeToken(kim);
        clock.advance(Duration.ofDays(3000));

        assertThat(scene.unsubscribing.end(first)).isEqualTo(new UnsubscribeState.Ended(REPORT, true));
        flushAndClear();
        assertThat(scene.followers.of(REPORT)).isEmpty();
        assertThat(scene.unsubscribing.end(first)).isEqualTo(new UnsubscribeState.Ended(REPORT, true));
        assertThat(scene.unsubscribing.end(second)).isEqualTo(new UnsubscribeState.Ended(REPORT, true));
        assertThat(scene.unsubscribing.look(second)).isEqualTo(new UnsubscribeState.Ended(REPORT, true));
    }

    /** Many mails about one report, each of which has to end it: that must not fill a table. */
    @Test
    void theLinkIsTheSameInEveryMailAndNeedsNoRow() {
        Subscription kim = active("kim@example.org");
        long rows = links();
        String token = scene.unsubscribeToken(kim);
        assertThat(scene.unsubscribeToken(kim)).isEqualTo(token);
        assertThat(links()).isEqualTo(rows);
        clock.advance(Duration.ofDays(5000));
        assertThat(scene.unsubscribing.end(token)).isEqualTo(new UnsubscribeState.Ended(REPORT, true));
    }

    @Test
    void nobodyMakesALinkOutOfAnother() {
        Subscription kim = active("kim@example.org");
        Subscription bo = active("bo@example.org");
        byte[] mine = Base64.getUrlDecoder().decode(scene.unsubscribeToken(bo));
        byte[] forged = mine.clone();
        System.arraycopy(ByteBuffer.allocate(8).putLong(kim.id()).array(), 0, forged, 8, 8);
        assertThat(scene.unsubscribing.end(
                        Base64.getUrlEncoder().withoutPadding().encodeToString(forged)))
                .isEqualTo(new UnsubscribeState.Unknown());
        for (int i = 0; i < mine.length; i++) {
            byte[] changed = mine.clone();
            changed[i] ^= 1;
            assertThat(scene.unsubscribing.look(
                            Base64.getUrlEncoder().withoutPadding().encodeToString(changed)))
                    .isEqualTo(new UnsubscribeState.Unknown());
        }
    }

    @Test
    void aLinkOfAnOlderMailStillEndsItUntilItsTimeIsOver() {
        Subscription kim = active("kim@example.org");
        String old = scene.secrets
                .issue(Purpose.UNSUBSCRIBE, REPORT, kim.id(), Duration.ofDays(10))
                .text();
        String older = scene.secrets
                .issue(Purpose.UNSUBSCRIBE, REPORT, kim.id(), Duration.ofDays(1))
                .text();
        flushAndClear();
        clock.advance(Duration.ofDays(2));
        assertThat(scene.unsubscribing.end(older)).isEqualTo(new UnsubscribeState.Expired());
        assertThat(scene.unsubscribing.end(old)).isEqualTo(new UnsubscribeState.Ended(REPORT, true));
    }

    @Test
    void whatIsConfirmedThroughTheMailboxOfAnAccountIsTheAccounts() {
        Caller kim = scene.caller("kim@example.org");
        assertThat(active("kim@example.org").accountId()).isEqualTo(kim.accountId());
        assertThat(active("bo@example.org").accountId()).isNull();
    }

    private long links() {
        em.flush();
        return ((Number)
                        em.createNativeQuery("select count(*) from secret_link").getSingleResult())
                .longValue();
    }

    @Test
    void anOldConfirmationDoesNotBringBackWhatWasEnded() {
        Subscription kim = asked("kim@example.org");
        String confirm = scene.confirmationToken(kim);
        scene.confirmation.confirm(confirm);
        scene.unsubscribing.end(scene.unsubscribeToken(kim));
        flushAndClear();
        assertThat(scene.confirmation.confirm(confirm)).isEqualTo(new FollowState.Ended(REPORT));
        assertThat(scene.followers.of(REPORT)).isEmpty();

        Subscription again = asked("kim@example.org");
        assertThat(again.state()).isEqualTo(SubscriptionState.UNCONFIRMED);
        scene.confirmation.confirm(scene.confirmationToken(again));
        flushAndClear();
        assertThat(scene.followers.of(REPORT)).hasSize(1);
    }

    @Test
    void aLinkOfAnotherKindOrNoneIsUnknown() {
        Subscription kim = active("kim@example.org");
        String confirm = scene.confirmationToken(kim);
        String end = scene.unsubscribeToken(kim);
        assertThat(scene.unsubscribing.end(confirm)).isEqualTo(new UnsubscribeState.Unknown());
        assertThat(scene.confirmation.confirm(end)).isEqualTo(new FollowState.Unknown());
        for (String nonsense : new String[] {null, "", "abc", "A".repeat(43), end.substring(1)}) {
            assertThat(scene.unsubscribing.end(nonsense)).isEqualTo(new UnsubscribeState.Unknown());
            assertThat(scene.unsubscribing.look(nonsense)).isEqualTo(new UnsubscribeState.Unknown());
            assertThat(scene.confirmation.confirm(nonsense)).isEqualTo(new FollowState.Unknown());
        }
        assertThat(scene.followers.of(REPORT)).hasSize(1);
    }

    @Test
    void aConfirmationRunsOut() {
        String token = scene.confirmationToken(asked("kim@example.org"));
        clock.advance(Duration.ofDays(30));
        assertThat(scene.confirmation.look(token)).isEqualTo(new FollowState.Expired());
        assertThat(scene.confirmation.confirm(token)).isEqualTo(new FollowState.Expired());
        flushAndClear();
        assertThat(scene.followers.of(REPORT)).isEmpty();
    }

    @Test
    void aReportThatIsPublicNoMoreShowsNoTitle() {
        Subscription kim = active("kim@example.org");
        String late = scene.confirmationToken(kim);
        String end = scene.unsubscribeToken(kim);
        em.createNativeQuery("update report set visibility = 'HIDDEN', listed = 0 where id = 7")
                .executeUpdate();
        em.clear();

        assertThat(scene.confirmation.look(late)).isEqualTo(new FollowState.Expired());
        assertThat(scene.unsubscribing.look(end)).isEqualTo(new UnsubscribeState.Following(REPORT, ""));
        assertThat(scene.unsubscribing.end(end)).isEqualTo(new UnsubscribeState.Ended(REPORT, false));
    }

    @Test
    void anErasedAccountFollowsNothing() {
        Caller kim = scene.caller("kim@example.org");
        scene.following.follow(kim, REPORT);
        flushAndClear();
        Subscription subscription = scene.subscriptions(REPORT).get(0);
        String end = scene.unsubscribeToken(subscription);
        em.flush();
        em.createNativeQuery("delete from account where id = ?1")
                .setParameter(1, kim.accountId())
                .executeUpdate();
        em.clear();

        assertThat(scene.subscriptions(REPORT)).isEmpty();
        assertThat(scene.unsubscribing.end(end)).isEqualTo(new UnsubscribeState.Ended(REPORT, true));
    }
}
