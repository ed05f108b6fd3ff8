package se.fixamingata.news;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.fixamingata.subscription.SubscriptionScene.FORSHAGA;
import static se.fixamingata.subscription.SubscriptionScene.LAMPS;
import static se.fixamingata.subscription.SubscriptionScene.PLACE;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.fixamingata.DatabaseTest;
import se.fixamingata.RecordedEvents;
import se.fixamingata.mail.LetterTemplates;
import se.fixamingata.mail.LetterText;
import se.fixamingata.mail.MessageIds;
import se.fixamingata.notification.MailTask;
import se.fixamingata.notification.Notification;
import se.fixamingata.notification.NotificationKind;
import se.fixamingata.position.Position;
import se.fixamingata.report.Report;
import se.fixamingata.report.ReportChanged;
import se.fixamingata.report.ReportChanged.OnMap;
import se.fixamingata.report.ReportRow;
import se.fixamingata.report.ReportStatus;
import se.fixamingata.report.Visibility;
import se.fixamingata.sending.TestTransactions;
import se.fixamingata.sending.TestTransactions.Killed;
import se.fixamingata.shared.Language;
import se.fixamingata.subscription.Area;
import se.fixamingata.subscription.Frequency;
import se.fixamingata.subscription.SubscriptionScene;
import se.fixamingata.subscription.SubscriptionSettings;

class NewsQueueIT extends DatabaseTest {

    private static final long REPORT = 7;
    private static final Position FAR = Position.of(59.60, 13.48);

    private final TestTransactions transactions = new TestTransactions();
    private NewsQueue queue;

    @BeforeEach
    void aReport() {
        commit(own -> {
            ReportRow.addMunicipalities(own);
            ReportRow.add(own, ReportRow.of(REPORT, PLACE.lat(), PLACE.lon()).confirmed(clock.instant()));
        });
        queue = new NewsQueue(
                transactions,
                new MessageIds(new SubscriptionScene(em, clock).service),
                new SubscriptionSettings(20, 10),
                clock);
        queue.em = transactions.em();
    }

    private NewsKeeper keeper(EntityManager own) {
        return new NewsKeeper(own, new RecordedEvents<>(), Duration.ofDays(30), clock);
    }

    private void subscribe(String email, Area area) {
        subscribe(email, area, Frequency.AT_ONCE);
    }

    private void subscribe(String email, Area area, Frequency frequency) {
        commit(own -> new SubscriptionScene(own, clock).active(email, area, frequency));
    }

    /** As the use case that confirms it. */
    private void published() {
        commit(own -> keeper(own).changed(new ReportChanged(REPORT, null, OnMap.of(own.find(Report.class, REPORT)))));
    }

    private void moved(Position where, String municipality) {
        commit(own -> {
            Report report = own.find(Report.class, REPORT);
            OnMap before = OnMap.of(report);
            report.moveTo(where, municipality, null, clock.instant());
            own.flush();
            keeper(own).changed(new ReportChanged(REPORT, before, OnMap.of(report)));
        });
    }

    private void shown(Visibility visibility) {
        commit(own -> {
            Report report = own.find(Report.class, REPORT);
            OnMap before = OnMap.of(report);
            report.show(visibility, clock.instant());
            own.flush();
            keeper(own).changed(new ReportChanged(REPORT, before, OnMap.of(report)));
        });
    }

    private void workOff() {
        while (queue.workOff("test", 50) > 0) {
            // Until nothing is due.
        }
    }

    private List<Notification> mails() {
        return committed(own -> new SubscriptionScene(own, clock).planned());
    }

    private List<String> told() {
        return mails().stream().map(Notification::recipient).sorted().toList();
    }

    @Test
    void whoWatchesThePlaceIsToldOnceInWhateverWayTheyWatchIt() {
        subscribe("whole@example.org", FORSHAGA);
        subscribe("lamps@example.org", LAMPS);
        subscribe("near@example.org", new Area.Circle(PLACE, 100, ""));
        subscribe("edge@example.org", new Area.Circle(Position.of(59.5389, 13.48), 1_000, ""));
        subscribe("both@example.org", FORSHAGA);
        subscribe("both@example.org", new Area.Circle(PLACE, 50_000, ""));
        subscribe("outside@example.org", new Area.Circle(Position.of(59.5392, 13.48), 1_000, ""));
        subscribe("trees@example.org", new Area.CategoryIn("1763", "trees"));
        subscribe("elsewhere@example.org", new Area.WholeMunicipality("0180"));
        subscribe("daily@example.org", FORSHAGA, Frequency.DAILY);
        published();

        workOff();

        assertThat(told())
                .containsExactly(
                        "both@example.org",
                        "edge@example.org",
                        "lamps@example.org",
                        "near@example.org",
                        "whole@example.org");
        assertThat(mails()).allSatisfy(mail -> {
            assertThat(mail.kind()).isEqualTo(NotificationKind.NEWS_IN_AREA);
            assertThat(mail.reportId()).isEqualTo(REPORT);
        });
        assertThat(queue.countByState()).containsEntry("due", 0L).containsEntry("done", 1L);
        assertThat(queue.oldestDue()).isEmpty();
    }

    @Test
    void nobodyIsToldOfTheirOwnReportAsNew() {
        String reporter =
                committed(own -> own.find(Report.class, REPORT).reporter().email());
        subscribe(reporter, FORSHAGA);
        published();
        workOff();
        assertThat(told()).isEmpty();
    }

    @Test
    void nobodyIsToldTwiceWhenItMovesOrIsShownAgain() {
        subscribe("whole@example.org", FORSHAGA);
        subscribe("near@example.org", new Area.Circle(FAR, 300, ""));
        published();
        workOff();
        assertThat(told()).containsExactly("whole@example.org");

        moved(FAR, "1763");
        workOff();
        assertThat(told()).containsExactly("near@example.org", "whole@example.org");

        shown(Visibility.HIDDEN);
        shown(Visibility.PUBLIC);
        workOff();
        assertThat(told()).hasSize(2);
    }

    @Test
    void whatIsHiddenOrMovedAwayBeforeAnybodyWasToldIsToldToNobodyThere() {
        subscribe("whole@example.org", FORSHAGA);
        published();
        shown(Visibility.HIDDEN);
        workOff();
        assertThat(told()).isEmpty();
        assertThat(queue.countByState()).containsEntry("done", 0L);

        shown(Visibility.PUBLIC);
        moved(Position.of(59.38, 13.50), "0180");
        workOff();
        assertThat(told()).isEmpty();
    }

    @Test
    void whatIsOldOrClosedIsNoNews() {
        subscribe("whole@example.org", FORSHAGA);
        commit(own -> {
            Instant long_ago = clock.instant().minus(Duration.ofDays(31));
            ReportRow.add(
                    own,
                    ReportRow.of(8, PLACE.lat(), PLACE.lon()).confirmed(long_ago),
                    ReportRow.of(9, PLACE.lat(), PLACE.lon())
                            .confirmed(clock.instant())
                            .with(ReportStatus.NO_ACTION));
        });
        commit(own -> List.of(8L, 9L)
                .forEach(id -> keeper(own).changed(new ReportChanged(id, null, OnMap.of(own.find(Report.class, id))))));
        workOff();
        assertThat(told()).isEmpty();
        assertThat(queue.countByState()).containsEntry("due", 0L).containsEntry("done", 0L);
    }

    /** More than a portion: the server dies before and after a commit, and nobody is told twice or not at all. */
    @Test
    void manyAreToldInPortionsAndAServerThatDiesLosesNobody() {
        int many = NewsQueue.PORTION + 20;
        commit(own -> new SubscriptionScene(own, clock).many(many, "1763", Frequency.AT_ONCE));
        published();

        transactions.killBefore(1);
        assertThatThrownBy(() -> queue.workOff("dies", 1)).isInstanceOf(Killed.class);
        assertThat(told()).isEmpty();
        transactions.killAfter(1);
        assertThatThrownBy(() -> queue.workOff("dies", 1)).isInstanceOf(Killed.class);
        assertThat(told()).hasSize(NewsQueue.PORTION);
        workOff();

        List<Notification> mails = mails();
        assertThat(mails).hasSize(many).extracting(Notification::recipient).doesNotHaveDuplicates();
        // Ten a second, so that others' mails come in between.
        Duration all = Duration.between(
                mails.get(0).nextAttemptAt(), mails.get(many - 1).nextAttemptAt());
        assertThat(all).isBetween(Duration.ofSeconds(many / 10 - 1), Duration.ofSeconds(many / 10 + 1));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void theMailSaysWhyItCameAndHowToStop(Language language) {
        subscribe("kim@example.org", LAMPS);
        published();
        workOff();
        commit(own -> own.createNativeQuery("update notification set language = ?1")
                .setParameter(1, language.code())
                .executeUpdate());
        SubscriptionScene scene = new SubscriptionScene(em, clock);
        NewsMails writer = new NewsMails(em, scene.reading, scene.names, scene.links);

        MailTask task = writer.prepare(scene.planned().get(0)).orElseThrow();
        Map<String, Object> values = new HashMap<>(task.values());
        values.put("recipient", task.recipient());
        values.put("map", "");
        LetterText letter = new LetterTemplates().write("news-in-area", language, values);

        assertThat(letter.subject())
                .isEqualTo((language == Language.SV ? "Ny rapport" : "New report") + ": Lampan är trasig [#7]");
        assertThat(letter.text())
                .contains("https://example.org/rapport/7", "/prenumerationer/", "/avregistrera/", "kim@example.org");
        assertThat(letter.html())
                .contains(language == Language.SV ? "Gatubelysning i 1763" : "Street lighting in 1763");
        assertThat(task.unsubscribe()).isPresent();
        scene.unsubscribing.end(SubscriptionScene.token(task.unsubscribe().orElseThrow()));
        assertThat(writer.prepare(scene.planned().get(0))).isEmpty();
    }
}
