package se.fixamingata.handling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.fixamingata.DatabaseTest;
import se.fixamingata.account.NotPermitted;
import se.fixamingata.account.Role;
import se.fixamingata.report.Report;
import se.fixamingata.report.ReportStatus;

/** Every status to every other, by everybody there is: only the legal table's changes, only by who may. */
class StatusTableIT extends DatabaseTest {

    private HandlingScene scene;
    private List<Handler> allowed;
    private List<Handler> strangers;

    @BeforeEach
    void scene() {
        scene = new HandlingScene(em, clock);
        scene.authorities();
        allowed = List.of(
                Handler.of(scene.staff("1763", Role.CASEWORKER)),
                Handler.of(scene.staff("1763", Role.CASEWORKER, "lighting", "trees")),
                Handler.of(scene.staff("1763", Role.ADMINISTRATOR)),
                Handler.of(scene.operator()),
                Handler.byLink("1763"));
        strangers = List.of(
                Handler.of(scene.staff("1763", Role.READER)),
                Handler.of(scene.staff("1763", Role.CASEWORKER, "trees")),
                Handler.of(scene.staff("1780", Role.CASEWORKER)),
                Handler.of(scene.staff("1780", Role.ADMINISTRATOR)),
                Handler.byLink("1780"));
    }

    @ParameterizedTest
    @EnumSource(ReportStatus.class)
    void onlyLegalChangesByWhoMay(ReportStatus from) {
        strangersChangeNothing(scene.report(from));
        Report report = scene.report(from);
        for (ReportStatus to : ReportStatus.values()) {
            for (Handler by : allowed) {
                boolean done = change(by, report, to);
                report = done ? scene.report(from) : report;
            }
        }
    }

    private boolean change(Handler by, Report report, ReportStatus to) {
        ReportStatus from = report.status();
        Answer answer = Answer.of(report.id(), report.version(), to, "Så här är det.");
        if (from == ReportStatus.UNCONFIRMED) {
            assertThatThrownBy(() -> scene.handling.answer(by, answer)).isInstanceOf(NotPermitted.class);
            return false;
        }
        HandlingResult result = scene.handling.answer(by, answer);

        boolean merge = from != to && (from == ReportStatus.DUPLICATE || to == ReportStatus.DUPLICATE);
        boolean legal = from == to || (from.mayBecome(to) && !merge);
        assertThat(report.status()).as(from + " to " + to).isEqualTo(legal ? to : from);
        if (legal) {
            assertThat(result).as(from + " to " + to).isInstanceOf(HandlingResult.Done.class);
        } else {
            assertThat(result)
                    .as(from + " to " + to)
                    .isEqualTo(new HandlingResult.Invalid(
                            "status", merge ? "report.status.merge" : "report.status.illegal"));
        }
        return legal;
    }

    private void strangersChangeNothing(Report report) {
        List<Long> before = scene.traces();
        for (ReportStatus to : ReportStatus.values()) {
            Answer answer = Answer.of(report.id(), report.version(), to, "Nej.");
            strangers.forEach(by ->
                    assertThatThrownBy(() -> scene.handling.answer(by, answer)).isInstanceOf(NotPermitted.class));
        }
        assertThat(scene.traces()).isEqualTo(before);
    }
}
