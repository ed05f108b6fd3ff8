package se.fixamingata.handling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.fixamingata.DatabaseTest;
import se.fixamingata.account.Caller;
import se.fixamingata.account.Role;
import se.fixamingata.handling.HandlingResult.Conflict;
import se.fixamingata.handling.HandlingResult.Done;
import se.fixamingata.handling.HandlingResult.Invalid;
import se.fixamingata.report.Report;
import se.fixamingata.report.ReportStatus;

/** Real transactions, at once. */
class TwoAtOnceIT extends DatabaseTest {

    private Caller caller;

    @BeforeEach
    void rows() {
        em.getTransaction().rollback();
        commit(own -> new HandlingScene(own, clock).authorities());
        caller = committed(own -> new HandlingScene(own, clock).staff("1763", Role.CASEWORKER));
    }

    private long count(String sql) {
        return committed(own -> new HandlingScene(own, clock).count(sql));
    }

    private Report report() {
        return committed(own -> new HandlingScene(own, clock).report());
    }

    @Test
    void ofFourAnswersAtOnceOneIsGivenAndThreeAreToldOfIt() {
        Report report = report();
        List<CompletableFuture<HandlingResult>> answers = IntStream.range(0, 4)
                .mapToObj(number -> CompletableFuture.supplyAsync(() -> committed(own -> new HandlingScene(own, clock)
                        .handling.answer(
                                Handler.of(caller),
                                Answer.of(report.id(), report.version(), ReportStatus.PLANNED, "Nummer " + number)))))
                .toList();
        List<HandlingResult> results =
                answers.stream().map(CompletableFuture::join).toList();

        assertThat(results).filteredOn(Done.class::isInstance).hasSize(1);
        assertThat(results).filteredOn(Conflict.class::isInstance).hasSize(3).allSatisfy(conflict -> assertThat(
                        ((Conflict) conflict).since())
                .hasSize(1));
        assertThat(count("select count(*) from report_update")).isEqualTo(1);
    }

    @Test
    void twoMergesIntoEachOtherMakeNoCircle() {
        Report one = report();
        Report two = report();
        CompletableFuture<HandlingResult> there =
                CompletableFuture.supplyAsync(() -> merge(one.id(), two.id(), one.version()));
        CompletableFuture<HandlingResult> back =
                CompletableFuture.supplyAsync(() -> merge(two.id(), one.id(), two.version()));
        List<HandlingResult> results = List.of(there.join(), back.join());

        assertThat(results).filteredOn(Done.class::isInstance).hasSize(1);
        assertThat(results)
                .filteredOn(Invalid.class::isInstance)
                .singleElement()
                .isIn(new Invalid("main", "handling.main.changed"), new Invalid("main", "handling.main.circle"));
        assertThat(count("select count(*) from report where duplicate_of is not null"))
                .isEqualTo(1);
    }

    private HandlingResult merge(long report, long main, int version) {
        return committed(own -> new HandlingScene(own, clock).merging.merge(caller, report, version, main, "Samma."));
    }
}
