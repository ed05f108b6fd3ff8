package se.fixamingata.reminder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.fixamingata.reminder.ReminderScene.FORSHAGA;
import static se.fixamingata.reminder.ReminderScene.OFFICE;
import static se.fixamingata.reminder.ReminderScene.STOCKHOLM;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.fixamingata.DatabaseTest;
import se.fixamingata.account.Caller;
import se.fixamingata.account.NotPermitted;
import se.fixamingata.account.Role;
import se.fixamingata.reminder.ReminderOutlook.Recipient;
import se.fixamingata.shared.Language;

/** The clock stands on a Monday after seven: what is shown is Tuesday's. */
class ReminderPreviewIT extends DatabaseTest {

    private ReminderScene scene;
    private Caller boss;

    @BeforeEach
    void scene() {
        scene = new ReminderScene(em, clock).municipalities();
        boss = scene.administrator(FORSHAGA, "chef@forshaga.example");
    }

    private ReminderOutlook outlook() {
        return scene.preview.find(boss, FORSHAGA);
    }

    /** "address report/kind/round", as the job's own rows are written. */
    private List<String> shown() {
        List<String> lines = new ArrayList<>();
        for (Recipient one : outlook().recipients()) {
            one.items()
                    .forEach(item -> lines.add(one.email() + " " + item.reportId() + "/" + item.kind() + "/"
                            + item.round() + (item.escalated() ? "!" : "")));
        }
        return lines.stream().sorted().toList();
    }

    @Test
    void whatIsShownIsWhatIsSentTheNextMorning() {
        scene.report(1, "2026-11-23", "2026-12-18");
        scene.report(2, "2026-11-02", "2026-11-20");
        scene.report(3, "2026-11-24", "2026-12-18");
        scene.report(4, "2026-11-02", "2026-11-20");
        scene.sql("update report set category_code = 'park' where id = 4");
        scene.sql("insert into category_recipient values ('1763', 'park', 'park@forshaga.example')");
        scene.report(5, STOCKHOLM, "2026-11-02", "2026-11-20");
        scene.sql("update authority set state = 'LIVE', email = 'x@stockholm.example' where code = '0180'");
        for (int day = 0; day < 20; day++) {
            List<String> promised = shown();
            assertThat(outlook().nobodys()).isZero();
            scene.later(1);
            scene.run();
            assertThat(scene.today().stream()
                            .filter(line -> !line.startsWith("x@stockholm"))
                            .toList())
                    .as("day %s", day)
                    .isEqualTo(promised);
        }
        assertThat(scene.count("select count(*) from reminder_sent where escalated and authority_code = '1763'"))
                .isGreaterThan(0);
    }

    @Test
    void saysWhenHowOftenAndHowMuch() {
        for (int id = 1; id <= 8; id++) {
            scene.report(id, "2026-11-02", id % 2 == 0 ? "2026-11-20" : "2026-12-18");
        }
        ReminderOutlook outlook = outlook();
        assertThat(outlook.day()).isEqualTo("2026-11-24");
        assertThat(outlook.hour()).isEqualTo("07:00");
        assertThat(outlook.live()).isTrue();
        assertThat(outlook.paused()).isFalse();
        assertThat(outlook.more()).isFalse();
        Recipient office = outlook.recipients().get(0);
        assertThat(office.email()).isEqualTo(OFFICE);
        assertThat(office.unanswered()).isEqualTo(4);
        assertThat(office.unsolved()).isEqualTo(4);
        assertThat(office.escalated()).isZero();
        assertThat(office.items()).hasSize(ReminderPreview.ITEMS);
        assertThat(office.rest()).isEqualTo(3);
        assertThat(office.items().get(0).dueOn()).isEqualTo("2026-11-02");
    }

    @Test
    void saysWhyThereIsNothing() {
        scene.report(1, "2026-11-02", "2026-12-18");
        scene.sql("insert into integration (authority_code, channel, paused_at, changed_at, version)"
                + " values ('1763', 'MAIL', '2026-11-01', '2026-11-01', 1)");
        em.clear();
        assertThat(outlook().paused()).isTrue();
        assertThat(outlook().recipients()).isEmpty();
        scene.sql("update authority set state = 'PILOT' where code = '1763'");
        em.clear();
        assertThat(outlook().live()).isFalse();
    }

    @Test
    void saysWhatNobodyCanBeToldOf() {
        scene.report(1, "2026-11-02", "2026-12-18");
        scene.sql("update authority set email = null where code = '1763'");
        scene.sql("delete from membership");
        assertThat(outlook().nobodys()).isEqualTo(1);
        assertThat(outlook().recipients()).isEmpty();
    }

    @Test
    void aLongListOfRecipientsIsCut() {
        scene.sql("update authority set email = null where code = '1763'");
        scene.report(1, "2026-11-02", "2026-12-18");
        for (int i = 0; i < ReminderPreview.RECIPIENTS; i++) {
            scene.administrator(FORSHAGA, "a" + i + "@forshaga.example");
        }
        assertThat(outlook().recipients()).hasSize(ReminderPreview.RECIPIENTS);
        assertThat(outlook().more()).isTrue();
    }

    @Test
    void anAdministratorOfSomeCategoriesSeesThose() {
        scene.report(1, "2026-11-02", "2026-12-18");
        scene.report(2, "2026-11-02", "2026-12-18");
        scene.sql("update report set category_code = 'park' where id = 2");
        boss = scene.administrator(FORSHAGA, "park@forshaga.example", "park", "graffiti");
        assertThat(shown()).containsExactly(OFFICE + " 2/ANSWER/1");
        assertThat(outlook().recipients().get(0).total()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"READER", "CASEWORKER"})
    void othersAreRefused(Role role) {
        Caller one = scene.staff(FORSHAGA, role + "@forshaga.example", role);
        assertThatThrownBy(() -> scene.preview.find(one, FORSHAGA)).isInstanceOf(NotPermitted.class);
    }

    @Test
    void anotherMunicipalitysAdministratorAndAResidentAreRefusedAndTheOperatorIsNot() {
        Caller other = scene.administrator(STOCKHOLM, "chef@stockholm.example");
        Caller resident = new Caller(1, 1, "Kim", "kim@example.org", Language.SV, false, List.of());
        Caller operator = new Caller(1, 1, "Kim", "kim@example.org", Language.SV, true, List.of());
        assertThatThrownBy(() -> scene.preview.find(other, FORSHAGA)).isInstanceOf(NotPermitted.class);
        assertThatThrownBy(() -> scene.preview.find(resident, FORSHAGA)).isInstanceOf(NotPermitted.class);
        assertThat(scene.preview.find(operator, FORSHAGA).recipients()).isEmpty();
    }
}
