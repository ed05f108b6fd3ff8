package se.fixamingata.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.fixamingata.DatabaseTest;
import se.fixamingata.municipality.TestMunicipalities;
import se.fixamingata.report.HistoryEntry;
import se.fixamingata.report.Report;
import se.fixamingata.report.ReportChanged;
import se.fixamingata.report.ReportConfirmed;
import se.fixamingata.report.Visibility;
import se.fixamingata.secretlink.Purpose;
import se.fixamingata.secretlink.SecretLink;
import se.fixamingata.secretlink.SecretLinks;
import se.fixamingata.shared.SecretToken;

class ReportConfirmationIT extends DatabaseTest {

    private Counter counter;
    private long report;
    private String link;

    @BeforeEach
    void send() {
        TestMunicipalities.seed(em, clock);
        counter = new Counter(em, clock);
        report = counter.send(Counter.GOOD);
        link = counter.link(report);
        flushAndClear();
    }

    @Test
    void lookingChangesNothing() {
        assertThat(counter.confirmation.look(link)).isEqualTo(new ConfirmationState.Waiting("Lampan är trasig", true));
        assertThat(counter.confirmation.look(link)).isEqualTo(new ConfirmationState.Waiting("Lampan är trasig", true));
        flushAndClear();

        assertThat(em.find(Report.class, report).isConfirmed()).isFalse();
        assertThat(counter.confirmed.fired()).isEmpty();
    }

    @Test
    void confirmingMakesItPublicAndTellsEverybody() {
        clock.advance(Duration.ofMinutes(3));

        assertThat(counter.confirmation.confirm(link))
                .isEqualTo(new ConfirmationState.Confirmed(report, "/rapport/" + report));
        flushAndClear();

        Report seen = em.find(Report.class, report);
        assertThat(seen.isListed()).isTrue();
        assertThat(seen.confirmedAt()).isEqualTo(clock.instant());
        assertThat(counter.confirmed.fired()).containsExactly(new ReportConfirmed(report));
        assertThat(counter.changed.fired())
                .containsExactly(new ReportChanged(report, null, ReportChanged.OnMap.of(seen)));
        assertThat(em.createQuery(
                                "select h.kind from HistoryEntry h where h.reportId = :report", HistoryEntry.Kind.class)
                        .setParameter("report", report)
                        .getResultList())
                .containsExactly(HistoryEntry.Kind.CONFIRMED);
        assertThat(em.createNativeQuery("select action from audit_entry where subject = ?1 order by id")
                        .setParameter(1, "report:" + report)
                        .getResultList())
                .asList()
                .containsExactly("report.submitted", "report.confirmed");
    }

    @Test
    void theSecondClickIsToldThatItIsDone() {
        String otherMail = counter.link(report);
        counter.confirmation.confirm(link);
        flushAndClear();

        assertThat(counter.confirmation.confirm(link)).isEqualTo(new ConfirmationState.Already(report, true));
        assertThat(counter.confirmation.look(link)).isEqualTo(new ConfirmationState.Already(report, true));
        assertThat(counter.confirmation.confirm(otherMail)).isEqualTo(new ConfirmationState.Already(report, true));
        assertThat(counter.confirmed.fired()).hasSize(1);
    }

    @Test
    void clicksAtOnceConfirmOnce() {
        em.getTransaction().rollback();
        commit(own -> TestMunicipalities.seed(own, clock));
        long id = committed(own -> new Counter(own, clock).send(Counter.GOOD));
        String shared = committed(own -> new Counter(own, clock).link(id));

        List<CompletableFuture<ConfirmationState>> clicks = IntStream.range(0, 4)
                .mapToObj(click -> CompletableFuture.supplyAsync(
                        () -> committed(own -> new Counter(own, clock).confirmation.confirm(shared))))
                .toList();
        List<ConfirmationState> states =
                clicks.stream().map(CompletableFuture::join).toList();

        assertThat(states)
                .filteredOn(new ConfirmationState.Confirmed(id, "/rapport/" + id)::equals)
                .hasSize(1);
        assertThat(states)
                .filteredOn(new ConfirmationState.Already(id, true)::equals)
                .hasSize(3);
        long entries = committed(own -> own.createQuery("select count(h) from HistoryEntry h", Long.class)
                .getSingleResult());
        assertThat(entries).isEqualTo(1);
    }

    @Test
    void aLinkRevokedWhileItIsBeingUsedConfirmsNothing() {
        em.getTransaction().rollback();
        commit(own -> TestMunicipalities.seed(own, clock));
        SecretToken draft = committed(own -> new Counter(own, clock).start(Counter.GOOD));
        long id =
                committed(own -> ((SubmissionResult.Sent) new Counter(own, clock).submission.submit(draft)).reportId());
        String wrong = committed(own -> new Counter(own, clock).link(id));

        ConfirmationState state = committed(own -> {
            Counter stranger = new Counter(own, clock);
            stranger.confirmation.links = new SecretLinks(own, clock) {
                @Override
                public Optional<SecretLink> find(SecretToken token, Purpose purpose) {
                    Optional<SecretLink> found = super.find(token, purpose);
                    commit(other -> new Counter(other, clock).submission.correctAddress(draft, "kim@example.org"));
                    return found;
                }
            };
            return stranger.confirmation.confirm(wrong);
        });

        assertThat(state).isEqualTo(new ConfirmationState.Unknown());
        boolean published = committed(own -> own.find(Report.class, id).isConfirmed());
        assertThat(published).isFalse();
    }

    @Test
    void aReportInAPrivateCategoryIsForItsReporterAlone() {
        makePrivate("lighting");
        long mine = counter.send(Counter.GOOD);
        String mail = counter.link(mine);
        flushAndClear();
        assertThat(em.find(Report.class, mine).visibility()).isEqualTo(Visibility.PRIVATE);
        assertThat(counter.confirmation.look(mail)).isEqualTo(new ConfirmationState.Waiting("Lampan är trasig", false));

        ConfirmationState.Confirmed state = (ConfirmationState.Confirmed) counter.confirmation.confirm(mail);
        flushAndClear();

        assertThat(state.page()).startsWith("/rapport/" + mine + "/");
        assertThat(counter.reporters.isByLink(
                        state.page().substring(state.page().lastIndexOf('/') + 1), mine))
                .isTrue();
        Report kept = em.find(Report.class, mine);
        assertThat(kept.isConfirmed()).isTrue();
        assertThat(kept.isListed()).isFalse();
        assertThat(counter.changed.fired()).containsExactly(new ReportChanged(mine, null, null));
        assertThat(counter.confirmation.look(mail)).isEqualTo(new ConfirmationState.Already(mine, false));
    }

    @Test
    void theAuthoritysChangeOfMindPublishesNothingThatWasSentInConfidence() {
        makePrivate("lighting");
        long mine = counter.send(Counter.GOOD);
        em.createNativeQuery("delete from private_category").executeUpdate();
        flushAndClear();

        counter.confirmation.confirm(counter.link(mine));
        flushAndClear();
        assertThat(em.find(Report.class, mine).isListed()).isFalse();
    }

    @Test
    void whatHasBecomePrivateBeforeItsConfirmationStaysPrivate() {
        makePrivate("lighting");
        assertThat(counter.confirmation.look(link)).isEqualTo(new ConfirmationState.Waiting("Lampan är trasig", false));
        counter.confirmation.confirm(link);
        flushAndClear();
        assertThat(em.find(Report.class, report).visibility()).isEqualTo(Visibility.PRIVATE);
        assertThat(em.find(Report.class, report).isListed()).isFalse();
    }

    private void makePrivate(String category) {
        em.createNativeQuery("insert into private_category (authority_code, category_code) values ('1763', ?1)")
                .setParameter(1, category)
                .executeUpdate();
    }

    @Test
    void theLinkWorksForThirtyDays() {
        clock.advance(Counter.THIRTY_DAYS.minusSeconds(1));
        assertThat(counter.confirmation.look(link)).isInstanceOf(ConfirmationState.Waiting.class);

        clock.advance(Duration.ofSeconds(1));
        assertThat(counter.confirmation.look(link)).isEqualTo(new ConfirmationState.Expired());
        assertThat(counter.confirmation.confirm(link)).isEqualTo(new ConfirmationState.Expired());
        flushAndClear();
        assertThat(em.find(Report.class, report).isConfirmed()).isFalse();
    }

    @Test
    void anOldLinkOfAConfirmedReportStillShowsTheWay() {
        counter.confirmation.confirm(counter.link(report));
        clock.advance(Duration.ofDays(100));
        flushAndClear();

        assertThat(counter.confirmation.look(link)).isEqualTo(new ConfirmationState.Already(report, true));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "abc",
                "0123456789012345678901234567890123456789012",
                "012345678901234567890123456789012345678901",
                "' or 1=1 --",
                "../../etc/passwd"
            })
    void whatIsNoLinkIsUnknown(String token) {
        assertThat(counter.confirmation.look(token)).isEqualTo(new ConfirmationState.Unknown());
        assertThat(counter.confirmation.confirm(token)).isEqualTo(new ConfirmationState.Unknown());
    }

    @Test
    void aLinkCutByAMailProgramIsUnknown() {
        assertThat(counter.confirmation.look(link.substring(0, 42))).isEqualTo(new ConfirmationState.Unknown());
        assertThat(counter.confirmation.look(link + "=")).isEqualTo(new ConfirmationState.Unknown());
    }

    @Test
    void theLinkOfADeletedReportIsUnknown() {
        em.createQuery("delete from Report r where r.id = :id")
                .setParameter("id", report)
                .executeUpdate();
        em.clear();

        assertThat(counter.confirmation.look(link)).isEqualTo(new ConfirmationState.Unknown());
        assertThat(counter.confirmation.confirm(link)).isEqualTo(new ConfirmationState.Unknown());
    }
}
