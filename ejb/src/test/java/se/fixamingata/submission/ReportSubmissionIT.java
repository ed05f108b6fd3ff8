package se.fixamingata.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.fixamingata.DatabaseTest;
import se.fixamingata.municipality.TestMunicipalities;
import se.fixamingata.report.Report;
import se.fixamingata.report.ReportStatus;
import se.fixamingata.report.ReportSubmitted;
import se.fixamingata.report.Source;
import se.fixamingata.shared.Language;
import se.fixamingata.shared.SecretToken;

class ReportSubmissionIT extends DatabaseTest {

    private Counter counter;

    @BeforeEach
    void open() {
        TestMunicipalities.seed(em, clock);
        counter = new Counter(em, clock);
    }

    @Test
    void aDraftBecomesAReport() {
        SecretToken token = counter.desk.start(Counter.GOOD, Language.EN);
        counter.desk.addPhoto(token, "lampa.jpg", Counter.PHOTO);
        String photo = counter.desk.find(token).orElseThrow().photos().get(0).id();
        flushAndClear();

        SubmissionResult.Sent sent = (SubmissionResult.Sent) counter.submission.submit(token);
        flushAndClear();

        assertThat(sent.email()).isEqualTo("anna@example.org");
        assertThat(counter.submitted.fired()).containsExactly(new ReportSubmitted(sent.reportId()));
        Report report = em.find(Report.class, sent.reportId());
        assertThat(report.status()).isEqualTo(ReportStatus.UNCONFIRMED);
        assertThat(report.isListed()).isFalse();
        assertThat(report.municipalityCode()).isEqualTo("1763");
        assertThat(report.authorityCode()).isEqualTo("1763");
        assertThat(report.categoryCode()).isEqualTo("lighting");
        assertThat(report.title()).isEqualTo(Counter.GOOD.title());
        assertThat(report.description()).isEqualTo(Counter.GOOD.description());
        assertThat(report.address()).isEqualTo("Storgatan 1, Forshaga");
        assertThat(report.reporter().name()).isEqualTo("Anna Andersson");
        assertThat(report.reporter().phone()).isEqualTo("070-123 45 67");
        assertThat(report.reporter().showsName()).isTrue();
        assertThat(report.language()).isEqualTo(Language.EN);
        assertThat(report.source()).isEqualTo(Source.WEB);
        assertThat(report.thumbnail()).isEqualTo(photo);
        assertThat(report.submittedAt()).isEqualTo(clock.instant());
        assertThat(em.createNativeQuery("select action from audit_entry where subject = ?1")
                        .setParameter(1, "report:" + sent.reportId())
                        .getResultList())
                .asList()
                .containsExactly("report.submitted");
    }

    @Test
    void theDraftRemembersTheReportAndForgetsThePerson() {
        SecretToken token = counter.start(Counter.GOOD);
        SubmissionResult.Sent sent = (SubmissionResult.Sent) counter.submission.submit(token);
        flushAndClear();

        assertThat(counter.desk.find(token)).get().satisfies(view -> {
            assertThat(view.reportId()).hasValue(sent.reportId());
            assertThat(view.fields()).isEqualTo(DraftFields.EMPTY);
        });
        assertThat(counter.submission.sent(token))
                .contains(new SentReport(sent.reportId(), true, "anna@example.org", false, 4));
    }

    @Test
    void theFormSentTwiceIsOneReport() {
        SecretToken token = counter.start(Counter.GOOD);
        SubmissionResult.Sent sent = (SubmissionResult.Sent) counter.submission.submit(token);
        flushAndClear();

        assertThat(counter.desk.save(token, Counter.GOOD)).isTrue();
        assertThat(counter.submission.submit(token))
                .isEqualTo(new SubmissionResult.AlreadySent(sent.reportId(), sent.email()));
        assertThat(counter.desk.addPhoto(token, "a.jpg", Counter.PHOTO)).isEqualTo(new PhotoAdding.NoDraft());
        assertThat(counter.submitted.fired()).hasSize(1);
    }

    @Test
    void theFormSentTwiceAtOnceIsOneReport() {
        em.getTransaction().rollback();
        commit(own -> TestMunicipalities.seed(own, clock));
        SecretToken token = committed(own -> new Counter(own, clock).start(Counter.GOOD));

        List<CompletableFuture<SubmissionResult>> clicks = IntStream.range(0, 4)
                .mapToObj(click -> CompletableFuture.supplyAsync(() -> committed(own -> {
                    Counter mine = new Counter(own, clock);
                    mine.desk.save(token, Counter.GOOD);
                    return mine.submission.submit(token);
                })))
                .toList();
        List<SubmissionResult> results =
                clicks.stream().map(CompletableFuture::join).toList();

        assertThat(results).filteredOn(SubmissionResult.Sent.class::isInstance).hasSize(1);
        assertThat(results)
                .filteredOn(SubmissionResult.AlreadySent.class::isInstance)
                .hasSize(3);
        long reports = committed(own ->
                own.createQuery("select count(r) from Report r", Long.class).getSingleResult());
        assertThat(reports).isEqualTo(1);
    }

    @Test
    void stateRoadsGoToTrafikverketWhateverTheMunicipalityChose() {
        em.createNativeQuery(
                        "insert into authority_category (authority_code, category_code) values ('1763', 'parking')")
                .executeUpdate();
        long id = counter.send(Fields.with("category", "state_road"));
        flushAndClear();

        assertThat(em.find(Report.class, id).authorityCode()).isEqualTo("TRV");
        assertThat(em.find(Report.class, id).municipalityCode()).isEqualTo("1763");
    }

    @Test
    void aNeighbourFarAwayIsNotAsked() {
        long id = counter.send(Fields.with("authority", "0180"));
        flushAndClear();

        assertThat(em.find(Report.class, id).authorityCode()).isEqualTo("1763");
    }

    @Test
    void nothingIsLostWhenItIsRefused() {
        SecretToken token = counter.start(Fields.with("title", "Hål"));
        counter.desk.addPhoto(token, "hål.jpg", Counter.PHOTO);
        flushAndClear();
        counter.submission.submit(token);
        flushAndClear();

        DraftView view = counter.desk.find(token).orElseThrow();
        assertThat(view.fields()).isEqualTo(Fields.with("title", "Hål"));
        assertThat(view.photos()).hasSize(1);
    }

    @Test
    void textsAsLongAsAllowedFitInTheDatabase() {
        DraftFields longest = new DraftFields(
                59.5286,
                13.4812,
                "💡".repeat(300),
                null,
                "lighting",
                "💡".repeat(100),
                "💡".repeat(4000),
                "💡".repeat(100),
                "a".repeat(64) + "@" + ("d".repeat(60) + ".").repeat(3) + "se",
                "💡".repeat(40),
                true);
        long id = counter.send(longest);
        flushAndClear();

        Report report = em.find(Report.class, id);
        assertThat(report.description()).isEqualTo(longest.description());
        assertThat(report.reporter().name()).isEqualTo(longest.name());
        assertThat(report.address()).isEqualTo("💡".repeat(200));
    }

    @Test
    void htmlAndSqlAreJustText() {
        String text = "<script>alert('x')</script>'; drop table report; --";
        long id = counter.send(Fields.with("title", text));
        flushAndClear();

        assertThat(em.find(Report.class, id).title()).isEqualTo(text);
    }
}
