package se.fixamingata.reminder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static se.fixamingata.reminder.ReminderScene.FORSHAGA;
import static se.fixamingata.reminder.ReminderScene.OFFICE;
import static se.fixamingata.reminder.ReminderScene.STOCKHOLM;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.fixamingata.DatabaseTest;
import se.fixamingata.account.Role;
import se.fixamingata.notification.Notification;
import se.fixamingata.report.ReportRow;

/** Who is reminded of what, on Monday 23 November 2026 and the working days after it. */
class RemindingIT extends DatabaseTest {

    private static final String BEFORE = "2026-11-20";
    private static final String TODAY = "2026-11-23";
    private static final String AFTER = "2026-12-18";

    private ReminderScene scene;

    @BeforeEach
    void scene() {
        scene = new ReminderScene(em, clock).municipalities();
    }

    @Test
    void oneMailTellsOneAddressOfAllThatIsLate() {
        scene.report(1, BEFORE, AFTER);
        scene.report(2, "2026-11-02", BEFORE);
        scene.report(3, TODAY, AFTER);
        scene.report(4, "2026-11-02", TODAY);
        scene.sql("update report set answered_at = '2026-11-01' where id = 4");

        assertThat(scene.run()).isEqualTo(2);

        assertThat(scene.today()).containsExactly(OFFICE + " 1/ANSWER/1", OFFICE + " 2/SOLVE/1");
        assertThat(scene.mails()).extracting(Notification::recipient).containsExactly(OFFICE);
    }

    @Test
    void aCategoryWithAnAddressOfItsOwnIsToldApart() {
        scene.report(1, BEFORE, AFTER);
        scene.report(2, BEFORE, AFTER);
        scene.sql("update report set category_code = 'graffiti' where id = 2");
        scene.sql("insert into category_recipient values ('1763', 'graffiti', 'klotter@forshaga.example')");

        scene.run();

        assertThat(scene.today()).containsExactly(OFFICE + " 1/ANSWER/1", "klotter@forshaga.example 2/ANSWER/1");
    }

    @Test
    void anAddressOfTwoAuthoritiesGetsOneMail() {
        scene.sql("update authority set state = 'LIVE', email = '" + OFFICE + "' where code = '0180'");
        scene.report(1, BEFORE, AFTER);
        scene.report(2, STOCKHOLM, BEFORE, AFTER);

        assertThat(scene.run()).isEqualTo(2);

        assertThat(scene.mails()).hasSize(1);
        assertThat(scene.letter(scene.mails().get(0)).text()).contains("rapporter väntar på svar", "Forshaga", "0180");
    }

    @Test
    void remindsTwiceMoreThenTellsTheAdministratorsAndThenNobody() {
        scene.administrator(FORSHAGA, "chef@forshaga.example");
        scene.administrator(FORSHAGA, "lampchef@forshaga.example", "lighting");
        scene.administrator(FORSHAGA, "parkchef@forshaga.example", "park");
        scene.staff(FORSHAGA, "kim@forshaga.example", Role.CASEWORKER);
        scene.report(1, BEFORE, AFTER);
        scene.sql("update report set solve_due_on = '2027-12-01' where id = 1");

        scene.run();
        assertThat(scene.today()).containsExactly(OFFICE + " 1/ANSWER/1");
        scene.later(4);
        assertThat(scene.run()).isZero();
        scene.later(1);
        scene.run();
        assertThat(scene.today()).containsExactly(OFFICE + " 1/ANSWER/2");
        scene.later(5);
        scene.run();
        assertThat(scene.today()).containsExactly(OFFICE + " 1/ANSWER/3");
        scene.later(5);
        scene.run();
        assertThat(scene.today())
                .containsExactly("chef@forshaga.example 1/ANSWER/4!", "lampchef@forshaga.example 1/ANSWER/4!");
        scene.later(5);
        assertThat(scene.run()).isZero();
        scene.later(50);
        assertThat(scene.run()).isZero();
    }

    /** The administrator who reads the office's mail too gets both in one. */
    @Test
    void whoIsOfficeAndAdministratorGetsOneMail() {
        scene.administrator(FORSHAGA, OFFICE);
        scene.report(1, BEFORE, "2027-12-01");
        scene.run();
        scene.later(5);
        scene.run();
        scene.later(5);
        scene.run();
        scene.later(5);
        scene.report(2, "2026-12-07", "2027-12-01");
        scene.run();
        assertThat(scene.today()).containsExactly(OFFICE + " 1/ANSWER/4!", OFFICE + " 2/ANSWER/1");
        assertThat(scene.mails()).hasSize(4);
        assertThat(scene.letter(scene.mails().get(3)).text())
                .contains("in spite of reminders", "Reminders so far: 3.", "https://example.org/handlaggning/rapport/1")
                .doesNotContain("/svar/");
    }

    @Test
    void whatIsUnsolvedTooLateIsRemindedOfAnewAndOnlyAsThat() {
        scene.report(1, BEFORE, "2026-11-24");
        scene.run();
        scene.later(2);
        scene.run();
        assertThat(scene.today()).containsExactly(OFFICE + " 1/SOLVE/1");
    }

    @Test
    void aReportThatBeginsAnewIsRemindedOfAnew() {
        scene.report(1, BEFORE, AFTER);
        scene.run();
        scene.later(1);
        assertThat(scene.run()).isZero();
        scene.sql("update report set due_from = '2026-11-10' where id = 1");
        assertThat(scene.run()).isEqualTo(1);
        scene.later(1);
        scene.sql("update authority set state = 'LIVE', email = 'trafik@stockholm.example' where code = '0180'");
        scene.sql("update report set authority_code = '0180' where id = 1");
        scene.sql("update delivery set authority_code = '0180'");
        scene.run();
        assertThat(scene.today()).containsExactly("trafik@stockholm.example 1/ANSWER/1");
    }

    @Test
    void aRunThatIsDoneAgainSendsNothingTwice() {
        scene.administrator(FORSHAGA, "chef@forshaga.example");
        scene.report(1, BEFORE, AFTER);
        assertThat(scene.run()).isEqualTo(1);
        assertThat(scene.run()).isZero();
        scene.sql("insert into category_recipient values ('1763', 'lighting', 'zz@forshaga.example')");
        scene.later(1);
        assertThat(scene.run()).isZero();
        assertThat(scene.mails()).hasSize(1);
    }

    /** Two of them are escalated to; the server dies between the two. */
    @Test
    void aRunThatWasKilledBetweenTwoAddressesFindsTheOther() {
        scene.administrator(FORSHAGA, "a@forshaga.example");
        scene.administrator(FORSHAGA, "b@forshaga.example");
        scene.report(1, BEFORE, "2027-12-01");
        for (int round = 1; round <= 3; round++) {
            scene.run();
            scene.later(5);
        }
        List<ReminderAddress> all = scene.addresses.next(LocalDate.parse("2026-12-14"), "");
        assertThat(all).extracting(ReminderAddress::email).startsWith("a@forshaga.example", "b@forshaga.example");
        assertThat(scene.reminding.remind(all.get(0))).isEqualTo(1);

        assertThat(scene.run()).isEqualTo(1);

        assertThat(scene.today()).containsExactly("a@forshaga.example 1/ANSWER/4!", "b@forshaga.example 1/ANSWER/4!");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update authority set state = 'DEFAULT'",
                "update authority set state = 'PILOT'",
                "update authority set state = 'REFUSING'",
                "insert into integration (authority_code, channel, paused_at, changed_at, version) values ('1763', 'MAIL', '2026-11-01', '2026-11-01', 1)",
                "update delivery set state = 'DUE'",
                "update delivery set state = 'PARKED'",
                "update delivery set state = 'BOUNCED'",
                "update delivery set state = 'TO_FETCH'",
                "update delivery set authority_code = '0180'",
                "update report set due_paused_from = '2026-11-19', due_paused_until = '2026-11-23'",
                "update report set visibility = 'HIDDEN', listed = false",
                "update report set status = 'FIXED'",
                "update report set status = 'DUPLICATE'",
                "update report set answered_at = '2026-11-22'"
            })
    void thereIsNoReminderThen(String because) {
        scene.report(1, BEFORE, AFTER);
        scene.sql(because);
        assertThat(scene.run()).isZero();
        assertThat(scene.list("select id from reminder_digest")).isEmpty();
        assertThat(scene.mails()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update report set due_paused_from = '2026-11-12', due_paused_until = '2026-11-20'",
                "update report set visibility = 'PRIVATE', listed = false",
                "update report set status = 'FORWARDED'",
                "update delivery set state = 'HANDLED'",
                "insert into integration (authority_code, channel, changed_at, version) values ('1763', 'OPEN311', '2026-11-01', 1)"
            })
    void thereIsOneThen(String although) {
        scene.report(1, BEFORE, AFTER);
        scene.sql(although);
        assertThat(scene.run()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-22T06:00:00Z", "2026-12-25T06:00:00Z", "2027-01-06T06:00:00Z"})
    void neverOnADayOff(Instant red) {
        scene.report(1, "2026-11-02", AFTER);
        clock.set(red);
        assertThat(scene.run()).isZero();
    }

    @Test
    void withoutAnAddressTheAdministratorsAreToldAndWithoutThoseNobody() {
        scene.sql("update authority set email = null where code = '1763'");
        scene.report(1, BEFORE, AFTER);
        assertThat(scene.run()).isZero();
        scene.administrator(FORSHAGA, "chef@forshaga.example");
        assertThat(scene.run()).isEqualTo(1);
        assertThat(scene.today()).containsExactly("chef@forshaga.example 1/ANSWER/1");
    }

    /** The mail names the latest; it takes the same statements for few and for many. */
    @ParameterizedTest
    @ValueSource(ints = {2, 5_000})
    void anyNumberOfReportsForOneRecipient(int many) {
        ReportRow.addAll(
                em,
                LongStream.rangeClosed(1, many)
                        .mapToObj(id -> ReportRow.of(id, 59.5, 13.4).saying("Fel nummer " + id, "Trasigt länge", "G"))
                        .toList());
        scene.late("id > 0", BEFORE, AFTER);
        ReminderAddress address = new ReminderAddress(LocalDate.parse(TODAY), OFFICE, List.of(FORSHAGA));
        long before = scene.statements();
        assertThat(scene.reminding.remind(address)).isEqualTo(many);
        em.flush();
        assertThat(scene.statements() - before).isLessThanOrEqualTo(7);

        String text = scene.letter(scene.mails().get(scene.mails().size() - 1)).text();
        assertThat(text.lines().filter(line -> line.startsWith("* "))).hasSize(Math.min(many, 20));
        if (many > 20) {
            assertThat(text)
                    .contains(
                            "5000 rapporter väntar på svar",
                            "Och 4980 till.",
                            "https://example.org/handlaggning?a=forshaga&flag=unanswered");
        }
    }

    @Test
    void theMailTellsWhatIsStillLateWhenItLeaves() {
        scene.report(1, BEFORE, AFTER);
        scene.report(2, "2026-11-02", BEFORE);
        scene.run();
        Notification mail = scene.mails().get(0);
        var both = scene.letter(mail);
        assertThat(both.subject()).isEqualTo("Påminnelse: 1 rapport väntar på svar, 1 är försenad");
        assertThat(both.text())
                .contains(
                        "Skulle ha besvarats senast 20 november 2026.",
                        "Skulle ha åtgärdats senast 20 november 2026, och är obesvarad.",
                        "Gatubelysning · Storgatan 1, 1763",
                        "https://example.org/svar/");
        scene.sql("update report set answered_at = '2026-11-23' where id = 1");
        assertThat(scene.letter(mail).subject()).isEqualTo("Påminnelse: 1 rapport är försenad");
        scene.sql("update report set status = 'FIXED' where id = 2");
        assertThat(scene.prepare(mail)).isEmpty();
    }

    @Test
    void forgetsToWhomMailsWentLongAgoAndRemembersOfWhat() {
        scene.report(1, BEFORE, AFTER);
        scene.run();
        assertThat(scene.addresses.forget(LocalDate.parse("2026-12-23"), 10)).isZero();
        assertThat(scene.addresses.forget(LocalDate.parse("2026-12-24"), 10)).isEqualTo(1);
        assertThat(scene.count("select count(*) from reminder_sent")).isEqualTo(1);
    }

    @Test
    void theAddressesComeInOrderWithTheirAuthorities() {
        scene.sql("update authority set state = 'LIVE', email = 'b@x.example' where code = '0180'");
        scene.sql("insert into category_recipient values ('1763', 'park', 'b@x.example')");
        scene.administrator(FORSHAGA, "a@x.example");
        scene.staff(FORSHAGA, "c@x.example", Role.CASEWORKER);
        assertThat(scene.addresses.left("")).isEqualTo(3);
        assertThat(scene.addresses.next(LocalDate.parse(TODAY), ""))
                .extracting(ReminderAddress::email, ReminderAddress::codes)
                .containsExactly(
                        tuple("a@x.example", List.of("1763")),
                        tuple("b@x.example", List.of("0180", "1763")),
                        tuple(OFFICE, List.of("1763")));
        assertThat(scene.addresses.next(LocalDate.parse(TODAY), "b@x.example")).hasSize(1);
        assertThat(scene.addresses.left("b@x.example")).isEqualTo(1);
        assertThat(new ReminderAddress(LocalDate.parse(TODAY), "secret@x.example", List.of("1763")))
                .hasToString("2026-11-23 1763");
    }
}
