package se.fixamingata.it.inside;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import se.fixamingata.account.Caller;
import se.fixamingata.account.Membership;
import se.fixamingata.account.NotPermitted;
import se.fixamingata.account.Role;
import se.fixamingata.handling.Answer;
import se.fixamingata.handling.AnswerPreview;
import se.fixamingata.handling.CaseHandling;
import se.fixamingata.handling.CaseWork;
import se.fixamingata.handling.Handler;
import se.fixamingata.handling.HandlingResult;
import se.fixamingata.handling.Merging;
import se.fixamingata.handling.call.CallResult;
import se.fixamingata.handling.call.NewCall;
import se.fixamingata.handling.call.OnBehalf;
import se.fixamingata.handling.reading.CaseDossier;
import se.fixamingata.handling.reading.CaseReading;
import se.fixamingata.position.Position;
import se.fixamingata.report.Priority;
import se.fixamingata.report.ReportStatus;
import se.fixamingata.report.Source;
import se.fixamingata.shared.Language;
import se.fixamingata.submission.DraftFields;

/** A report's way through the authority's hands, with the container's transactions, proxies and observers. */
@ExtendWith(ArquillianExtension.class)
public class HandlingIT {

    private static final long ACCOUNT = 9_900_001;
    private static final Caller CALLER = at("1763");

    @Inject
    OnBehalf calls;

    @Inject
    CaseHandling handling;

    @Inject
    CaseWork work;

    @Inject
    Merging merging;

    @Inject
    CaseReading reading;

    @Resource(lookup = "jdbc/fixamingata")
    DataSource database;

    @Deployment
    public static EnterpriseArchive application() {
        return ApplicationUnderTest.with(HandlingIT.class);
    }

    private static Caller at(String authority) {
        return new Caller(
                ACCOUNT,
                1,
                "Hanna Handläggare",
                "hanna@example.org",
                Language.SV,
                false,
                List.of(new Membership(authority, Role.CASEWORKER, Set.of())));
    }

    @BeforeEach
    void account() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(
                    "insert ignore into account (id, email, name, language, operator, failed_attempts, created_at, version)"
                            + " values (" + ACCOUNT
                            + ", 'hanna-inside@example.org', 'Hanna Handläggare', 'sv', 0, 0, utc_timestamp(6), 1)");
            statement.executeUpdate(
                    "insert ignore into membership (id, account_id, authority_code, role, categories, created_at)"
                            + " values (" + ACCOUNT + ", " + ACCOUNT
                            + ", '1763', 'CASEWORKER', '', utc_timestamp(6))");
        }
    }

    private long call(String title) {
        DraftFields fields = new DraftFields(
                59.5286,
                13.4812,
                null,
                null,
                "lighting",
                title,
                "Den blinkar hela natten.",
                "Bo Boende",
                "bo-inside@example.org",
                null,
                false);
        CallResult result = calls.submit(CALLER, new NewCall("1763", fields, Source.PHONE, Language.SV, List.of()));
        return assertInstanceOf(CallResult.Reported.class, result).reportId();
    }

    private int done(HandlingResult result) {
        return assertInstanceOf(HandlingResult.Done.class, result).version();
    }

    private String stored(String query) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }

    @Test
    void everythingThatIsDoneWithAReport() throws SQLException {
        long id = call("Lampan är trasig");
        CaseDossier dossier = reading.open(Handler.of(CALLER), id).orElseThrow();
        assertEquals("Bo Boende", dossier.report().reporter().name());
        assertEquals(1, dossier.events().size());

        int version = done(work.assign(CALLER, id, dossier.report().version(), ACCOUNT));
        version = done(work.prioritise(CALLER, id, version, Priority.HIGH));
        version = done(work.categorise(CALLER, id, version, "trees"));
        version = done(work.move(CALLER, id, version, Position.of(59.5290, 13.4815)));
        version = done(work.ask(CALLER, id, version, "Vilken av lamporna?"));
        version = done(work.release(CALLER, id, version));
        done(work.note(CALLER, id, version, "Ring Bo."));

        Answer answer = Answer.of(id, version, ReportStatus.PLANNED, "Vi byter lampan.");
        AnswerPreview preview = handling.preview(Handler.of(CALLER), answer);
        assertTrue(preview.letter().html().contains("data:image/png;base64,"), "the map stands in the preview");
        assertTrue(preview.problem().isEmpty());
        version = done(handling.answer(Handler.of(CALLER), answer));
        assertInstanceOf(
                HandlingResult.Conflict.class,
                handling.answer(Handler.of(CALLER), Answer.of(id, version - 1, ReportStatus.FIXED, "Klart.")));

        done(work.handOver(CALLER, id, version, "1780", "Er väg."));
        assertEquals("2", stored("select count(distinct authority_code) from delivery where report_id = " + id));
        assertTrue(reading.open(Handler.of(CALLER), id).isEmpty());
        assertEquals("8", stored("select count(*) from history_entry where kind <> 'CONFIRMED' and report_id = " + id));
    }

    @Test
    void mergedAndUndone() throws SQLException {
        long one = call("Lampan är trasig");
        long two = call("Samma lampa");
        int version = reading.find(Handler.of(CALLER), one).orElseThrow().version();
        version = done(merging.merge(CALLER, one, version, two, "Samma lampa."));
        assertEquals(String.valueOf(two), stored("select duplicate_of from report where id = " + one));
        done(merging.undo(CALLER, one, version, null));
        assertEquals("REPORTED", stored("select status from report where id = " + one));
    }

    @Test
    void strangersAreToldThatThereIsNothing() throws SQLException {
        long id = call("Lampan är trasig");
        Caller stranger = at("1780");
        assertThrows(NotPermitted.class, () -> work.note(stranger, id, 0, "Hej"));
        assertThrows(
                NotPermitted.class,
                () -> handling.answer(Handler.of(stranger), Answer.of(id, 0, ReportStatus.FIXED, "Klart.")));
        assertEquals("REPORTED", stored("select status from report where id = " + id));
    }
}
