package se.fixamingata.handling.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.fixamingata.DatabaseTest;
import se.fixamingata.account.Caller;
import se.fixamingata.account.Role;
import se.fixamingata.category.Categories;
import se.fixamingata.following.FollowLinks;
import se.fixamingata.handling.Answer;
import se.fixamingata.handling.AnswerPreview;
import se.fixamingata.handling.Handler;
import se.fixamingata.handling.HandlingResult;
import se.fixamingata.handling.HandlingScene;
import se.fixamingata.handling.NewDocument;
import se.fixamingata.handling.NewPhoto;
import se.fixamingata.mail.Letter;
import se.fixamingata.mail.LetterTemplates;
import se.fixamingata.mail.LetterText;
import se.fixamingata.mail.PlacePicture;
import se.fixamingata.mail.ReportReading;
import se.fixamingata.municipality.Municipalities;
import se.fixamingata.notification.MailTask;
import se.fixamingata.notification.MailWriting;
import se.fixamingata.notification.Notification;
import se.fixamingata.notification.NotificationKind;
import se.fixamingata.photo.DatabasePhotoStore;
import se.fixamingata.photo.PreparedPhoto;
import se.fixamingata.report.Report;
import se.fixamingata.report.ReportStatus;
import se.fixamingata.reporter.ReporterLinks;
import se.fixamingata.secretlink.Purpose;
import se.fixamingata.secretlink.SecretLink;
import se.fixamingata.secretlink.SecretLinks;
import se.fixamingata.sending.SendingScene;
import se.fixamingata.settings.ServerKeys;
import se.fixamingata.shared.Language;
import se.fixamingata.shared.SecretToken;
import se.fixamingata.subscription.SubscriptionLinks;
import se.fixamingata.subscription.UnsubscribeTokens;
import se.fixamingata.update.UpdateDocuments;

class HandlingMailsIT extends DatabaseTest {

    private static final String HOME = "https://fixamingata.test";
    private static final String EVIL = "<img src=x onerror=alert(1)> & \"så\" {{title}}";
    private static final String ESCAPED = "&lt;img src&#x3D;x onerror&#x3D;alert(1)&gt; &amp; &quot;så&quot; {{title}}";
    private static final PreparedPhoto PHOTO = new PreparedPhoto(new byte[] {1}, 800, 600, new byte[] {2}, 320, 240);

    private HandlingScene scene;
    private SecretLinks links;
    private AnswerMails answers;
    private QuestionMails questions;
    private MailWriting writing;
    private Caller caller;
    private Report report;

    @BeforeEach
    void scene() {
        scene = new HandlingScene(em, clock);
        scene.authorities();
        links = new SecretLinks(em, clock);
        ReporterLinks reporterLinks =
                new ReporterLinks(links, scene.service, clock, Duration.ofDays(365), Duration.ofDays(60));
        answers = new AnswerMails();
        answers.em = em;
        answers.letters = scene.letters;
        answers.reporterLinks = reporterLinks;
        answers.followLinks = new FollowLinks(
                links,
                scene.service,
                Duration.ofDays(30),
                new SubscriptionLinks(
                        links, scene.service, Duration.ofDays(30), new UnsubscribeTokens(new ServerKeys(em)), null));
        answers.authorities = scene.authorities;
        answers.photos = new DatabasePhotoStore(em, clock);
        answers.documents = new UpdateDocuments(em);
        questions = new QuestionMails();
        questions.em = em;
        questions.links = reporterLinks;
        questions.reading = new ReportReading(
                        new Categories(em), scene.authorities, new Municipalities(em), answers.photos, scene.service)
                .with(em);
        writing = new MailWriting(
                List.of(answers, questions),
                new LetterTemplates(),
                new PlacePicture(place -> SendingScene.PICTURE),
                clock);
        caller = scene.staff("1763", Role.CASEWORKER);
        report = scene.report();
        clock.advance(Duration.ofHours(1));
    }

    private Answer answer(ReportStatus status, String text) {
        return Answer.of(report.id(), Answer.ANY_VERSION, status, text);
    }

    private void say(Answer answer) {
        assertThat(scene.handling.answer(Handler.of(caller), answer)).isInstanceOf(HandlingResult.Done.class);
    }

    private Notification planned(NotificationKind kind, String recipient) {
        em.flush();
        return em.createQuery(
                        "select n from Notification n where n.kind = :kind and n.recipient = :recipient order by n.id desc",
                        Notification.class)
                .setParameter("kind", kind)
                .setParameter("recipient", recipient)
                .setMaxResults(1)
                .getSingleResult();
    }

    private Optional<Letter> letter(NotificationKind kind, String recipient) {
        Notification planned = planned(kind, recipient);
        Optional<MailTask> task =
                (kind == NotificationKind.QUESTION_TO_REPORTER ? questions : answers).prepare(planned);
        return task.map(writing::write);
    }

    private LetterText toReporter() {
        return letter(NotificationKind.REPORT_ANSWERED, "anna@example.org")
                .orElseThrow()
                .content();
    }

    private Letter toFollower(String email) {
        return letter(NotificationKind.FOLLOWED_REPORT_ANSWERED, email).orElseThrow();
    }

    private SecretLink link(String text, String path, Purpose purpose) {
        Matcher found = Pattern.compile(Pattern.quote(HOME + path) + "([A-Za-z0-9_-]{43})")
                .matcher(text);
        assertThat(found.find()).as(path + " in " + text).isTrue();
        return links.find(new SecretToken(found.group(1)), purpose).orElseThrow();
    }

    @Test
    void theReporterReadsWhatHasChangedAndGetsALinkOfTheirOwn() {
        say(new Answer(
                report.id(),
                Answer.ANY_VERSION,
                ReportStatus.PLANNED,
                "Vi byter lampan.\nTack för hjälpen.",
                true,
                LocalDate.of(2026, 12, 1),
                List.of(new NewPhoto("a.jpg", PHOTO)),
                List.of(new NewDocument("plan.pdf", "%PDF-1".getBytes(StandardCharsets.UTF_8)))));

        Letter letter =
                letter(NotificationKind.REPORT_ANSWERED, "anna@example.org").orElseThrow();
        LetterText said = letter.content();
        assertThat(said.subject()).isEqualTo("Planerad: Lampan är trasig [#" + report.id() + "]");
        for (String part : List.of(said.text(), said.html())) {
            assertThat(part)
                    .contains("Forshaga kommun har ändrat rapportens status.")
                    .contains("Vi byter lampan.")
                    .contains("1 december 2026")
                    .contains("anna@example.org")
                    .contains("du har rapporterat felet")
                    .contains("plan.pdf")
                    .containsPattern("/bild/[A-Za-z0-9_-]{22}/full")
                    .containsPattern("/dokument/[A-Za-z0-9_-]{22}")
                    .doesNotContain("Är det fixat?")
                    .doesNotContain("avregistrera");
            SecretLink own = link(part, "/rapport/" + report.id() + "/", Purpose.REPORTER);
            assertThat(own.expiresAt()).isEqualTo(clock.instant().plus(Duration.ofDays(365)));
        }
        assertThat(said.text()).contains("Rapporterad → Planerad");
        assertThat(said.html()).contains("Rapporterad</span> → <strong>Planerad</strong>");
        assertThat(letter.unsubscribe()).isEmpty();
        assertThat(letter.attachments()).singleElement().satisfies(file -> {
            assertThat(file.name()).isEqualTo("plan.pdf");
            assertThat(file.type()).isEqualTo("application/pdf");
        });
    }

    @Test
    void aFollowerReadsItInTheirLanguageAndStopsByOneClick() {
        scene.follower(report.id(), "follow@example.org", "ACTIVE");
        say(answer(ReportStatus.FIXED, "Klart."));

        Letter letter = toFollower("follow@example.org");
        LetterText said = letter.content();
        assertThat(said.subject()).isEqualTo("Fixed: Lampan är trasig [#" + report.id() + "]");
        assertThat(said.text())
                .contains("Forshaga kommun has mended the fault")
                .contains("Reported → Fixed")
                .contains(HOME + "/rapport/" + report.id() + "\n")
                .contains("because you follow the report")
                .doesNotContain("Is it fixed?")
                .doesNotContain("anna@example.org");
        String end = letter.unsubscribe().orElseThrow();
        assertThat(said.text()).contains(end);
        assertThat(said.html()).contains(end);
        assertThat(end)
                .isEqualTo(answers.followLinks.unsubscribe(report.id(), scene.count("select id from subscription")));
        assertThat(scene.list("select purpose from secret_link")).isEmpty();
    }

    @Test
    void fixedAsksTheReporterWhetherItIs() {
        say(answer(ReportStatus.FIXED, null));
        LetterText said = toReporter();
        assertThat(said.text()).contains("Är det fixat?").contains("i 60 dagar");
        assertThat(link(said.text(), "/fraga/", Purpose.QUESTION).reportId()).isEqualTo(report.id());
        link(said.html(), "/fraga/", Purpose.QUESTION);
        link(said.html(), "/rapport/" + report.id() + "/", Purpose.REPORTER);
    }

    @Test
    void nobodyIsAskedWhetherSomethingIsFixedThatNoLongerIs() {
        say(answer(ReportStatus.FIXED, null));
        say(answer(ReportStatus.REPORTED, "Nej, inte än."));
        Notification first = em.createQuery("select n from Notification n order by n.id", Notification.class)
                .setMaxResults(1)
                .getSingleResult();
        assertThat(writing.write(answers.prepare(first).orElseThrow()).content().text())
                .doesNotContain("/fraga/");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void whateverIsWrittenIsTextAndNotHtml(Language language) {
        scene.sql("update report set title = '" + EVIL + "', address = '" + EVIL + "', language = '" + language.code()
                + "' where id = " + report.id());
        scene.sql("update authority set name = '" + EVIL + "' where code = '1763'");
        em.clear();
        say(new Answer(
                report.id(),
                Answer.ANY_VERSION,
                ReportStatus.NO_ACTION,
                EVIL + "\n" + EVIL,
                false,
                null,
                List.of(),
                List.of(new NewDocument("<b>.pdf", "%PDF-1".getBytes(StandardCharsets.UTF_8)))));
        scene.work.note(caller, report.id(), 0, EVIL);
        String html = toReporter().html();
        assertThat(html).doesNotContain("<img src=x").doesNotContain("<b>.pdf").contains(ESCAPED);
        assertThat(toReporter().text()).contains(EVIL);

        say(answer(ReportStatus.REPORTED, null));
        scene.work.ask(caller, report.id(), em.find(Report.class, report.id()).version(), EVIL);
        LetterText asked = letter(NotificationKind.QUESTION_TO_REPORTER, "anna@example.org")
                .orElseThrow()
                .content();
        assertThat(asked.html()).doesNotContain("<img src=x").contains(ESCAPED);
        scene.work.handOver(
                caller, report.id(), em.find(Report.class, report.id()).version(), "1780", EVIL);
        assertThat(toReporter().html()).doesNotContain("<img src=x").contains(ESCAPED);
    }

    @Test
    void aDuplicateIsToldWhereItGoesOnAndItsReporterWhyTheyGetTheOthersMails() {
        Report main = scene.report("1763", "Samma lampa", "main@example.org");
        scene.merging.merge(caller, report.id(), report.version(), main.id(), "Samma lampa.");
        assertThat(toReporter().text())
                .contains("Rapporterad → Dubblett")
                .contains("Samma fel finns redan i rapport #" + main.id())
                .contains(HOME + "/rapport/" + main.id() + "\n");

        say(Answer.of(main.id(), Answer.ANY_VERSION, ReportStatus.FIXED, "Klart."));
        assertThat(toFollower("anna@example.org").content().text())
                .contains("du har rapporterat eller följer #" + report.id())
                .contains("Sluta följa rapporten: " + HOME + "/avregistrera/");
    }

    @Test
    void aHandOverTellsWhoHasItNow() {
        scene.work.handOver(caller, report.id(), report.version(), "1780", "Er väg.");
        LetterText said = toReporter();
        assertThat(said.subject()).startsWith("Lämnad till Karlstads kommun: ");
        assertThat(said.text())
                .contains("Karlstads kommun har hand om felet nu")
                .contains("Forshaga kommun har lämnat över rapporten till Karlstads kommun")
                .contains("Forshaga kommun skriver:\n\nEr väg.");
    }

    @Test
    void aPromiseAloneIsTold() {
        say(new Answer(
                report.id(), Answer.ANY_VERSION, null, null, true, LocalDate.of(2026, 12, 24), List.of(), List.of()));
        assertThat(toReporter().text())
                .startsWith("Forshaga kommun räknar med att vara klar 24 december 2026")
                .contains("Klart senast: 24 december 2026");
        say(new Answer(report.id(), Answer.ANY_VERSION, null, null, true, null, List.of(), List.of()));
        assertThat(toReporter().text()).contains("har tagit bort den dag").doesNotContain("Klart senast");
    }

    @Test
    void aQuestionIsAnsweredOnThePage() {
        scene.work.ask(caller, report.id(), report.version(), "Vilken av lamporna?");
        LetterText said = letter(NotificationKind.QUESTION_TO_REPORTER, "anna@example.org")
                .orElseThrow()
                .content();
        assertThat(said.subject()).startsWith("Fråga från Forshaga kommun: Lampan är trasig");
        assertThat(said.text()).contains("Vilken av lamporna?");
        link(said.text(), "/rapport/" + report.id() + "/", Purpose.REPORTER);
    }

    @Test
    void wordsThatWereHiddenBeforeTheMailLeftAreNotSent() {
        say(answer(null, "Hemligt."));
        scene.sql("update report_update set state = 'HIDDEN'");
        em.clear();
        assertThat(letter(NotificationKind.REPORT_ANSWERED, "anna@example.org")).isEmpty();

        say(answer(ReportStatus.FIXED, "Mera hemligt."));
        scene.sql("update report_update set state = 'HIDDEN'");
        em.clear();
        assertThat(toReporter().text()).contains("Rapporterad → Åtgärdad").doesNotContain("hemligt");
    }

    @Test
    void whoHasStoppedFollowingOrMayNoLongerSeeItGetsNoMail() {
        scene.follower(report.id(), "follow@example.org", "ACTIVE");
        say(answer(ReportStatus.FIXED, "Klart."));
        scene.sql("update subscription set state = 'ENDED'");
        assertThat(letter(NotificationKind.FOLLOWED_REPORT_ANSWERED, "follow@example.org"))
                .isEmpty();
        scene.sql("update subscription set state = 'ACTIVE'");
        em.find(Report.class, report.id()).keepPrivate(true);
        assertThat(letter(NotificationKind.FOLLOWED_REPORT_ANSWERED, "follow@example.org"))
                .isEmpty();
        em.find(Report.class, report.id()).forgetReporter();
        assertThat(letter(NotificationKind.REPORT_ANSWERED, "anna@example.org")).isEmpty();
    }

    @Test
    void whatDoesNotFitIntoAMailIsLinkedAlone() {
        byte[] six = new byte[6_000_000];
        System.arraycopy("%PDF-".getBytes(StandardCharsets.US_ASCII), 0, six, 0, 5);
        say(new Answer(
                report.id(),
                Answer.ANY_VERSION,
                null,
                "Se bilagorna.",
                false,
                null,
                List.of(),
                Collections.nCopies(2, new NewDocument("stor.pdf", six))));
        Letter letter =
                letter(NotificationKind.REPORT_ANSWERED, "anna@example.org").orElseThrow();
        assertThat(letter.attachments()).hasSize(1);
        assertThat(letter.content().text().split("/dokument/")).hasSize(3);
    }

    @ParameterizedTest
    @EnumSource(ReportStatus.class)
    void thePreviewIsTheVeryMailAndWritesNothing(ReportStatus next) {
        Answer answer = answer(next, "Så här är det.\nOch så här.");
        List<Long> before = scene.traces();
        AnswerPreview preview = scene.handling.preview(Handler.of(caller), answer);
        assertThat(scene.traces()).isEqualTo(before);
        assertThat(scene.count("select count(*) from secret_link")).isZero();
        assertThat(preview.toReporter()).isTrue();
        assertThat(preview.followers()).isZero();
        if (preview.problem().isPresent()) {
            assertThat(report.status().mayBecome(next) && next != ReportStatus.DUPLICATE)
                    .isFalse();
            return;
        }
        say(answer);
        LetterText real = toReporter();
        assertThat(preview.letter().subject()).isEqualTo(real.subject());
        assertThat(preview.letter().text()).isEqualTo(withoutSecrets(real.text()));
        assertThat(preview.letter().html())
                .isEqualTo(withoutSecrets(real.html())
                        .replace("cid:karta@fixamingata", "data:image/png;base64,iVBORw0KGgo="));
    }

    private static String withoutSecrets(String text) {
        return text.replaceAll("(/rapport/\\d+/|/fraga/)[A-Za-z0-9_-]{43}", "$1…");
    }

    @Test
    void thePreviewForAForgottenReporterIsTheFollowersMail() {
        scene.follower(report.id(), "follow@example.org", "ACTIVE");
        report.forgetReporter();
        em.flush();
        AnswerPreview preview = scene.handling.preview(Handler.of(caller), answer(ReportStatus.NO_ACTION, " "));
        assertThat(preview.toReporter()).isFalse();
        assertThat(preview.followers()).isEqualTo(1);
        assertThat(preview.letter().text()).contains("/avregistrera/…");
        assertThat(preview.problem()).contains(new HandlingResult.Invalid("text", "handling.text.missing"));
    }

    @Test
    void theHolderOfALinkReadsNoAddressInThePreview() {
        AnswerPreview preview = scene.handling.preview(Handler.byLink("1763"), answer(ReportStatus.FIXED, "Klart."));
        assertThat(preview.letter().text()).doesNotContain("anna@example.org");
    }
}
