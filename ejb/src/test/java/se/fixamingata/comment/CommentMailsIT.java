package se.fixamingata.comment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.fixamingata.DatabaseTest;
import se.fixamingata.mail.Letter;
import se.fixamingata.notification.MailTask;
import se.fixamingata.notification.Notification;
import se.fixamingata.notification.NotificationKind;
import se.fixamingata.notification.NotificationState;
import se.fixamingata.notification.WaitingMails;
import se.fixamingata.photo.PhotoOwner;
import se.fixamingata.report.Actor;
import se.fixamingata.report.HistoryEntry;
import se.fixamingata.report.Report;
import se.fixamingata.report.ReportStatus;
import se.fixamingata.reporter.ReporterClaim;
import se.fixamingata.shared.Language;
import se.fixamingata.shared.SecretToken;
import se.fixamingata.update.ReportUpdate;
import se.fixamingata.update.UpdatePublished;

/** Who is told of a comment, and what the mails say. */
class CommentMailsIT extends DatabaseTest {

    private static final String REPORTER = "asa@resident.test";
    private static final String HANDLERS = "belysning@forshaga.test";

    private CommentScene scene;
    private Report report;

    @BeforeEach
    void aFollowedReport() {
        dataSource();
        scene = new CommentScene(clock, 1);
        scene.sending.authorities();
        report = scene.report("1763");
        scene.follower(1, report, "follower@example.org", "en");
    }

    private long written(ReporterClaim claim, CommentFields fields) {
        return ((PostingResult.Published) scene.post(report, fields, claim)).updateId();
    }

    private ReporterClaim bo() {
        return scene.signedIn("bo@example.org", "Bo Berg");
    }

    private List<String> told() {
        return scene.planned(NotificationKind.REPORT_COMMENTED).stream()
                .map(Notification::recipient)
                .toList();
    }

    private Optional<MailTask> prepare(Notification mail) {
        return scene.sending.transactions.call(() -> mail.kind() == NotificationKind.UPDATE_TO_AUTHORITY
                ? scene.copy.prepare(mail)
                : scene.mails.prepare(mail));
    }

    private Letter letter(Notification mail) {
        return scene.writing().write(prepare(mail).orElseThrow());
    }

    private Notification only(NotificationKind kind) {
        List<Notification> planned = scene.planned(kind);
        assertThat(planned).hasSize(1);
        return planned.get(0);
    }

    @Test
    void reporterFollowersAndAuthorityAreToldAndNotTheWriter() {
        scene.follower(2, report, "BO@example.org", "sv");
        scene.follower(3, report, REPORTER, "sv");
        written(bo(), CommentScene.GOOD);

        assertThat(told()).containsExactly(REPORTER, "follower@example.org");
        assertThat(only(NotificationKind.UPDATE_TO_AUTHORITY).recipient()).isEqualTo(HANDLERS);
        assertThat(scene.due.fired()).isNotEmpty();
    }

    @Test
    void theReporterIsNotToldOfTheirOwnWords() {
        written(scene.reporter(report), CommentScene.GOOD);
        assertThat(told()).containsExactly("follower@example.org");
    }

    @Test
    void aForgottenReporterIsNotTold() {
        scene.sql("update report set reporter_name = null, reporter_email = null, reporter_phone = null");
        written(bo(), CommentScene.GOOD);
        assertThat(told()).containsExactly("follower@example.org");
    }

    @Test
    void followersOfWhatIsPrivateAreNotTold() {
        ReporterClaim link = scene.reporter(report);
        scene.sql("update report set visibility = 'PRIVATE', listed = false");
        written(link, CommentScene.GOOD);

        assertThat(told()).isEmpty();
        assertThat(only(NotificationKind.UPDATE_TO_AUTHORITY).recipient()).isEqualTo(HANDLERS);
    }

    private void assertThatTheHistorySaysThatItWasNotSent(Report other) {
        assertThat(scene.count("history_entry where kind = 'COMMENT' and detail is null and report_id = " + other.id()))
                .isEqualTo(1);
    }

    @Test
    void anAuthorityThatRefusesGetsNothingAndTheHistorySaysSo() {
        Report other = scene.report("1761");
        scene.post(other, CommentScene.GOOD, bo());

        assertThat(scene.planned(NotificationKind.UPDATE_TO_AUTHORITY)).isEmpty();
        assertThatTheHistorySaysThatItWasNotSent(other);
    }

    /** As the queue does it: the row is the transaction's own. */
    private Optional<MailTask> prepared(long mail) {
        return scene.sending.transactions.call(() -> scene.copy.prepare(scene.em.find(Notification.class, mail)));
    }

    @Test
    void whatAnAuthorityWithoutAnAddressIsToReadWaitsForOne() {
        Report other = scene.report("1715");
        scene.post(other, CommentScene.GOOD, bo());
        long mail = only(NotificationKind.UPDATE_TO_AUTHORITY).id();
        assertThatTheHistorySaysThatItWasNotSent(other);
        assertThat(prepared(mail)).isEmpty();
        assertThat(only(NotificationKind.UPDATE_TO_AUTHORITY).state()).isEqualTo(NotificationState.WAITING_FOR_ADDRESS);
        assertThat(scene.count("secret_link where purpose = 'HANDLE'")).isZero();

        WaitingMails waiting = new WaitingMails(scene.em, scene.due, clock);
        assertThat(scene.sending.transactions.call(waiting::wake)).isZero();
        scene.sql("update authority set email = 'kil@kommun.test' where code = '1715'");
        clock.advance(Duration.ofDays(20));
        assertThat(scene.sending.transactions.call(waiting::wake)).isEqualTo(1);
        assertThat(scene.sending.transactions.call(waiting::wake)).isZero();

        MailTask task = prepared(mail).orElseThrow();
        assertThat(task.recipient()).isEqualTo("kil@kommun.test");
        assertThat(only(NotificationKind.UPDATE_TO_AUTHORITY)).satisfies(row -> {
            assertThat(row.state()).isEqualTo(NotificationState.DUE);
            assertThat(row.nextAttemptAt()).isEqualTo(clock.instant());
            assertThat(row.lastError()).isNull();
        });
    }

    @Test
    void whatASystemThatFetchesReadsInItsListIsNoLetter() {
        Report other = scene.report("1715");
        ReporterClaim bo = bo();
        scene.post(other, CommentScene.GOOD, bo);
        long mail = only(NotificationKind.UPDATE_TO_AUTHORITY).id();
        assertThat(prepared(mail)).isEmpty();
        scene.sql("insert into integration (authority_code, channel, trusts_mail, changed_at, version)"
                + " values ('1715', 'PULL', false, '2026-01-01', 0)");

        scene.post(other, CommentScene.GOOD, bo);
        assertThat(only(NotificationKind.UPDATE_TO_AUTHORITY).id())
                .as("no other")
                .isEqualTo(mail);

        // What waited for an address waits no more, and goes nowhere.
        assertThat(scene.sending.transactions.call(new WaitingMails(scene.em, scene.due, clock)::wake))
                .isEqualTo(1);
        assertThat(prepared(mail)).isEmpty();
        assertThat(only(NotificationKind.UPDATE_TO_AUTHORITY).state()).isEqualTo(NotificationState.DUE);
    }

    @Test
    void afterAHandOverItGoesToWhoHasTheReportThen() {
        Report other = scene.report("1715");
        scene.post(other, CommentScene.GOOD, bo());
        long mail = only(NotificationKind.UPDATE_TO_AUTHORITY).id();
        assertThat(prepared(mail)).isEmpty();
        scene.sql("update report set authority_code = '1763' where id = " + other.id());
        scene.sending.transactions.call(new WaitingMails(scene.em, scene.due, clock)::wake);

        assertThat(prepared(mail).orElseThrow().recipient()).isEqualTo(HANDLERS);
        assertThat(scene.count("secret_link where purpose = 'HANDLE' and authority_code = '1763'"))
                .isEqualTo(1);
    }

    @Test
    void theAuthorityAnswersWithTheLinkInTheMail() {
        written(bo(), CommentScene.GOOD);
        Letter letter = letter(only(NotificationKind.UPDATE_TO_AUTHORITY));
        assertThat(letter.content().text()).containsPattern("https?://\\S+/svar/[A-Za-z0-9_-]{43}");
        assertThat(letter.content().html()).containsPattern("href=\"https?://[^\"]+/svar/[A-Za-z0-9_-]{43}\"");
        assertThat(scene.count("secret_link where purpose = 'HANDLE' and authority_code = '1763'"))
                .isEqualTo(1);
    }

    @Test
    void whatTheAuthorityWritesIsToldByOthers() {
        ReportUpdate answer = ReportUpdate.byAuthority(report.id(), null, "Lagas i maj.", clock.instant());
        scene.sending.transactions.run(() -> {
            scene.em.persist(answer);
            scene.em.flush();
            scene.published.fire(new UpdatePublished(answer.id(), report.id(), 1));
        });
        assertThat(told()).isEmpty();
        assertThat(scene.planned(NotificationKind.UPDATE_TO_AUTHORITY)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void theWriterIsAskedWhetherTheAddressIsTheirs(Language language) {
        CommentFields fields = new CommentFields("Mörkt <i>än</i>.\nBara så.", "Bo", "bo@example.org", true, false);
        SecretToken draft = SecretToken.random();
        scene.sending.transactions.run(
                () -> scene.desk.start(draft, report.id(), fields, language, CommentScene.NOBODY));
        long update = ((PostingResult.Waiting) scene.post(draft, report, CommentScene.NOBODY)).updateId();

        Letter letter = letter(only(NotificationKind.CONFIRM_UPDATE));

        assertThat(letter.to()).isEqualTo("bo@example.org");
        assertThat(letter.content().subject())
                .isEqualTo((language == Language.SV ? "Bekräfta din kommentar till: " : "Confirm your comment on: ")
                        + "Trasig lampa <b> [#" + report.id() + "]");
        assertThat(letter.unsubscribe()).isEmpty();
        assertThat(letter.content().text()).contains("Mörkt <i>än</i>.\nBara så.");
        assertThat(letter.content().html())
                .contains("Mörkt &lt;i&gt;än&lt;/i&gt;.")
                .doesNotContain("<i>än");
        String token = token(letter.content().text(), "/bekrafta/");
        assertThat(token(letter.content().html(), "/bekrafta/")).isEqualTo(token);
        assertThat(scene.confirm(token)).isEqualTo(new CommentState.Confirmed(report.id(), update));
    }

    @Test
    void nobodyIsAskedAnyMoreWhatIsAnsweredCorrectedOrGone() {
        SecretToken draft = scene.write(report, CommentScene.GOOD, CommentScene.NOBODY);
        long update = ((PostingResult.Waiting) scene.post(draft, report, CommentScene.NOBODY)).updateId();
        Notification asked = only(NotificationKind.CONFIRM_UPDATE);
        scene.sql("update report_update set email = 'other@example.org'");
        assertThat(prepare(asked)).isEmpty();
        scene.sql("update report_update set email = 'bo@example.org'");
        assertThat(prepare(asked)).isPresent();
        scene.confirm(scene.link(report, update));
        assertThat(prepare(asked)).isEmpty();
        scene.sql("delete from report_update");
        assertThat(prepare(asked)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void theReporterReadsTheCommentAndGetsTheirLink(Language language) {
        scene.sql("update report set language = '" + language.code() + "'");
        written(bo(), new CommentFields("Mörkt <i>än</i>.", null, null, true, true));

        Letter letter = letter(scene.planned(NotificationKind.REPORT_COMMENTED).get(0));

        assertThat(letter.to()).isEqualTo(REPORTER);
        assertThat(letter.language()).isEqualTo(language);
        assertThat(letter.content().subject())
                .isEqualTo((language == Language.SV ? "Ny kommentar: " : "New comment: ") + "Trasig lampa <b> [#"
                        + report.id() + "]");
        assertThat(letter.unsubscribe()).isEmpty();
        assertThat(letter.content().text())
                .contains("Bo Berg", "Mörkt <i>än</i>.")
                .contains(language == Language.SV ? "ser åtgärdat ut" : "looks fixed")
                .doesNotContain("bo@example.org")
                .doesNotContain("avregistrera");
        assertThat(letter.content().html()).contains("&lt;i&gt;").doesNotContain("bo@example.org");
        String token = token(letter.content().text(), "/rapport/" + report.id() + "/");
        assertThat(scene.sending.transactions.call(() -> scene.reporters.isByLink(token, report.id())))
                .isTrue();
    }

    @Test
    void aFollowerGetsTheOpenPageAndTheWayOut() {
        long update = written(bo(), new CommentFields("Mörkt än.", null, null, false, false));
        scene.sending.transactions.run(
                () -> scene.sending.photos.add(new PhotoOwner.Update(update), "a.jpg", CommentScene.PHOTO));

        Letter letter = letter(scene.planned(NotificationKind.REPORT_COMMENTED).get(1));

        assertThat(letter.to()).isEqualTo("follower@example.org");
        assertThat(letter.content().text())
                .contains("A resident writes:", "https://fixamingata.test/rapport/" + report.id() + "\n")
                .contains("There is a photo")
                .doesNotContain("Bo Berg")
                .doesNotContain("/rapport/" + report.id() + "/");
        String way = letter.unsubscribe().orElseThrow();
        assertThat(way).startsWith("https://fixamingata.test/avregistrera/");
        assertThat(letter.content().text()).contains(way);
        assertThat(letter.content().html()).contains(way);
    }

    @Test
    void nobodyWantsWhatIsHiddenOrFollowsNoMore() {
        written(bo(), CommentScene.GOOD);
        List<Notification> mails = scene.planned(NotificationKind.REPORT_COMMENTED);
        Notification authority = only(NotificationKind.UPDATE_TO_AUTHORITY);

        scene.sql("update report_update set state = 'HIDDEN'");
        assertThat(mails).noneMatch(mail -> prepare(mail).isPresent());
        assertThat(prepare(authority)).isEmpty();

        scene.sql("update report_update set state = 'PUBLISHED'");
        scene.sql("update subscription set state = 'ENDED'");
        assertThat(mails).map(mail -> prepare(mail).isPresent()).containsExactly(true, false);

        scene.sql("update subscription set state = 'ACTIVE'");
        scene.sql("update report set visibility = 'PRIVATE', listed = false");
        assertThat(mails).map(mail -> prepare(mail).isPresent()).containsExactly(true, false);
        assertThat(prepare(authority)).isPresent();

        scene.sql("update report set visibility = 'HIDDEN'");
        assertThat(mails).noneMatch(mail -> prepare(mail).isPresent());
    }

    @Test
    void theAuthorityGetsTheWholeComment() {
        SecretToken draft = scene.write(
                report,
                new CommentFields("Lagad <b>nu</b>.\nTack!", "Bo Berg", "bo@example.org", false, true),
                CommentScene.NOBODY);
        scene.sending.transactions.run(() -> scene.desk.addPhoto(draft, report.id(), "a.jpg", CommentScene.PHOTO));
        long update = ((PostingResult.Waiting) scene.post(draft, report, CommentScene.NOBODY)).updateId();
        scene.confirm(scene.link(report, update));

        Letter letter = letter(only(NotificationKind.UPDATE_TO_AUTHORITY));

        String photo =
                scene.sending.photos.of(new PhotoOwner.Update(update)).get(0).id();
        assertThat(letter.to()).isEqualTo(HANDLERS);
        assertThat(letter.language()).isEqualTo(Language.SV);
        assertThat(letter.replyTo()).hasValue(scene.sending.smtp.replyTo());
        assertThat(letter.content().text()).doesNotContain("Skriv svaret ovanför");
        assertThat(letter.content().subject()).isEqualTo("Ny kommentar: Trasig lampa <b> [#" + report.id() + "]");
        assertThat(letter.attachments()).isEmpty();
        for (String said : List.of(letter.content().text(), letter.content().html())) {
            assertThat(said)
                    .contains(
                            "Bo Berg",
                            "bo@example.org",
                            "ser åtgärdat ut",
                            "Vill inte visa sitt namn offentligt".substring(1))
                    .contains("https://fixamingata.test/bild/" + photo + "/full")
                    .contains("https://fixamingata.test/rapport/" + report.id());
        }
        assertThat(letter.content().html()).contains("&lt;b&gt;nu").doesNotContain("<b>nu");
    }

    @Test
    void aReportThatIsOpenedAgainIsToldSo() {
        ReportUpdate reason = ReportUpdate.byResident(
                report.id(),
                Actor.REPORTER,
                null,
                "Åsa Öberg",
                REPORTER,
                false,
                Language.SV,
                "Den är släckt igen.",
                false,
                clock.instant());
        reason.publish(clock.instant());
        scene.sending.transactions.run(() -> {
            scene.em.persist(reason);
            scene.em.flush();
            HistoryEntry entry = HistoryEntry.status(
                            report.id(),
                            clock.instant(),
                            ReportStatus.FIXED,
                            ReportStatus.REPORTED,
                            Actor.REPORTER,
                            null,
                            null)
                    .with(reason.id());
            scene.em.persist(entry);
            scene.em.flush();
            scene.published.fire(new UpdatePublished(reason.id(), report.id(), entry.id()));
        });

        assertThat(told()).containsExactly("follower@example.org");
        assertThat(letter(only(NotificationKind.REPORT_COMMENTED)).content().subject())
                .startsWith("Opened again: Trasig lampa");
        Letter letter = letter(only(NotificationKind.UPDATE_TO_AUTHORITY));
        assertThat(letter.content().subject()).startsWith("Öppnad igen: Trasig lampa");
        assertThat(letter.content().text()).contains("Den är släckt igen.", "Öppnad igen av den som rapporterade");
    }

    @Test
    void photosOfAPrivateReportTravelAlong() {
        ReporterClaim link = scene.reporter(report);
        scene.sql("update report set visibility = 'PRIVATE', listed = false");
        SecretToken draft = scene.write(report, CommentScene.GOOD, link);
        scene.sending.transactions.run(() -> scene.desk.addPhoto(draft, report.id(), "a.jpg", CommentScene.PHOTO));
        scene.post(draft, report, link);

        Letter letter = letter(only(NotificationKind.UPDATE_TO_AUTHORITY));

        assertThat(letter.attachments()).singleElement().satisfies(file -> {
            assertThat(file.name()).isEqualTo("rapport-" + report.id() + "-kommentar-bild-1.jpg");
            assertThat(file.bytes()).isEqualTo(CommentScene.PHOTO.full());
        });
        assertThat(letter.content().text()).contains("som rapporterade felet").doesNotContain("/bild/");
    }

    private static String token(String text, String path) {
        int at = text.indexOf(path);
        assertThat(at).as(path + " in " + text).isPositive();
        return text.substring(at + path.length(), at + path.length() + 43);
    }
}
