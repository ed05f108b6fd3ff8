package se.fixamingata.handling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.fixamingata.DatabaseTest;
import se.fixamingata.account.Caller;
import se.fixamingata.account.Role;
import se.fixamingata.handling.HandlingResult.Done;
import se.fixamingata.handling.HandlingResult.Invalid;
import se.fixamingata.report.Report;
import se.fixamingata.report.ReportStatus;

class MergingIT extends DatabaseTest {

    private HandlingScene scene;
    private Caller caller;
    private Report one;
    private Report two;
    private Report three;

    @BeforeEach
    void scene() {
        scene = new HandlingScene(em, clock);
        scene.authorities();
        caller = scene.staff("1763", Role.CASEWORKER);
        one = scene.report("1763", "Lampa ett", "ett@example.org");
        two = scene.report("1763", "Lampa två", "tva@example.org");
        three = scene.report("1763", "Lampa tre", "tre@example.org");
        clock.advance(Duration.ofHours(1));
    }

    private HandlingResult merge(Report report, Report main) {
        em.refresh(report);
        return scene.merging.merge(caller, report.id(), report.version(), main.id(), "Samma lampa.");
    }

    private HandlingResult undo(Report report) {
        em.refresh(report);
        return scene.merging.undo(caller, report.id(), report.version(), null);
    }

    /** Who follows, and because of which report; sorted. */
    private List<Object> followers(Report report) {
        return scene.list("select concat_ws(' ', email, if(state = 'ACTIVE', null, state)) from subscription"
                + " where report_id = " + report.id() + " and state <> 'UNCONFIRMED' order by email");
    }

    @Test
    void theDuplicateIsClosedAndWhoeverWantedToKnowFollowsTheOtherOne() {
        scene.follower(one.id(), "foljer@example.org", "ACTIVE");
        scene.follower(one.id(), "slut@example.org", "ENDED");
        scene.follower(one.id(), "kanske@example.org", "UNCONFIRMED");
        scene.follower(one.id(), "tva@example.org", "ACTIVE");

        assertThat(merge(one, two)).isEqualTo(new Done(one.id(), one.version()));

        assertThat(one.status()).isEqualTo(ReportStatus.DUPLICATE);
        assertThat(one.duplicateOf()).isEqualTo(two.id());
        assertThat(followers(two)).containsExactly("ett@example.org", "foljer@example.org");
        assertThat(scene.list("select concat_ws('|', report_id, kind, coalesce(detail, '-'), update_id is not null)"
                        + " from history_entry where kind <> 'CONFIRMED' order by report_id"))
                .containsExactly(one.id() + "|STATUS|-|1", two.id() + "|MERGED|" + one.id() + "|0");
        assertThat(scene.list("select concat_ws('|', kind, recipient) from notification order by recipient"))
                .containsExactly(
                        "REPORT_ANSWERED|ett@example.org",
                        "FOLLOWED_REPORT_ANSWERED|foljer@example.org",
                        "FOLLOWED_REPORT_ANSWERED|tva@example.org");
    }

    @Test
    void fixedOnTheMainReportReachesThem() {
        merge(one, two);
        scene.sql("delete from notification");
        em.refresh(two);
        scene.handling.answer(Handler.of(caller), Answer.of(two.id(), two.version(), ReportStatus.FIXED, "Klart."));
        assertThat(scene.list("select concat_ws('|', kind, report_id, recipient) from notification order by recipient"))
                .containsExactly(
                        "FOLLOWED_REPORT_ANSWERED|" + two.id() + "|ett@example.org",
                        "REPORT_ANSWERED|" + two.id() + "|tva@example.org");
    }

    @Test
    void whoHasSaidNoStaysAwayAndWhoNeverSaidYesHasElsewhere() {
        scene.follower(two.id(), "ett@example.org", "ENDED");
        scene.follower(one.id(), "kanske@example.org", "ACTIVE");
        scene.follower(two.id(), "kanske@example.org", "UNCONFIRMED");
        merge(one, two);
        assertThat(followers(two)).containsExactly("ett@example.org ENDED", "kanske@example.org");
    }

    @Test
    void twoMakeNoCircle() {
        merge(one, two);
        assertThat(merge(two, one)).isEqualTo(new Invalid("main", "handling.main.circle"));
        assertThat(merge(two, two)).isEqualTo(new Invalid("main", "handling.main.same"));
    }

    @Test
    void threeMakeNoCircle() {
        merge(one, two);
        merge(two, three);
        assertThat(merge(three, one)).isEqualTo(new Invalid("main", "handling.main.circle"));
        assertThat(merge(three, two)).isEqualTo(new Invalid("main", "handling.main.circle"));
        assertThat(followers(three)).containsExactly("ett@example.org", "tva@example.org");
    }

    @Test
    void aMergeIntoADuplicateGoesToWhatItFollows() {
        merge(one, two);
        merge(three, one);
        assertThat(three.duplicateOf()).isEqualTo(two.id());
        assertThat(followers(two)).containsExactly("ett@example.org", "tre@example.org");
    }

    @Test
    void undoingOpensItAgainAndLetsGoWhoCameWithIt() {
        scene.follower(one.id(), "foljer@example.org", "ACTIVE");
        scene.follower(two.id(), "trogen@example.org", "ACTIVE");
        merge(one, two);

        assertThat(undo(one)).isInstanceOf(Done.class);

        assertThat(one.status()).isEqualTo(ReportStatus.REPORTED);
        assertThat(one.duplicateOf()).isNull();
        assertThat(followers(two)).containsExactly("trogen@example.org");
        assertThat(followers(one)).containsExactly("foljer@example.org");
        assertThat(scene.list("select detail from history_entry where kind = 'UNMERGED'"))
                .containsExactly(String.valueOf(one.id()));
        assertThat(undo(one)).isEqualTo(new Invalid("status", "report.status.illegal"));
    }

    @Test
    void undoingReachesWhatFollowsFromAfarAndKeepsWhoIsThereForAnotherReason() {
        scene.follower(one.id(), "foljer@example.org", "ACTIVE");
        scene.follower(two.id(), "foljer@example.org", "ACTIVE");
        merge(one, two);
        merge(two, three);
        assertThat(followers(three)).containsExactly("ett@example.org", "foljer@example.org", "tva@example.org");

        undo(one);

        assertThat(followers(three)).containsExactly("foljer@example.org", "tva@example.org");
        assertThat(followers(two)).containsExactly("foljer@example.org");
        undo(two);
        assertThat(followers(three)).isEmpty();
    }

    @Test
    void onlyOnesOwnReportsAreMerged() {
        Report foreign = scene.report("1780", "Karlstads lampa", "k@example.org");
        Report secret = scene.report("1763", "Privat", "p@example.org");
        secret.keepPrivate(true);
        Report unconfirmed = scene.report(ReportStatus.UNCONFIRMED);
        em.flush();
        assertThat(merge(one, foreign)).isEqualTo(new Invalid("main", "handling.main.authority"));
        assertThat(merge(one, secret)).isEqualTo(new Invalid("main", "handling.main.private"));
        assertThat(merge(one, unconfirmed)).isEqualTo(new Invalid("main", "handling.main.unknown"));
        foreign.keepPrivate(true);
        em.flush();
        assertThat(merge(one, foreign)).isEqualTo(new Invalid("main", "handling.main.unknown"));
        assertThat(scene.merging.merge(caller, one.id(), one.version(), 4711, "Samma."))
                .isEqualTo(new Invalid("main", "handling.main.unknown"));
        assertThat(scene.merging.merge(caller, one.id(), one.version(), two.id(), " "))
                .isEqualTo(new Invalid("text", "handling.text.missing"));
    }

    @Test
    void onlyWhatIsOpenBecomesADuplicate() {
        Report fixed = scene.report(ReportStatus.FIXED);
        assertThat(merge(fixed, one)).isEqualTo(new Invalid("status", "report.status.illegal"));
        assertThat(merge(one, fixed)).isInstanceOf(Done.class);
    }

    @Test
    void aPrivateDuplicateIsNotNamedInThePublicStory() {
        one.keepPrivate(true);
        two.keepPrivate(true);
        em.flush();
        assertThat(merge(one, two)).isInstanceOf(Done.class);
        assertThat(scene.list("select internal from history_entry where kind = 'MERGED'"))
                .containsExactly(true);
        assertThat(followers(two)).as("nobody but its reporter may see it").isEmpty();
    }
}
