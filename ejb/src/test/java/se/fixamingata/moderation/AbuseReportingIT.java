package se.fixamingata.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.fixamingata.DatabaseTest;
import se.fixamingata.account.Caller;
import se.fixamingata.report.Report;
import se.fixamingata.report.ReportPages;
import se.fixamingata.report.Visibility;
import se.fixamingata.settings.ServerKeys;
import se.fixamingata.shared.Language;
import se.fixamingata.update.ReportUpdate;
import se.fixamingata.update.UpdateState;

class AbuseReportingIT extends DatabaseTest {

    private static final Subject THE_REPORT = Subject.report(ModerationScene.REPORT);

    private ModerationScene scene;

    @BeforeEach
    void scene() {
        scene = new ModerationScene(em, clock);
        scene.reports();
    }

    private boolean isHidden() {
        flushAndClear();
        return scene.report().visibility() == Visibility.HIDDEN;
    }

    @Test
    void threeIndependentReadersHideAReportFromEverybody() {
        assertThat(scene.report(THE_REPORT, scene.reader(1))).isEqualTo(new AbuseResult.Taken());
        assertThat(scene.report(THE_REPORT, scene.reader(2))).isEqualTo(new AbuseResult.Taken());
        assertThat(isHidden()).isFalse();
        assertThat(scene.report(THE_REPORT, scene.reader(3))).isEqualTo(new AbuseResult.Taken());

        assertThat(isHidden()).isTrue();
        assertThat(new ReportPages(em).find(ModerationScene.REPORT)).isEmpty();
        assertThat(scene.changed.fired()).hasSize(1);
        assertThat(scene.changed.fired().get(0).before()).isNotNull();
        assertThat(scene.changed.fired().get(0).after()).isNull();
        assertThat(scene.onMap()).isEqualTo(-1);
        assertThat(scene.history("concat(actor, ' ', internal, ' ', detail)"))
                .asList()
                .containsExactly("SYSTEM 1 report:hidden");
        assertThat(scene.audit("concat(actor, ' ', action, ' ', subject, ' ', authority_code)"))
                .asList()
                .containsExactly("readers report.hidden report:101 1763");
    }

    @Test
    void theSamePersonCountsOnce() {
        for (int i = 0; i < 3; i++) {
            assertThat(scene.report(THE_REPORT, scene.reader(1))).isEqualTo(new AbuseResult.Taken());
        }
        scene.report(THE_REPORT, scene.reader(2));
        assertThat(isHidden()).isFalse();
        assertThat(em.createNativeQuery("select count(*) from abuse_report").getSingleResult())
                .isEqualTo(2L);
    }

    @Test
    void oneAccountInThreeBrowsersIsOnePerson() {
        Optional<Caller> eva = Optional.of(new Caller(7, 1, "Eva", "eva@example.org", Language.SV, false, List.of()));
        for (int i = 1; i <= 3; i++) {
            scene.report(THE_REPORT, scene.people.recognise(eva, "browser" + i, Optional.of("203.0." + i)));
        }
        assertThat(isHidden()).isFalse();
    }

    @Test
    void threeBrowsersOfOneNetworkAreOneVoice() {
        for (int i = 1; i <= 4; i++) {
            scene.report(THE_REPORT, scene.people.recognise(Optional.empty(), "browser" + i, Optional.of("203.0.113")));
        }
        assertThat(isHidden()).isFalse();
        scene.report(THE_REPORT, scene.reader(12));
        assertThat(isHidden()).isFalse();
        scene.report(THE_REPORT, scene.reader(13));
        assertThat(isHidden()).isTrue();
    }

    @Test
    void whereTheNetworkSaysNothingTheBrowserDecides() {
        for (int i = 1; i <= 3; i++) {
            scene.report(THE_REPORT, scene.people.recognise(Optional.empty(), "browser" + i, Optional.empty()));
        }
        assertThat(isHidden()).isTrue();
    }

    @Test
    void nothingOfThePersonIsStored() {
        scene.report(
                THE_REPORT, scene.people.recognise(Optional.empty(), "secret-of-a-browser", Optional.of("203.0.113")));
        assertThat((byte[]) em.createNativeQuery("select reported_by from abuse_report")
                        .getSingleResult())
                .hasSize(32)
                .isNotEqualTo(new AbuseReporters(new ServerKeys(em) {
                            @Override
                            public byte[] key(String name) {
                                return new byte[32];
                            }
                        })
                        .recognise(Optional.empty(), "secret-of-a-browser", Optional.empty())
                        .person());
    }

    @Test
    void anUpdateAndAPhotoAreHiddenLikewise() {
        ReportUpdate update = scene.update("Grannen är en idiot.");
        String first = scene.photo();
        String second = scene.photo();

        scene.reportThrice(Subject.update(update.id()));
        scene.reportThrice(Subject.photo(first));
        flushAndClear();

        assertThat(em.find(ReportUpdate.class, update.id()).state()).isEqualTo(UpdateState.HIDDEN);
        assertThat(scene.report().isListed()).isTrue();
        assertThat(scene.report().thumbnail()).isEqualTo(second);
        assertThat(scene.history("detail"))
                .asList()
                .containsExactlyInAnyOrder("update:hidden:" + update.id(), "photo:hidden");
    }

    @Test
    void ofThreeAtOnceOneIsTheThird() throws Exception {
        em.getTransaction().rollback();
        commit(own -> new ModerationScene(own, clock).reports());
        AbuseReporters people = new AbuseReporters(committed(own -> {
            byte[] key = new ServerKeys(own).key("abuse");
            return new ServerKeys(own) {
                @Override
                public byte[] key(String name) {
                    return key;
                }
            };
        }));
        CyclicBarrier start = new CyclicBarrier(6);
        List<CompletableFuture<AbuseResult>> readers = IntStream.rangeClosed(1, 6)
                .mapToObj(reader -> CompletableFuture.supplyAsync(() -> {
                    await(start);
                    return committed(own -> new ModerationScene(own, clock)
                            .report(
                                    THE_REPORT,
                                    people.recognise(Optional.empty(), "b" + reader, Optional.of("net" + reader))));
                }))
                .toList();
        assertThat(readers).allSatisfy(one -> assertThat(one.get()).isEqualTo(new AbuseResult.Taken()));

        commit(own -> {
            ModerationScene after = new ModerationScene(own, clock);
            assertThat(own.find(Report.class, ModerationScene.REPORT).visibility())
                    .isEqualTo(Visibility.HIDDEN);
            assertThat(after.history("detail")).asList().containsExactly("report:hidden");
            assertThat(after.onMap()).isEqualTo(-1);
        });
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void whatIsNotForEverybodyIsNotThere() {
        String photo = scene.photo();
        assertThat(scene.reporting.find(THE_REPORT)).isPresent();
        assertThat(scene.reporting.find(Subject.photo(photo))).isPresent();
        scene.report().show(Visibility.PRIVATE, clock.instant());
        flushAndClear();
        assertThat(scene.reporting.find(THE_REPORT)).isEmpty();
        assertThat(scene.reporting.find(Subject.photo(photo))).isEmpty();
        assertThat(scene.report(THE_REPORT, scene.reader(1))).isEqualTo(new AbuseResult.Unknown());
        assertThat(scene.reporting.find(Subject.report(4711))).isEmpty();
        assertThat(scene.reporting.find(Subject.update(4711))).isEmpty();
        assertThat(scene.reporting.find(Subject.photo("x".repeat(22)))).isEmpty();
    }

    @Test
    void whoOpenedTheFormBeforeItWasHiddenLearnsNothing() {
        scene.reportThrice(THE_REPORT);
        assertThat(scene.reporting.find(THE_REPORT)).isEmpty();
        assertThat(scene.report(THE_REPORT, scene.reader(4))).isEqualTo(new AbuseResult.Taken());
        assertThat(em.createNativeQuery("select count(*) from abuse_report").getSingleResult())
                .isEqualTo(4L);
    }

    @Test
    void whatAModeratorHidIsNotReportable() {
        scene.moderation.hide(scene.caseworker(), THE_REPORT);
        assertThat(scene.report(THE_REPORT, scene.reader(1))).isEqualTo(new AbuseResult.Unknown());
    }

    @Test
    void whatWasJudgedIsReportedAgainButNotHiddenByReaders() {
        scene.reportThrice(THE_REPORT);
        scene.moderation.keep(scene.caseworker(), THE_REPORT);
        for (int i = 4; i <= 8; i++) {
            assertThat(scene.report(THE_REPORT, scene.reader(i))).isEqualTo(new AbuseResult.Taken());
        }
        assertThat(isHidden()).isFalse();
        assertThat(scene.queue.waiting(scene.operator(), Optional.empty(), 0).items())
                .singleElement()
                .satisfies(item -> assertThat(item.abuse().count()).isEqualTo(5));
    }

    @Test
    void aReasonIsNeededAndTheTextIsBounded() {
        assertThat(scene.reporting.report(THE_REPORT, null, "x", scene.reader(1)))
                .isEqualTo(new AbuseResult.Invalid("reason", "abuse.reason.missing", 0));
        assertThat(scene.reporting.report(THE_REPORT, AbuseReason.OTHER, "å".repeat(1001), scene.reader(1)))
                .isEqualTo(new AbuseResult.Invalid("text", "abuse.text.long", 1000));
        assertThat(scene.reporting.report(THE_REPORT, AbuseReason.OTHER, "å".repeat(1000), scene.reader(1)))
                .isEqualTo(new AbuseResult.Taken());
    }

    @Test
    void nobodyFloodsTheQueue() {
        for (int i = 0; i < 20; i++) {
            assertThat(scene.report(Subject.update(scene.update("Ord " + i).id()), scene.reader(1)))
                    .isEqualTo(new AbuseResult.Taken());
        }
        assertThat(scene.report(THE_REPORT, scene.reader(1))).isEqualTo(new AbuseResult.TooMany());
        assertThat(scene.report(
                        THE_REPORT, scene.people.recognise(Optional.empty(), "another", Optional.of("203.0.1"))))
                .isEqualTo(new AbuseResult.TooMany());
        assertThat(scene.report(THE_REPORT, scene.reader(2))).isEqualTo(new AbuseResult.Taken());
        clock.advance(Duration.ofMinutes(61));
        assertThat(scene.report(THE_REPORT, scene.reader(1))).isEqualTo(new AbuseResult.Taken());
    }
}
