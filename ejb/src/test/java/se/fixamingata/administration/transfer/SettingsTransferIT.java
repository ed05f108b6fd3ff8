package se.fixamingata.administration.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.fixamingata.DatabaseTest;
import se.fixamingata.account.Caller;
import se.fixamingata.account.NotPermitted;
import se.fixamingata.account.Role;
import se.fixamingata.administration.AdministrationScene;
import se.fixamingata.handling.HandlingScene;

class SettingsTransferIT extends DatabaseTest {

    private static final String FORSHAGA = HandlingScene.FORSHAGA;

    private HandlingScene scene;
    private SettingsTransfer transfer;
    private Caller boss;

    @BeforeEach
    void scene() {
        clock.set(Instant.parse("2026-03-02T08:00:00Z"));
        scene = new HandlingScene(em, clock);
        scene.authorities();
        AdministrationScene administration = new AdministrationScene(scene);
        administration.empty(FORSHAGA);
        scene.sql("update authority set email = 'kommunen@forshaga.example', state = 'DEFAULT' where code = '1763'");
        flushAndClear();
        boss = scene.staff(FORSHAGA, Role.ADMINISTRATOR);
        transfer = new SettingsTransfer(
                em, administration.categories(), administration.deadlines(), administration.standing());
    }

    private List<SettingChange> changes(String file) {
        TransferResult result = transfer.compare(boss, FORSHAGA, file);
        assertThat(result).isInstanceOf(TransferResult.Compared.class);
        return ((TransferResult.Compared) result).changes();
    }

    private TransferResult takeOver(String file) {
        String mark = ((TransferResult.Compared) transfer.compare(boss, FORSHAGA, file)).mark();
        TransferResult result = transfer.takeOver(boss, FORSHAGA, file, mark);
        flushAndClear();
        return result;
    }

    @Test
    void whatIsTakenOutHoldsAlready() {
        assertThat(changes(transfer.export(boss, FORSHAGA))).isEmpty();
    }

    @Test
    void takenOutDeletedAndReadInAgain() {
        String first = transfer.export(boss, FORSHAGA)
                .replace("kommunen@", "ny@")
                .replaceFirst("(\"code\": ?\"trees\",\\s*\"on\": ?)true", "$1false")
                .replaceFirst(
                        "\"deadlines\": ?\\[\\s*]", "\"deadlines\":[{\"category\":\"*\",\"answer\":3,\"solve\":20}]")
                .replaceFirst("}\\s*$", ",\"refusal\":{\"sv\":\"Ring växeln.\",\"en\":\"\",\"url\":\"\"}}");
        assertThat(changes(first))
                .containsExactly(
                        new SettingChange("email", "", "kommunen@forshaga.example", "ny@forshaga.example"),
                        new SettingChange("refusal", "", "", "Ring växeln."),
                        new SettingChange("on", "trees", "true", "false"),
                        new SettingChange("deadline", "*", "", "3/20"));
        assertThat(takeOver(first)).isEqualTo(new TransferResult.TakenOver());
        String whole = transfer.export(boss, FORSHAGA);
        assertThat(changes(first)).isEmpty();

        new AdministrationScene(scene).empty(FORSHAGA);
        scene.sql("delete from deadline where authority_code = '1763'");
        scene.sql("update authority set email = null, state = 'DEFAULT', refusal_sv = null where code = '1763'");
        flushAndClear();
        assertThat(changes(whole)).hasSize(4);
        assertThat(takeOver(whole)).isEqualTo(new TransferResult.TakenOver());
        assertThat(transfer.export(boss, FORSHAGA)).isEqualTo(whole);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"authority\": ?\"1763\" | \"authority\":\"1780\" | authority | transfer.other",
                "\"version\": ?1 | \"version\":2 | version | transfer.version",
                "\"format\": ?\"[a-z-]*\" | \"format\":\"annat\" | version | transfer.version",
                "\"code\": ?\"trees\" | \"code\":\"unicorn\" | categories[12].code | transfer.category",
                "\"code\": ?\"trees\" | \"code\":\"waste\" | categories[12].code | transfer.twice",
                "\"email\": ?\"[^\"]*\" | \"email\":\"kommunen\" | email | administration.email.invalid",
                "\"email\": ?\"[^\"]*\" | \"email\":7 | email | transfer.value",
                "\"email\": | \"telefon\":\"1\",\"email\": | telefon | transfer.unknown",
                "\"deadlines\": ?\\[\\s*] | \"deadlines\":[{\"category\":\"trees\",\"answer\":0,\"solve\":9}] | deadlines[0].answer | deadline.number",
                "\"deadlines\": ?\\[\\s*] | \"deadlines\":[{\"category\":\"trees\",\"answer\":10,\"solve\":9}] | deadlines[0].answer | deadline.answer.after",
                "\"deadlines\": ?\\[\\s*] | \"deadlines\":7 | deadlines | transfer.value",
                "\"email\": | \"refusal\":{\"sv\":\"\",\"en\":\"\",\"url\":\"\"},\"email\": | refusal.sv | joining.refusal.missing",
                "\"email\": | \"email\" | 5 | transfer.json"
            })
    void oneBadLineRefusesTheWholeFileAndIsToldWithItsPlace(String what, String instead, String place, String problem) {
        String before = transfer.export(boss, FORSHAGA);
        String bad = before.replaceFirst(what, instead);
        assertThat(bad).isNotEqualTo(before);
        TransferResult expected = new TransferResult.Refused(List.of(new FileFault(place, problem)));
        assertThat(transfer.compare(boss, FORSHAGA, bad)).isEqualTo(expected);
        assertThat(transfer.takeOver(boss, FORSHAGA, bad, "")).isEqualTo(expected);
        assertThat(transfer.export(boss, FORSHAGA)).isEqualTo(before);
    }

    @Test
    void whatIsNoObjectIsRefused() {
        for (String text : List.of("", "[]", "7", "null", "{\"a\":")) {
            assertThat(transfer.compare(boss, FORSHAGA, text)).as(text).isInstanceOf(TransferResult.Refused.class);
        }
    }

    @Test
    void whatWasChangedAfterTheComparisonIsComparedAgain() {
        String file = transfer.export(boss, FORSHAGA).replace("kommunen@", "ny@");
        String mark = ((TransferResult.Compared) transfer.compare(boss, FORSHAGA, file)).mark();
        scene.sql("update authority set email = 'annan@forshaga.example' where code = '1763'");
        flushAndClear();
        assertThat(transfer.takeOver(boss, FORSHAGA, file, mark))
                .isInstanceOfSatisfying(TransferResult.Compared.class, again -> assertThat(again.changes())
                        .containsExactly(
                                new SettingChange("email", "", "annan@forshaga.example", "ny@forshaga.example")));
    }

    @Test
    void onlyAdministrators() {
        for (Caller caller : List.of(
                scene.staff(FORSHAGA, Role.CASEWORKER), scene.staff(HandlingScene.KARLSTAD, Role.ADMINISTRATOR))) {
            assertThatThrownBy(() -> transfer.export(caller, FORSHAGA)).isInstanceOf(NotPermitted.class);
            assertThatThrownBy(() -> transfer.compare(caller, FORSHAGA, "{}")).isInstanceOf(NotPermitted.class);
            assertThatThrownBy(() -> transfer.takeOver(caller, FORSHAGA, "{}", ""))
                    .isInstanceOf(NotPermitted.class);
        }
    }
}
