package se.fixamingata.moderation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.fixamingata.DatabaseTest;
import se.fixamingata.account.Caller;
import se.fixamingata.account.NotPermitted;
import se.fixamingata.account.Role;
import se.fixamingata.photo.DatabasePhotoStore;
import se.fixamingata.photo.PhotoOwner;
import se.fixamingata.report.ReportPages;
import se.fixamingata.report.Visibility;
import se.fixamingata.shared.Language;
import se.fixamingata.submission.FieldProblem;
import se.fixamingata.update.ReportUpdate;
import se.fixamingata.update.UpdateState;

class ModerationIT extends DatabaseTest {

    private static final Subject THE_REPORT = Subject.report(ModerationScene.REPORT);

    private ModerationScene scene;
    private Caller caseworker;

    @BeforeEach
    void scene() {
        scene = new ModerationScene(em, clock);
        scene.reports();
        caseworker = scene.caseworker();
    }

    private Wording words() {
        return scene.rewording.read(caseworker, THE_REPORT);
    }

    private EditResult edit(Wording words) {
        return scene.rewording.edit(caseworker, THE_REPORT, words().fingerprint(), words);
    }

    @Test
    void keepingShowsItAgainAndClosesWhatReadersReported() {
        scene.reportThrice(THE_REPORT);
        clock.advance(Duration.ofMinutes(5));
        scene.moderation.keep(caseworker, THE_REPORT);
        flushAndClear();

        assertThat(scene.report().isListed()).isTrue();
        assertThat(scene.report().changedAt())
                .as("whoever asks what has changed gets it back")
                .isEqualTo(clock.instant());
        assertThat(scene.onMap()).isZero();
        assertThat(scene.queue.waiting(caseworker, Optional.of("1763"), 0).items())
                .isEmpty();
        assertThat(scene.queue.judged(caseworker, Optional.of("1763"), 0).items())
                .singleElement()
                .satisfies(item -> {
                    assertThat(item.abuse().verdict()).isEqualTo(Verdict.KEPT);
                    assertThat(item.abuse().judgedBy()).isEqualTo(caseworker.accountId());
                    assertThat(item.abuse().count()).isEqualTo(3);
                });
        assertThat(scene.history("concat(actor, ' ', internal, ' ', detail)"))
                .asList()
                .containsExactly("SYSTEM 1 report:hidden", "AUTHORITY 1 report:shown");
        assertThat(scene.audit("concat(action, ' ', before_value, '>', after_value)"))
                .asList()
                .contains("report.shown hidden>shown");
    }

    @Test
    void whatIsShownAgainInAPrivateCategoryIsPrivate() {
        scene.moderation.hide(caseworker, THE_REPORT);
        em.createNativeQuery("insert into private_category (authority_code, category_code) values ('1763', 'lighting')")
                .executeUpdate();
        scene.moderation.keep(caseworker, THE_REPORT);
        flushAndClear();
        assertThat(scene.report().visibility()).isEqualTo(Visibility.PRIVATE);
        assertThat(scene.report().isListed()).isFalse();
    }

    @Test
    void hidingNeedsNoReaders() {
        ReportUpdate update = scene.update("Ring mig på 070-1.");
        scene.moderation.hide(caseworker, Subject.update(update.id()));
        flushAndClear();
        assertThat(em.find(ReportUpdate.class, update.id()).state()).isEqualTo(UpdateState.HIDDEN);
        assertThat(scene.report().isListed()).isTrue();
        scene.moderation.keep(caseworker, Subject.update(update.id()));
        flushAndClear();
        assertThat(em.find(ReportUpdate.class, update.id()).state()).isEqualTo(UpdateState.PUBLISHED);
    }

    @Test
    void aVerdictCanBeTakenBack() {
        scene.reportThrice(THE_REPORT);
        scene.moderation.keep(caseworker, THE_REPORT);
        scene.moderation.undo(caseworker, THE_REPORT, true);
        flushAndClear();
        assertThat(scene.report().visibility()).isEqualTo(Visibility.HIDDEN);
        assertThat(scene.queue.count(caseworker, Optional.of("1763"))).isEqualTo(1);
        assertThat(scene.queue.judged(caseworker, Optional.of("1763"), 0).items())
                .isEmpty();
    }

    @Test
    void theNextVisiblePhotoStandsForTheReport() {
        String first = scene.photo();
        String second = scene.photo();
        scene.moderation.hide(caseworker, Subject.photo(first));
        flushAndClear();
        assertThat(scene.report().thumbnail()).isEqualTo(second);
        scene.moderation.hide(caseworker, Subject.photo(second));
        flushAndClear();
        assertThat(scene.report().thumbnail()).isNull();
        scene.moderation.keep(caseworker, Subject.photo(first));
        flushAndClear();
        assertThat(scene.report().thumbnail()).isEqualTo(first);
        assertThat(new ReportPages(em)
                        .find(ModerationScene.REPORT)
                        .orElseThrow()
                        .photos())
                .extracting("id")
                .containsExactly(first);
    }

    @Test
    void aDeletedPhotoIsGoneWithItsPixels() {
        String first = scene.photo();
        String second = scene.photo();
        scene.reportThrice(Subject.photo(first));
        scene.moderation.deletePhoto(caseworker, Subject.photo(first));
        flushAndClear();
        assertThat(em.createNativeQuery("select photo_id from photo_image").getResultList())
                .asList()
                .containsOnly(second);
        assertThat(scene.report().thumbnail()).isEqualTo(second);
        assertThat(scene.queue.count(caseworker, Optional.of("1763"))).isZero();
        assertThatThrownBy(() -> scene.moderation.deletePhoto(caseworker, THE_REPORT))
                .isInstanceOf(NotPermitted.class);
    }

    @Test
    void editingKeepsTheOriginalOfEveryChangedField() {
        Wording before = words();
        assertThat(edit(new Wording("En annan rubrik", before.text(), "E. E.", true)))
                .isEqualTo(new EditResult.Done());
        flushAndClear();

        assertThat(scene.report().title()).isEqualTo("En annan rubrik");
        assertThat(scene.report().reporter().name()).isEqualTo("E. E.");
        assertThat(scene.report().reporter().email()).isEqualTo("eva@example.se");
        assertThat(scene.queue
                        .ofReport(caseworker, ModerationScene.REPORT)
                        .get(0)
                        .originals())
                .extracting(OriginalView::field, OriginalView::text)
                .containsExactlyInAnyOrder(
                        tuple(ModeratedField.TITLE, before.title()), tuple(ModeratedField.NAME, "Eva Ek"));
        assertThat(scene.history("detail")).asList().containsExactly("title:edited,name:edited,name:shown");
        assertThat(scene.audit("concat(action, coalesce(before_value, '-'), coalesce(after_value, '-'))"))
                .asList()
                .containsExactly("report.edited--");
    }

    @Test
    void editingJudgesAndShowsAgain() {
        scene.reportThrice(THE_REPORT);
        Wording before = words();
        edit(new Wording(before.title(), "Lampan blinkar hela natten.", before.name(), before.showName()));
        flushAndClear();
        assertThat(scene.report().isListed()).isTrue();
        assertThat(scene.queue
                        .judged(caseworker, Optional.of("1763"), 0)
                        .items()
                        .get(0)
                        .abuse()
                        .verdict())
                .isEqualTo(Verdict.EDITED);
    }

    @Test
    void editingLeavesHiddenWhatAModeratorHid() {
        scene.moderation.hide(caseworker, THE_REPORT);
        Wording before = words();
        edit(new Wording("En annan rubrik", before.text(), before.name(), before.showName()));
        flushAndClear();
        assertThat(scene.report().visibility()).isEqualTo(Visibility.HIDDEN);
    }

    @Test
    void wordsThatSomebodyElseChangedMeanwhileAreNotOverwritten() {
        Wording before = words();
        edit(new Wording("En annan rubrik", before.text(), before.name(), before.showName()));
        assertThat(scene.rewording.edit(caseworker, THE_REPORT, before.fingerprint(), before))
                .isEqualTo(new EditResult.Conflict());
        assertThat(scene.report().title()).isEqualTo("En annan rubrik");
    }

    @Test
    void nothingIsEmptiedOrMadeTooLong() {
        Wording before = words();
        assertThat(((EditResult.Invalid) edit(new Wording("  ", "x", "", true))).problems())
                .extracting("field", "key")
                .containsExactly(
                        tuple("title", "report.title.missing"),
                        tuple("text", "report.description.short"),
                        tuple("name", "report.name.missing"));
        assertThat(((EditResult.Invalid) edit(new Wording("å".repeat(101), "å".repeat(4001), "å".repeat(101), true)))
                        .problems())
                .extracting("key")
                .containsExactly("report.title.long", "report.description.long", "report.name.long");
        assertThat(words()).isEqualTo(before);
    }

    @Test
    void theOriginalCanBePutBack() {
        Wording before = words();
        edit(new Wording("Andra rubriken", before.text(), before.name(), before.showName()));
        clock.advance(Duration.ofMinutes(1));
        edit(new Wording("Tredje rubriken", before.text(), before.name(), before.showName()));
        flushAndClear();
        List<OriginalView> kept =
                scene.queue.ofReport(caseworker, ModerationScene.REPORT).get(0).originals();
        assertThat(kept).extracting(OriginalView::text).containsExactly(before.title(), "Andra rubriken");

        assertThat(scene.rewording.restore(caseworker, kept.get(0).id())).isEqualTo(THE_REPORT);
        flushAndClear();
        assertThat(words()).isEqualTo(before);
        assertThat(scene.queue
                        .ofReport(caseworker, ModerationScene.REPORT)
                        .get(0)
                        .originals())
                .isEmpty();
    }

    @Test
    void originalsAreErasedForGood() {
        ReportUpdate update = scene.update("Anna på Storgatan 3 kör för fort.");
        Subject subject = Subject.update(update.id());
        Wording before = scene.rewording.read(caseworker, subject);
        scene.rewording.edit(
                caseworker, subject, before.fingerprint(), new Wording(null, "Någon kör för fort.", "Bo Ek", false));
        scene.rewording.eraseOriginals(caseworker, subject);
        flushAndClear();
        assertThat(em.createNativeQuery("select count(*) from moderation_original")
                        .getSingleResult())
                .isEqualTo(0L);
        assertThat(em.find(ReportUpdate.class, update.id()).text()).isEqualTo("Någon kör för fort.");
        assertThat(em.find(ReportUpdate.class, update.id()).isEdited()).isTrue();
        assertThat(scene.audit("action")).asList().containsExactly("update.edited", "update.originals.erased");
    }

    @Test
    void theNameGoesAndComes() {
        scene.moderation.showName(caseworker, THE_REPORT, true);
        assertThat(scene.report().reporter().showsName()).isTrue();
        scene.moderation.showName(caseworker, THE_REPORT, false);
        assertThat(scene.report().reporter().showsName()).isFalse();
        assertThat(scene.history("detail")).asList().containsExactly("name:shown", "name:hidden");
    }

    @Test
    void aNameIsNeverShownAgainstTheWordOfWhoseItIs() {
        scene.moderation.showName(caseworker, THE_REPORT, true);
        em.createNativeQuery("update report set name_consent = false where id = " + ModerationScene.REPORT)
                .executeUpdate();
        flushAndClear();
        // Hiding is always possible, also of what stands there against their word.
        scene.moderation.showName(caseworker, THE_REPORT, false);
        assertThatThrownBy(() -> scene.moderation.showName(caseworker, THE_REPORT, true))
                .isInstanceOf(NotPermitted.class);

        Wording before = words();
        assertThat(((EditResult.Invalid) edit(new Wording(before.title(), before.text(), before.name(), true)))
                        .problems())
                .extracting(FieldProblem::key)
                .containsExactly("report.name.consent");
        assertThat(edit(new Wording("En annan rubrik", before.text(), "E. E.", false)))
                .isInstanceOf(EditResult.Done.class);
        flushAndClear();
        assertThat(scene.report().reporter().showsName()).isFalse();
        assertThat(scene.queue
                        .ofReport(caseworker, ModerationScene.REPORT)
                        .get(0)
                        .switchable())
                .isFalse();
    }

    @Test
    void aHiddenNameOfWhoAllowedItComesBackAndAnotherCommentersNot() {
        Subject allowed = Subject.update(scene.update("Ord").id());
        scene.moderation.showName(caseworker, allowed, false);
        scene.moderation.showName(caseworker, allowed, true);
        assertThat(em.find(ReportUpdate.class, allowed.number()).showsName()).isTrue();

        em.createNativeQuery("update report_update set show_name = false, name_consent = false")
                .executeUpdate();
        flushAndClear();
        assertThatThrownBy(() -> scene.moderation.showName(caseworker, allowed, true))
                .isInstanceOf(NotPermitted.class);
        assertThat(em.find(ReportUpdate.class, allowed.number()).showsName()).isFalse();
    }

    @Test
    void anErasedPersonIsGoneFromOriginalsToo() {
        Wording before = words();
        edit(new Wording("En annan rubrik", before.text(), before.name(), before.showName()));
        ReportUpdate update = scene.update("Anna kör för fort.");
        Subject subject = Subject.update(update.id());
        scene.rewording.edit(
                caseworker,
                subject,
                scene.rewording.read(caseworker, subject).fingerprint(),
                new Wording(null, "Någon kör för fort.", "Bo Ek", true));
        scene.report(THE_REPORT, scene.reader(1));
        flushAndClear();

        assertThat(scene.erasure.forget(null, "bo@example.org")).isEqualTo(1);
        assertThat(em.createNativeQuery("select subject from moderation_original")
                        .getResultList())
                .asList()
                .containsExactly("REPORT");
        assertThat(scene.erasure.forget(null, "eva@example.se")).isEqualTo(1);
        assertThat(em.createNativeQuery("select text from abuse_report").getSingleResult())
                .isNull();
    }

    /** What was written about the pictures of somebody's comments, and what they wrote about others. */
    @Test
    void anErasedPersonIsGoneFromWhatReadersWrote() {
        Caller bo = scene.staff("1763", Role.READER);
        ReportUpdate update = scene.update("Anna kör för fort.");
        String photo = new DatabasePhotoStore(em, clock)
                .add(new PhotoOwner.Update(update.id()), "IMG.jpg", ModerationScene.PICTURE)
                .orElseThrow();
        scene.report(Subject.photo(photo), scene.reader(1));
        AbuseReporter asBo = scene.people.recognise(Optional.of(bo), "browser", Optional.of("203.0.9"));
        scene.report(THE_REPORT, asBo);
        scene.report(THE_REPORT, scene.reader(2));
        flushAndClear();

        scene.erasure.forget(bo.accountId(), "bo@example.org");
        flushAndClear();

        assertThat(em.createNativeQuery(
                                "select concat(subject, ' ', coalesce(text, '-')) from abuse_report order by id")
                        .getResultList())
                .asList()
                .containsExactly("PHOTO -", "REPORT -", "REPORT Det är elakt.");
        assertThat(em.createNativeQuery("select count(*) from abuse_report where reported_by = ?1")
                        .setParameter(1, asBo.person())
                        .getSingleResult())
                .as("nobody can tell any more who it was")
                .isEqualTo(0L);
        assertThat(em.createNativeQuery("select count(distinct reported_by) from abuse_report")
                        .getSingleResult())
                .isEqualTo(3L);
    }

    @Test
    void theQueueIsPagedAndEachSeesTheirOwn() {
        for (int i = 0; i < ModerationQueue.PAGE + 1; i++) {
            clock.advance(Duration.ofMinutes(1));
            scene.report(Subject.update(scene.update("Ord " + i).id()), scene.reader(i % 7));
        }
        clock.advance(Duration.ofMinutes(1));
        scene.report(Subject.report(ModerationScene.ELSEWHERE), scene.reader(1));

        ModerationPage first = scene.queue.waiting(caseworker, Optional.of("1763"), 0);
        assertThat(first.items()).hasSize(ModerationQueue.PAGE);
        assertThat(first.more()).isTrue();
        assertThat(first.items().get(0).words().text()).isEqualTo("Ord 0");
        assertThat(first.items().get(0).abuse().reasons())
                .containsExactly(new AbuseSummary.Reason(AbuseReason.INSULT, 1));
        assertThat(scene.queue.waiting(caseworker, Optional.of("1763"), 1).items())
                .hasSize(1);
        Caller operator = scene.operator();
        assertThat(scene.queue.count(operator, Optional.empty())).isEqualTo(ModerationQueue.PAGE + 2);
        assertThat(scene.queue.waiting(operator, Optional.of("0180"), 0).items())
                .singleElement()
                .satisfies(item -> assertThat(item.reportId()).isEqualTo(ModerationScene.ELSEWHERE));
        Caller limited = scene.staff("1763", Role.CASEWORKER, "graffiti");
        assertThat(scene.queue.count(limited, Optional.of("1763"))).isZero();
    }

    @Test
    void everyMethodRefusesWhoMayNotModerateThere() {
        ReportUpdate update = scene.update("Ord");
        Subject photo = Subject.photo(scene.photo());
        edit(new Wording("En annan rubrik", words().text(), "Eva Ek", false));
        flushAndClear();
        long original = scene.queue
                .ofReport(caseworker, ModerationScene.REPORT)
                .get(0)
                .originals()
                .get(0)
                .id();
        List<Caller> strangers = List.of(
                scene.staff("1763", Role.READER),
                scene.staff("0180", Role.CASEWORKER),
                scene.staff("0180", Role.ADMINISTRATOR),
                scene.staff("1763", Role.CASEWORKER, "graffiti"),
                new Caller(9, 1, "Resident", "r@example.org", Language.SV, false, List.of()));
        for (Caller stranger : strangers) {
            Stream<ThrowingCallable> calls = Stream.of(THE_REPORT, Subject.update(update.id()), photo)
                    .flatMap(subject -> Stream.of(
                            () -> scene.moderation.keep(stranger, subject),
                            () -> scene.moderation.hide(stranger, subject),
                            () -> scene.moderation.undo(stranger, subject, false),
                            () -> scene.moderation.deletePhoto(stranger, subject),
                            () -> scene.moderation.showName(stranger, subject, true),
                            () -> scene.rewording.read(stranger, subject),
                            () -> scene.rewording.edit(stranger, subject, "", new Wording("Rubrik", "Text", "N", true)),
                            () -> scene.rewording.eraseOriginals(stranger, subject),
                            () -> scene.rewording.restore(stranger, original),
                            () -> scene.queue.waiting(stranger, Optional.empty(), 0)));
            assertThat(calls).allSatisfy(call -> assertThatThrownBy(call).isInstanceOf(NotPermitted.class));
            assertThat(scene.queue.ofReport(stranger, ModerationScene.REPORT)).isEmpty();
        }
        assertThatThrownBy(() -> scene.queue.waiting(strangers.get(0), Optional.of("1763"), 0))
                .isInstanceOf(NotPermitted.class);
        assertThatThrownBy(() -> scene.queue.judged(strangers.get(1), Optional.of("1763"), 0))
                .isInstanceOf(NotPermitted.class);
        assertThatThrownBy(() -> scene.queue.count(strangers.get(1), Optional.of("1763")))
                .isInstanceOf(NotPermitted.class);
    }
}
