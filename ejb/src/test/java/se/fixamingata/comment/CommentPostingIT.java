package se.fixamingata.comment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.fixamingata.DatabaseTest;
import se.fixamingata.handling.history.CaseEvent;
import se.fixamingata.handling.history.CaseHistory;
import se.fixamingata.handling.history.Sight;
import se.fixamingata.notification.Notification;
import se.fixamingata.notification.NotificationKind;
import se.fixamingata.photo.Photo;
import se.fixamingata.photo.PhotoOwner;
import se.fixamingata.report.Actor;
import se.fixamingata.report.Report;
import se.fixamingata.reporter.ReporterClaim;
import se.fixamingata.shared.Language;
import se.fixamingata.shared.SecretToken;
import se.fixamingata.submission.FieldProblem;
import se.fixamingata.submission.PhotoAdding;
import se.fixamingata.submission.ResendResult;
import se.fixamingata.update.ReportUpdate;
import se.fixamingata.update.UpdateState;

class CommentPostingIT extends DatabaseTest {

    private static final ReporterClaim NOBODY = CommentScene.NOBODY;
    private static final CommentFields GOOD = CommentScene.GOOD;

    private CommentScene scene;
    private Report report;

    @BeforeEach
    void aReport() {
        dataSource();
        scene = new CommentScene(clock, 1);
        scene.sending.authorities();
        report = scene.report("1763");
    }

    private static CommentFields text(String text) {
        return new CommentFields(text, GOOD.name(), GOOD.email(), false, false);
    }

    private static CommentFields by(String name, String email) {
        return new CommentFields(GOOD.text(), name, email, true, true);
    }

    @Test
    void aStrangersCommentWaitsForTheLinkInTheMail() {
        SecretToken draft = scene.write(report, GOOD, NOBODY);
        PostingResult.Waiting sent = (PostingResult.Waiting) scene.post(draft, report, NOBODY);

        ReportUpdate update = scene.update(sent.updateId());
        assertThat(update.state()).isEqualTo(UpdateState.UNCONFIRMED);
        assertThat(update.author()).isEqualTo(Actor.RESIDENT);
        assertThat(update.text()).isEqualTo(GOOD.text());
        assertThat(update.showsName()).isFalse();
        assertThat(update.language()).isEqualTo(Language.SV);
        assertThat(scene.count("history_entry where kind = 'COMMENT'")).isZero();
        assertThat(scene.reread(report).caseFile().newsAt()).isNull();
        assertThat(scene.published.fired()).isEmpty();
        List<Notification> mails = scene.planned(NotificationKind.CONFIRM_UPDATE);
        assertThat(mails).singleElement().satisfies(mail -> {
            assertThat(mail.recipient()).isEqualTo("bo@example.org");
            assertThat(mail.subjectId()).isEqualTo(sent.updateId());
            assertThat(mail.reportId()).isEqualTo(report.id());
        });
        assertThat(scene.planned(NotificationKind.UPDATE_TO_AUTHORITY)).isEmpty();
        assertThat(scene.planned(NotificationKind.REPORT_COMMENTED)).isEmpty();
        assertThat(scene.count("audit_entry where action = 'update.submitted' and actor = 'resident'"))
                .isEqualTo(1);
    }

    @Test
    void theDraftKeepsNothingOfThePerson() {
        SecretToken draft = scene.write(report, GOOD, NOBODY);
        scene.post(draft, report, NOBODY);

        assertThat(scene.desk.find(draft, report.id()))
                .hasValueSatisfying(view -> assertThat(view.fields()).isEqualTo(CommentFields.EMPTY));
        assertThat(scene.count("update_draft where text is not null or name is not null or email is not null"))
                .isZero();
    }

    @Test
    void whoeverIsSignedInIsReadAtOnce() {
        ReporterClaim bo = scene.signedIn("bo@example.org", "Bo Berg");
        PostingResult.Published sent = (PostingResult.Published)
                scene.post(report, new CommentFields("Kolla!", "Mallory", "m@example.org", true, false), bo);

        ReportUpdate update = scene.update(sent.updateId());
        assertThat(update.state()).isEqualTo(UpdateState.PUBLISHED);
        assertThat(update.publishedAt()).isEqualTo(clock.instant());
        assertThat(update.name()).isEqualTo("Bo Berg");
        assertThat(update.email()).isEqualTo("bo@example.org");
        assertThat(update.showsName()).isTrue();
        assertThat(update.accountId()).isEqualTo(bo.caller().accountId());
        assertThat(scene.reread(report).caseFile().newsAt()).isEqualTo(clock.instant());
        assertThat(scene.published.fired()).singleElement().satisfies(event -> {
            assertThat(event.updateId()).isEqualTo(sent.updateId());
            assertThat(event.reportId()).isEqualTo(report.id());
            assertThat(scene.count("history_entry where id = " + event.historyId()
                            + " and kind = 'COMMENT' and actor = 'RESIDENT' and not internal and detail = '1763'"
                            + " and text is null and update_id = " + sent.updateId()))
                    .isEqualTo(1);
        });
        assertThat(scene.planned(NotificationKind.CONFIRM_UPDATE)).isEmpty();
        assertThat(scene.count("audit_entry where action = 'update.published' and authority_code = '1763'"
                        + " and account_id is not null and before_value is null and after_value is null"))
                .isEqualTo(1);
    }

    @Test
    void whoAnswersMeanwhileIsToldOfItAndAnOldReportDoesNotBecomeANewOne() {
        Report seen = scene.reread(report);
        clock.advance(Duration.ofMinutes(1));
        scene.post(report, CommentScene.GOOD, scene.signedIn("bo@example.org", "Bo Berg"));

        Report now = scene.reread(report);
        assertThat(now.version()).isGreaterThan(seen.version());
        assertThat(scene.sending.transactions.call(
                        () -> new CaseHistory(scene.em).since(now, seen.version(), new Sight(false, false, false))))
                .extracting(CaseEvent::text)
                .containsExactly(CommentScene.GOOD.text());
        // When it was mended, or last moved: statistics and "fixed lately" go by that.
        assertThat(now.changedAt()).isEqualTo(seen.changedAt());
    }

    @Test
    void anAccountWithoutANameShowsNoAddress() {
        ReporterClaim bo = scene.signedIn("bo@example.org", "");
        PostingResult.Published sent =
                (PostingResult.Published) scene.post(report, new CommentFields("Kolla!", null, null, true, false), bo);

        ReportUpdate update = scene.update(sent.updateId());
        assertThat(update.name()).isNull();
        assertThat(update.showsName()).isFalse();
    }

    @Test
    void theReporterIsKnownByTheLinkOrTheAccount() {
        PostingResult.Published byLink =
                (PostingResult.Published) scene.post(report, by(null, null), scene.reporter(report));
        ReportUpdate first = scene.update(byLink.updateId());
        assertThat(first.author()).isEqualTo(Actor.REPORTER);
        assertThat(first.email()).isEqualTo("asa@resident.test");
        assertThat(first.name()).isEqualTo("Åsa Öberg");
        assertThat(first.looksFixed()).isTrue();

        ReporterClaim signedIn = scene.signedIn("asa@resident.test", "Åsa Öberg");
        scene.sql("update report set reporter_account = " + signedIn.caller().accountId());
        PostingResult.Published byAccount = (PostingResult.Published) scene.post(report, by(null, null), signedIn);
        assertThat(scene.update(byAccount.updateId()).author()).isEqualTo(Actor.REPORTER);
    }

    @Test
    void aForgottenReportersLinkMakesNobodyKnown() {
        ReporterClaim link = scene.reporter(report);
        scene.sql("update report set reporter_name = null, reporter_email = null, reporter_phone = null");

        assertThat(scene.post(report, GOOD, link)).isInstanceOf(PostingResult.Waiting.class);
    }

    @Test
    void aPrivateReportIsForItsReporterOnly() {
        ReporterClaim link = scene.reporter(report);
        SecretToken before = scene.write(report, GOOD, NOBODY);
        scene.sql("update report set visibility = 'PRIVATE', listed = false");

        assertThat(scene.post(before, report, NOBODY)).isEqualTo(new PostingResult.NoReport());
        assertThat(scene.post(before, report, scene.signedIn("bo@example.org", "Bo Berg")))
                .isEqualTo(new PostingResult.NoReport());
        assertThat(scene.desk.start(SecretToken.random(), report.id(), GOOD, Language.SV, NOBODY))
                .isFalse();
        assertThat(scene.post(report, GOOD, link)).isInstanceOf(PostingResult.Published.class);
    }

    @Test
    void nobodyWritesAboutWhatIsHiddenUnconfirmedOrNotThere() {
        ReporterClaim link = scene.reporter(report);
        scene.sql("update report set visibility = 'HIDDEN', listed = false");
        Report unconfirmed = scene.sending.submitted("1763", "lighting", "Ny lampa", Language.SV);

        for (long id : new long[] {report.id(), unconfirmed.id(), 999_999L}) {
            assertThat(scene.desk.subject(id, link)).isEmpty();
            assertThat(scene.desk.start(SecretToken.random(), id, GOOD, Language.SV, link))
                    .isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource({"FIXED", "NO_ACTION", "DUPLICATE"})
    void aClosedReportTakesCommentsButNoWordThatItLooksFixed(String status) {
        scene.sql("update report set status = '" + status + "'");

        PostingResult.Published sent =
                (PostingResult.Published) scene.post(report, by(null, null), scene.reporter(report));

        assertThat(scene.update(sent.updateId()).looksFixed()).isFalse();
        assertThat(scene.reread(report).status().name()).isEqualTo(status);
    }

    @Test
    void whatIsWrongIsToldInTheFormsOrder() {
        assertThat(scene.post(report, CommentFields.EMPTY, NOBODY))
                .isEqualTo(new PostingResult.Invalid(List.of(
                        new FieldProblem("text", "comment.text.missing"),
                        new FieldProblem("name", "report.name.missing"),
                        new FieldProblem("email", "report.email.missing"))));
        assertThat(scene.post(report, CommentFields.EMPTY, scene.reporter(report)))
                .isEqualTo(new PostingResult.Invalid(List.of(new FieldProblem("text", "comment.text.missing"))));
        assertThat(scene.count("report_update")).isZero();
    }

    @Test
    void aTextHasTwoToFourThousandCharacters() {
        assertThat(scene.post(report, text("a"), NOBODY))
                .isEqualTo(new PostingResult.Invalid(List.of(new FieldProblem("text", "comment.text.short", 2))));
        assertThat(scene.post(report, text("💡".repeat(4001)), NOBODY))
                .isEqualTo(new PostingResult.Invalid(List.of(new FieldProblem("text", "comment.text.long", 4000))));
        PostingResult.Waiting longest = (PostingResult.Waiting) scene.post(report, text("💡".repeat(4000)), NOBODY);
        assertThat(scene.update(longest.updateId()).text()).isEqualTo("💡".repeat(4000));
        assertThat(scene.post(report, text("Ja"), NOBODY)).isInstanceOf(PostingResult.Waiting.class);
        assertThat(scene.post(report, text("\u200b\u2060 \n"), NOBODY))
                .isEqualTo(new PostingResult.Invalid(List.of(new FieldProblem("text", "comment.text.missing"))));
    }

    @Test
    void whatIsTypedIsKeptButNotItsControls() {
        String typed = "<script>alert(1)</script>\r\n\u0007مرحبا \u202eabc 🚲\u0000 e\u0301";
        PostingResult.Waiting sent = (PostingResult.Waiting) scene.post(report, text(typed), NOBODY);

        assertThat(scene.update(sent.updateId()).text()).isEqualTo("<script>alert(1)</script>\nمرحبا abc 🚲 é");
    }

    @Test
    void aDraftSurvivesWhatIsWrongAndIsWrittenAnew() {
        SecretToken draft = scene.write(report, text("a"), NOBODY);
        scene.post(draft, report, NOBODY);
        clock.advance(Duration.ofHours(23));
        assertThat(scene.sending.transactions.call(() -> scene.desk.save(draft, report.id(), GOOD)))
                .isTrue();
        clock.advance(Duration.ofHours(23));

        assertThat(scene.desk.find(draft, report.id()))
                .hasValueSatisfying(view -> assertThat(view.fields()).isEqualTo(GOOD));
        assertThat(scene.post(draft, report, NOBODY)).isInstanceOf(PostingResult.Waiting.class);
    }

    @Test
    void anExpiredDraftIsGoneAndItsSecretFree() {
        SecretToken draft = scene.write(report, GOOD, NOBODY);
        addPhoto(draft);
        clock.advance(Duration.ofHours(24));

        assertThat(scene.post(draft, report, NOBODY)).isEqualTo(new PostingResult.NoDraft());
        assertThat(scene.sending.transactions.call(
                        () -> scene.desk.start(draft, report.id(), GOOD, Language.SV, NOBODY)))
                .isTrue();
        assertThat(scene.count("photo")).isZero();
    }

    @Test
    void oneSecretHoldsADraftForEachReport() {
        Report other = scene.report("1763");
        SecretToken draft = scene.write(report, GOOD, NOBODY);
        scene.sending.transactions.run(
                () -> scene.desk.start(draft, other.id(), text("Om den andra"), Language.SV, NOBODY));

        scene.post(draft, report, NOBODY);

        assertThat(scene.desk.find(draft, report.id()).orElseThrow().isSent()).isTrue();
        assertThat(scene.desk.find(draft, other.id()).orElseThrow().fields().text())
                .isEqualTo("Om den andra");
    }

    @Test
    void photosGoAlongAndTheSixthIsOneTooMany() {
        SecretToken draft = scene.write(report, GOOD, NOBODY);
        for (int i = 0; i < 5; i++) {
            assertThat(addPhoto(draft)).isInstanceOf(PhotoAdding.Added.class);
        }
        assertThat(addPhoto(draft)).isEqualTo(new PhotoAdding.TooMany(5));
        assertThat(scene.desk.refusal(draft, report.id())).hasValue(new PhotoAdding.TooMany(5));
        List<Photo> before = scene.desk.find(draft, report.id()).orElseThrow().photos();
        scene.sending.transactions.run(
                () -> scene.desk.removePhoto(draft, report.id(), before.get(0).id()));

        PostingResult.Waiting sent = (PostingResult.Waiting) scene.post(draft, report, NOBODY);

        assertThat(scene.sending.photos.of(new PhotoOwner.Update(sent.updateId())))
                .isEqualTo(before.subList(1, 5));
        assertThat(scene.sending.photos.of(new PhotoOwner.Report(report.id()))).isEmpty();
        assertThat(addPhoto(draft)).isEqualTo(new PhotoAdding.NoDraft());
        assertThat(scene.desk.refusal(SecretToken.random(), report.id())).hasValue(new PhotoAdding.NoDraft());
    }

    @Test
    void allDraftsTogetherKeepSoManyPhotos() {
        for (int i = 0; i < 2; i++) {
            SecretToken draft = scene.write(report, GOOD, NOBODY);
            for (int photo = 0; photo < 4; photo++) {
                addPhoto(draft);
            }
        }
        assertThat(scene.desk.refusal(scene.write(report, GOOD, NOBODY), report.id()))
                .hasValue(new PhotoAdding.NoRoom());
    }

    private PhotoAdding addPhoto(SecretToken draft) {
        return scene.sending.transactions.call(
                () -> scene.desk.addPhoto(draft, report.id(), "bild.jpg", CommentScene.PHOTO));
    }

    @Test
    void sentTwiceIsOneComment() {
        SecretToken draft = scene.write(report, GOOD, NOBODY);

        assertThat(scene.post(draft, report, NOBODY)).isEqualTo(scene.post(draft, report, NOBODY));

        assertThat(scene.count("report_update")).isEqualTo(1);
        assertThat(scene.planned(NotificationKind.CONFIRM_UPDATE)).hasSize(1);
    }

    @Test
    void sentEightTimesAtOnceIsOneComment() throws Exception {
        ReporterClaim link = scene.reporter(report);
        SecretToken draft = scene.write(report, GOOD, link);
        ExecutorService pool = Executors.newFixedThreadPool(8);
        try {
            Callable<PostingResult> one = () -> scene.post(draft, report, link);
            List<Future<PostingResult>> all = pool.invokeAll(List.of(one, one, one, one, one, one, one, one));
            PostingResult first = all.get(0).get();
            assertThat(first).isInstanceOf(PostingResult.Published.class);
            for (Future<PostingResult> each : all) {
                assertThat(each.get()).isEqualTo(first);
            }
        } finally {
            pool.shutdown();
        }
        assertThat(scene.count("report_update")).isEqualTo(1);
        assertThat(scene.count("history_entry where kind = 'COMMENT'")).isEqualTo(1);
        assertThat(scene.planned(NotificationKind.UPDATE_TO_AUTHORITY)).hasSize(1);
    }

    @Test
    void onePersonWritesSoManyAnHour() {
        for (int i = 0; i < 4; i++) {
            assertThat(scene.post(report, GOOD, NOBODY)).isInstanceOf(PostingResult.Waiting.class);
        }
        assertThat(scene.post(report, GOOD, NOBODY))
                .isEqualTo(new PostingResult.Invalid(List.of(new FieldProblem("email", "comment.many", 4, 61))));
        assertThat(scene.post(report, by("Någon", "annan@example.org"), NOBODY))
                .isInstanceOf(PostingResult.Waiting.class);
        ReporterClaim bo = scene.signedIn("bo@example.org", "Bo Berg");
        assertThat(scene.post(report, GOOD, bo))
                .isEqualTo(new PostingResult.Invalid(List.of(new FieldProblem("text", "comment.many", 4, 61))));

        clock.advance(Duration.ofMinutes(61));
        assertThat(scene.post(report, GOOD, NOBODY)).isInstanceOf(PostingResult.Waiting.class);
    }

    @Test
    void theMailComesAgainButNotAllDay() {
        SecretToken draft = scene.write(report, GOOD, NOBODY);
        scene.post(draft, report, NOBODY);

        assertThat(resend(draft)).isEqualTo(new ResendResult.Resent("bo@example.org"));
        assertThat(resend(draft)).isEqualTo(new ResendResult.Resent("bo@example.org"));
        assertThat(resend(draft)).isEqualTo(new ResendResult.TooMany(61));
        assertThat(scene.sending.transactions.call(() -> scene.resending.sent(draft, report.id())))
                .hasValueSatisfying(sent -> {
                    assertThat(sent.email()).isEqualTo("bo@example.org");
                    assertThat(sent.published()).isFalse();
                    assertThat(sent.mailsLeft()).isZero();
                });
        assertThat(resend(SecretToken.random())).isEqualTo(new ResendResult.NoDraft());
    }

    @Test
    void aCorrectedAddressMakesTheOldLinkWorthless() {
        SecretToken draft = scene.write(report, GOOD, NOBODY);
        PostingResult.Waiting sent = (PostingResult.Waiting) scene.post(draft, report, NOBODY);
        PostingResult.Waiting other =
                (PostingResult.Waiting) scene.post(report, by("Annan", "annan@example.org"), NOBODY);
        String inWrongHands = scene.link(report, sent.updateId());
        String ofAnother = scene.link(report, other.updateId());

        assertThat(correct(draft, "bo.berg@example.org")).isEqualTo(new ResendResult.Resent("bo.berg@example.org"));

        assertThat(scene.confirm(inWrongHands)).isEqualTo(new CommentState.Unknown());
        assertThat(scene.planned(NotificationKind.CONFIRM_UPDATE))
                .extracting(mail -> mail.recipient() + " " + mail.state())
                .containsExactly("annan@example.org DUE", "bo.berg@example.org DUE", "bo@example.org OBSOLETE");
        assertThat(scene.confirm(ofAnother)).isInstanceOf(CommentState.Confirmed.class);
        assertThat(scene.confirm(scene.link(report, sent.updateId()))).isInstanceOf(CommentState.Confirmed.class);
        assertThat(scene.update(sent.updateId()).email()).isEqualTo("bo.berg@example.org");
        assertThat(correct(draft, "x@example.org")).isEqualTo(new ResendResult.AlreadyConfirmed(report.id()));
        assertThat(resend(draft)).isEqualTo(new ResendResult.AlreadyConfirmed(report.id()));
    }

    @Test
    void whatIsNoAddressCorrectsNothing() {
        SecretToken draft = scene.write(report, GOOD, NOBODY);
        scene.post(draft, report, NOBODY);

        assertThat(correct(draft, "bo@example.org\nBcc: x@example.org"))
                .isEqualTo(new ResendResult.InvalidAddress(new FieldProblem("email", "report.email.invalid")));
        assertThat(correct(draft, null))
                .isEqualTo(new ResendResult.InvalidAddress(new FieldProblem("email", "report.email.missing")));
    }

    private ResendResult resend(SecretToken draft) {
        return scene.sending.transactions.call(() -> scene.resending.resend(draft, report.id()));
    }

    private ResendResult correct(SecretToken draft, String email) {
        return scene.sending.transactions.call(() -> scene.resending.correctAddress(draft, report.id(), email));
    }
}
