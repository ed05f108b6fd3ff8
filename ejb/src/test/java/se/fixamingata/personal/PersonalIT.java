package se.fixamingata.personal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.fixamingata.DatabaseTest;
import se.fixamingata.account.Account;
import se.fixamingata.account.Caller;
import se.fixamingata.account.NotPermitted;
import se.fixamingata.account.Role;
import se.fixamingata.extraquestion.GivenAnswer;
import se.fixamingata.extraquestion.ReportAnswers;
import se.fixamingata.moderation.AbuseReporters;
import se.fixamingata.moderation.ModerationErasure;
import se.fixamingata.municipality.TestMunicipalities;
import se.fixamingata.position.Position;
import se.fixamingata.report.Actor;
import se.fixamingata.report.Report;
import se.fixamingata.report.ReportConfirmed;
import se.fixamingata.report.ReportContent;
import se.fixamingata.report.ReportPlace;
import se.fixamingata.report.Reporter;
import se.fixamingata.report.Source;
import se.fixamingata.settings.ServerKeys;
import se.fixamingata.settings.ServiceSettings;
import se.fixamingata.shared.Language;
import se.fixamingata.signin.Door;
import se.fixamingata.update.ReportUpdate;
import se.fixamingata.update.UpdatePublished;

/** One's own lists, the file of everything, and being forgotten. */
class PersonalIT extends DatabaseTest {

    private static final String ANNA = "anna@example.org";

    private Door door;
    private AccountErasure erasure;
    private Caller anna;

    @BeforeEach
    void open() {
        TestMunicipalities.seed(em, clock);
        door = new Door(em, clock);
        erasure = erasure(door);
        door.resident(ANNA);
        anna = door.caller(ANNA);
    }

    private AccountErasure erasure(Door at) {
        ModerationErasure moderation = new ModerationErasure(em, new AbuseReporters(new ServerKeys(em)));
        return new AccountErasure(em, at.proofs, new Forgetting(em, at.proofs, moderation, at.audit));
    }

    private PersonalExport export() {
        return new PersonalExport(
                new PersonalRows(em, door.accounts, door.audit),
                new ServiceSettings("https://fixa.example", "info@fixa.example", false),
                clock);
    }

    private Report report(String email, String title, boolean confirmed) {
        Report report = Report.submit(
                new ReportPlace(Position.of(59.5286, 13.4812), "1763", "1763", null),
                new ReportContent("lighting", title, "Den blinkar hela natten."),
                new Reporter("Anna", email, "070-174 06 05", true),
                Language.SV,
                Source.WEB,
                clock.instant());
        em.persist(report);
        // The history's rows point at the report's.
        em.flush();
        if (confirmed) {
            em.persist(report.confirm(clock.instant()));
        }
        clock.advance(Duration.ofSeconds(1));
        return report;
    }

    private ReportUpdate update(Report report, Actor author, Long account, String email, String text) {
        ReportUpdate update = author == Actor.AUTHORITY
                ? ReportUpdate.byAuthority(report.id(), account, text, clock.instant())
                : ReportUpdate.byResident(
                        report.id(), author, account, "Anna", email, true, Language.SV, text, false, clock.instant());
        if (author != Actor.AUTHORITY) {
            update.publish(clock.instant());
        }
        em.persist(update);
        return update;
    }

    @Test
    void whatWasConfirmedThroughTheMailboxIsTheAccounts() {
        Report mine = report(ANNA, "Lampan är trasig", true);
        Report other = report("bo@example.org", "Ett hål i vägen", true);
        em.flush();
        Claims claims = new Claims(em, door.accounts);
        claims.confirmed(new ReportConfirmed(mine.id()));
        claims.confirmed(new ReportConfirmed(other.id()));
        flushAndClear();

        PersonalPages pages = new PersonalPages(em);
        assertThat(pages.reports(anna, 0)).extracting(MyReport::id).containsExactly(mine.id());
        assertThat(pages.reports(anna, 1)).isEmpty();
        assertThat(pages.updates(anna, 0)).isEmpty();
    }

    @Test
    void theFileHoldsOnesOwnWordsAndNobodyElses() {
        Report mine = report(ANNA, "Lampan är trasig", true);
        mine.belongTo(anna.accountId());
        update(mine, Actor.REPORTER, anna.accountId(), ANNA, "Den lyser inte alls nu.");
        update(mine, Actor.RESIDENT, null, "bo@example.org", "Bos hemliga ord.");
        update(mine, Actor.AUTHORITY, null, null, "Kommunens svar.");
        em.flush();
        new ReportAnswers(em)
                .keep(
                        mine.id(),
                        List.of(
                                new GivenAnswer("pole", "Stolpens \"nummer\"?", "17 B", "17 B"),
                                new GivenAnswer("leak", "Läcker det?", "no", "Nej")));
        em.flush();

        ByteArrayOutputStream out = new ByteArrayOutputStream();
        export().write(anna, out);
        String text = out.toString(java.nio.charset.StandardCharsets.UTF_8);
        assertThat(text).doesNotContain("Bos hemliga", "bo@example.org", "Kommunens svar", "PBKDF2");
        JsonObject file =
                Json.createReader(new ByteArrayInputStream(out.toByteArray())).readObject();
        assertThat(file.getJsonObject("account").getString("email")).isEqualTo(ANNA);
        assertThat(file.getJsonArray("reports").getJsonObject(0).getString("url"))
                .isEqualTo("https://fixa.example/rapport/" + mine.id());
        assertThat(file.getJsonArray("reports")
                        .getJsonObject(0)
                        .getJsonArray("answers")
                        .toString())
                .isEqualTo("[{\"question\":\"Stolpens \\\"nummer\\\"?\",\"answer\":\"17 B\"},"
                        + "{\"question\":\"Läcker det?\",\"answer\":\"Nej\"}]");
        assertThat(file.getJsonArray("updates").getJsonObject(0).getString("text"))
                .isEqualTo("Den lyser inte alls nu.");
        assertThat(file.getJsonArray("sessions")).hasSize(1);
    }

    @Test
    void thePersonGoesAndTheWordsStay() {
        Report mine = report(ANNA, "Lampan är trasig", true);
        mine.belongTo(anna.accountId());
        Report byMailAlone = report(ANNA, "Ett hål i vägen", true);
        Report unconfirmed = report(ANNA, "Klotter på muren", false);
        Report other = report("bo@example.org", "Skräp i parken", true);
        ReportUpdate words = update(other, Actor.RESIDENT, anna.accountId(), ANNA, "Jag ser det också.");
        ReportUpdate bos = update(mine, Actor.RESIDENT, null, "bo@example.org", "Jag med.");
        em.flush();
        em.createNativeQuery(
                        "insert into moderation_original (id, report_id, subject, subject_id, field, text, moderated_at)"
                                + " values (1, ?1, 'REPORT', ?1, 'title', 'Anna Andersson bor här', utc_timestamp(6))")
                .setParameter(1, mine.id())
                .executeUpdate();
        em.createNativeQuery("insert into subscription (id, report_id, account_id, email, language, state, created_at,"
                        + " version) values (1, ?1, ?2, ?3, 'sv', 'ACTIVE', utc_timestamp(6), 1)")
                .setParameter(1, other.id())
                .setParameter(2, anna.accountId())
                .setParameter(3, ANNA)
                .executeUpdate();

        assertThat(erasure.outlook(anna).reports()).isEqualTo(3);
        assertThat(erasure.erase(anna, "fel lösenord")).isEqualTo(ErasureResult.WRONG);
        assertThat(erasure.erase(anna, Door.PASSWORD)).isEqualTo(ErasureResult.ERASED);
        flushAndClear();

        assertThat(em.find(Report.class, mine.id())).satisfies(report -> {
            assertThat(report.title()).isEqualTo("Lampan är trasig");
            assertThat(report.isListed()).isTrue();
            assertThat(report.reporter().isForgotten()).isTrue();
            assertThat(report.reporterAccount()).isNull();
        });
        assertThat(em.find(Report.class, byMailAlone.id()).reporter().isForgotten())
                .isTrue();
        assertThat(em.find(Report.class, unconfirmed.id())).isNull();
        assertThat(em.find(Report.class, other.id()).reporter().email()).isEqualTo("bo@example.org");
        assertThat(em.find(ReportUpdate.class, words.id())).satisfies(update -> {
            assertThat(update.text()).isEqualTo("Jag ser det också.");
            assertThat(update.email()).isNull();
            assertThat(update.name()).isNull();
        });
        assertThat(em.find(ReportUpdate.class, bos.id()).email()).isEqualTo("bo@example.org");
        assertThat(door.accounts.find(ANNA)).isEmpty();
        assertThat(door.count("account_session")).isZero();
        assertThat(door.count("subscription")).isZero();
        assertThat(door.count("moderation_original")).isZero();
        assertThat(door.count("audit_entry where action = 'account.erased'")).isEqualTo(1);
    }

    @Test
    void aThousandReportsTakeNoMoreStatementsThanOne() {
        long few = statements(() -> erasure.erase(anna, Door.PASSWORD));
        Account bo = door.resident("bo@example.org");
        Caller caller = door.caller("bo@example.org");
        for (int i = 0; i < 1000; i++) {
            report("bo@example.org", "Lampan är trasig " + i, true).belongTo(bo.id());
        }
        flushAndClear();
        long many = statements(() -> erasure.erase(caller, Door.PASSWORD));
        assertThat(door.count("report where reporter_email is null")).isEqualTo(1000);
        assertThat(many).isLessThanOrEqualTo(few + 2).isLessThan(50);
    }

    private PersonOnRequest onRequest() {
        ModerationErasure moderation = new ModerationErasure(em, new AbuseReporters(new ServerKeys(em)));
        return new PersonOnRequest(em, door.accounts, new Forgetting(em, door.proofs, moderation, door.audit));
    }

    private Caller operator() {
        Account account = door.resident("drift@example.org");
        account.becomeOperator();
        em.flush();
        return door.caller("drift@example.org");
    }

    @Test
    void whoHasNoAccountIsErasedOnRequest() {
        Report mine = report("bo@example.org", "Ett hål i vägen", true);
        report("bo@example.org", "Klotter på muren", false);
        Report annas = report(ANNA, "Lampan är trasig", true);
        ReportUpdate words = update(annas, Actor.RESIDENT, null, "bo@example.org", "Jag med.");
        flushAndClear();
        Caller operator = operator();

        assertThat(onRequest().holdings(operator, " bo@example.org ")).hasValueSatisfying(found -> {
            assertThat(found.account()).isFalse();
            assertThat(found.reports()).isEqualTo(2);
            assertThat(found.open()).isEqualTo(1);
            assertThat(found.updates()).isEqualTo(1);
        });
        assertThat(onRequest().erase(operator, "bo", "Dnr 17")).isEqualTo("person.email-wrong");
        assertThat(onRequest().erase(operator, "bo@example.org", " ")).isEqualTo("person.reference-missing");
        assertThat(onRequest().erase(operator, "bo@example.org", "bo@example.org"))
                .isEqualTo("person.reference-missing");
        assertThat(onRequest().erase(operator, "bo@example.org", "Dnr 17")).isEmpty();
        flushAndClear();

        assertThat(em.find(Report.class, mine.id()).reporter().isForgotten()).isTrue();
        assertThat(em.find(ReportUpdate.class, words.id()).email()).isNull();
        assertThat(em.find(Report.class, annas.id()).reporter().email()).isEqualTo(ANNA);
        assertThat(door.count("report")).isEqualTo(2);
        assertThat(door.accounts.find(ANNA)).isPresent();
        assertThat(door.count("audit_entry where action = 'person.erased' and subject = 'person:Dnr 17'"))
                .isEqualTo(1);
        assertThat(onRequest().erase(operator, "bo@example.org", "Dnr 17")).isEqualTo("person.nothing");
    }

    @Test
    void anAccountIsErasedOnRequestUnlessItWorksHereOrIsKeptBack() {
        Report mine = report(ANNA, "Lampan är trasig", true);
        mine.belongTo(anna.accountId());
        em.flush();
        Caller operator = operator();
        em.createNativeQuery("insert into report_hold (report_id, reason, held_at, held_by)"
                        + " values (?1, 'Dnr 3', utc_timestamp(6), ?2)")
                .setParameter(1, mine.id())
                .setParameter(2, operator.accountId())
                .executeUpdate();
        assertThat(onRequest().erase(operator, ANNA, "Dnr 17")).isEqualTo("person.held");
        em.createNativeQuery("delete from report_hold").executeUpdate();
        assertThat(onRequest().erase(operator, "drift@example.org", "Dnr 17")).isEqualTo("person.staff");
        door.staff("adam@example.org", "1763", Role.CASEWORKER);
        assertThat(onRequest().erase(operator, "adam@example.org", "Dnr 17")).isEqualTo("person.staff");

        assertThat(onRequest().erase(operator, ANNA, "Dnr 17")).isEmpty();
        flushAndClear();
        assertThat(door.accounts.find(ANNA)).isEmpty();
        assertThat(em.find(Report.class, mine.id()).reporter().isForgotten()).isTrue();
        assertThat(door.count("audit_entry where action = 'account.erased'")).isEqualTo(1);
    }

    @Test
    void onlyAnOperatorLooksUpOrErases() {
        assertThatThrownBy(() -> onRequest().holdings(anna, ANNA)).isInstanceOf(NotPermitted.class);
        assertThatThrownBy(() -> onRequest().erase(anna, ANNA, "Dnr 17")).isInstanceOf(NotPermitted.class);
    }

    private long statements(Runnable work) {
        em.flush();
        long before = asked();
        work.run();
        em.flush();
        return asked() - before;
    }

    private long asked() {
        Object[] row = (Object[])
                em.createNativeQuery("show session status like 'Questions'").getSingleResult();
        return Long.parseLong(row[1].toString());
    }

    @Test
    void theLastAdministratorIsWarned() {
        door.staff("adam@example.org", "1763", Role.ADMINISTRATOR);
        Caller adam = door.caller("adam@example.org");
        assertThat(erasure.outlook(adam).lastAdministratorOf()).containsExactly("1763");
        door.staff("beda@example.org", "1763", Role.ADMINISTRATOR);
        assertThat(erasure.outlook(adam).lastAdministratorOf()).isEmpty();
        assertThat(erasure.outlook(adam).lastOperator()).isFalse();
    }

    @Test
    void whoHasNoPasswordWritesTheWord() {
        em.find(Account.class, anna.accountId()).setPasswordHash(null);
        em.flush();
        assertThat(erasure.erase(anna, "nej")).isEqualTo(ErasureResult.WRONG);
        assertThat(erasure.erase(anna, " Radera ")).isEqualTo(ErasureResult.ERASED);
    }

    @Test
    void aCommentThatWasConfirmedThroughTheMailboxIsTheAccounts() {
        Report other = report("bo@example.org", "Ett hål i vägen", true);
        ReportUpdate mine = update(other, Actor.RESIDENT, null, ANNA, "Jag ser det också.");
        ReportUpdate strangers = update(other, Actor.RESIDENT, null, "eva@example.org", "Jag med.");
        ReportUpdate answer = update(other, Actor.AUTHORITY, null, null, "Vi kommer.");
        em.flush();
        Claims claims = new Claims(em, door.accounts);
        for (ReportUpdate update : java.util.List.of(mine, strangers, answer)) {
            claims.published(new UpdatePublished(update.id(), other.id(), 0));
        }
        flushAndClear();
        assertThat(new PersonalPages(em).updates(anna, 0))
                .extracting(MyUpdate::id)
                .containsExactly(mine.id());
        assertThat(em.find(ReportUpdate.class, strangers.id()).accountId()).isNull();
        assertThat(em.find(ReportUpdate.class, answer.id()).accountId()).isNull();
    }

    /** What was confirmed before there was an account, or by somebody not signed in; not what anybody may have typed. */
    @Test
    void theFileHoldsWhatWasConfirmedWithTheAddressAlone() {
        Report mine = report(ANNA, "Lampan är trasig", true);
        report(ANNA, "Nån annans påhitt", false);
        Report other = report("bo@example.org", "Ett hål i vägen", true);
        update(other, Actor.RESIDENT, null, ANNA, "Jag ser det också.");
        em.persist(ReportUpdate.byResident(
                other.id(),
                Actor.RESIDENT,
                null,
                "Anna",
                ANNA,
                true,
                Language.SV,
                "Aldrig bekräftat.",
                false,
                clock.instant()));
        subscription(1, other, "utc_timestamp(6)");
        subscription(2, mine, "null");
        em.flush();

        JsonObject file = written();
        assertThat(file.getJsonArray("reports")).hasSize(1);
        assertThat(file.getJsonArray("reports").getJsonObject(0).getString("title"))
                .isEqualTo("Lampan är trasig");
        assertThat(file.getJsonArray("updates")).hasSize(1);
        assertThat(file.getJsonArray("updates").getJsonObject(0).getString("text"))
                .isEqualTo("Jag ser det också.");
        assertThat(file.getJsonArray("subscriptions")).hasSize(1);
    }

    @Test
    void theFileHoldsEveryPortionOnce() {
        for (int i = 0; i < 2 * PersonalRows.PORTION + 1; i++) {
            Report report = report(ANNA, "Lampan är trasig " + i, true);
            if (i % 2 == 0) {
                report.belongTo(anna.accountId());
            }
        }
        em.flush();
        assertThat(written().getJsonArray("reports").getValuesAs(JsonObject.class))
                .extracting(report -> report.getString("title"))
                .doesNotHaveDuplicates()
                .hasSize(2 * PersonalRows.PORTION + 1);
    }

    private JsonObject written() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        export().write(anna, out);
        return Json.createReader(new ByteArrayInputStream(out.toByteArray())).readObject();
    }

    private void subscription(long id, Report report, String confirmedAt) {
        em.flush();
        em.createNativeQuery(
                        "insert into subscription (id, report_id, email, language, state, created_at, confirmed_at,"
                                + " version) values (?1, ?2, ?3, 'sv', 'ACTIVE', utc_timestamp(6), " + confirmedAt
                                + ", 1)")
                .setParameter(1, id)
                .setParameter(2, report.id())
                .setParameter(3, ANNA)
                .executeUpdate();
    }

    @Test
    void aCrowdIsAnsweredAndNobodyForgotten() {
        assertThat(erasure(Door.crowded(em, clock)).erase(anna, Door.PASSWORD)).isEqualTo(ErasureResult.BUSY);
        assertThat(door.accounts.find(ANNA)).isPresent();
    }
}
