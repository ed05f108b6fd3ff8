package se.fixamingata.inbox;

import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import se.fixamingata.account.Caller;
import se.fixamingata.account.Membership;
import se.fixamingata.account.Role;
import se.fixamingata.report.Priority;
import se.fixamingata.report.ReportRow;
import se.fixamingata.report.ReportStatus;
import se.fixamingata.report.Visibility;
import se.fixamingata.shared.Language;
import se.fixamingata.shared.SqlTime;

/** Reports of two authorities with what their caseworkers have done, and people who look at them. */
final class DeskScene {

    static final String FORSHAGA = "1763";
    static final String STOCKHOLM = "0180";
    static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    static final Set<String> CATEGORIES = Set.of("lighting", "graffiti", "other", "drain");

    static final Caller KARIN = staff(1, FORSHAGA, Role.CASEWORKER, Set.of());
    static final Caller LARS = staff(2, FORSHAGA, Role.CASEWORKER, Set.of("lighting", "drain"));
    static final Caller READER = staff(3, FORSHAGA, Role.READER, Set.of());
    static final Caller STRANGER = staff(4, STOCKHOLM, Role.ADMINISTRATOR, Set.of());
    static final Caller OPERATOR = new Caller(5, 1, "Odd Operatör", "odd@example.org", Language.SV, true, List.of());
    static final Caller RESIDENT = new Caller(6, 1, "Eva", "eva@example.org", Language.SV, false, List.of());

    private static final List<String> WORDS = List.of("Trasig lampa", "Stort hål", "Klotter på tunneln");

    private DeskScene() {}

    /** A report with its case file. */
    record Case(
            ReportRow report,
            Long assignee,
            Priority priority,
            LocalDate expectedOn,
            LocalDate answerDueOn,
            LocalDate solveDueOn,
            Instant answeredAt,
            Instant newsAt,
            Instant waitingUntil,
            String delivery) {}

    private static Caller staff(long id, String authority, Role role, Set<String> categories) {
        return new Caller(
                id,
                1,
                "Person " + id,
                "person" + id + "@example.org",
                Language.SV,
                false,
                List.of(new Membership(authority, role, categories)));
    }

    /** Municipalities and accounts, for reports to belong to. */
    static void begin(EntityManager em) {
        ReportRow.addMunicipalities(em);
        for (int id = 1; id <= 6; id++) {
            em.createNativeQuery(
                            "insert into account (id, email, name, language, operator, failed_attempts, created_at, version)"
                                    + " values (?, ?, ?, 'sv', 0, 0, '2026-01-01', 1)")
                    .setParameter(1, id)
                    .setParameter(2, "person" + id + "@example.org")
                    .setParameter(3, id == 2 ? "" : "Person " + id)
                    .executeUpdate();
        }
    }

    static List<Case> scattered(int number, long seed) {
        Random random = new Random(seed);
        List<Case> cases = new ArrayList<>();
        for (int id = 1; id <= number; id++) {
            // Rounded, so that many are equal and the order has to fall back on the next key.
            Instant confirmed = NOW.minus(Duration.ofHours(12L * random.nextInt(800)));
            ReportRow report = ReportRow.of(
                            id, 59.53 + random.nextGaussian() * 0.05, 13.48 + random.nextGaussian() * 0.1)
                    .in(random.nextInt(5) == 0 ? STOCKHOLM : FORSHAGA)
                    .about(pick(random, CATEGORIES.stream().sorted().toList()))
                    .with(pick(random, List.of(ReportStatus.values())))
                    .with(pick(random, List.of(Visibility.values())))
                    .saying(
                            pick(random, WORDS),
                            "Det är farligt för alla",
                            random.nextBoolean() ? null : "nära Åsgatan")
                    .confirmed(confirmed)
                    .changed(confirmed.plus(Duration.ofHours(random.nextInt(200))));
            cases.add(new Case(
                    report,
                    random.nextBoolean() ? null : 1L + random.nextInt(3),
                    pick(random, List.of(Priority.values())),
                    random.nextBoolean() ? null : TODAY.plusDays(random.nextInt(40) - 20),
                    TODAY.plusDays(random.nextInt(60) - 30),
                    TODAY.plusDays(random.nextInt(60) - 30),
                    random.nextBoolean() ? null : confirmed.plusSeconds(60),
                    random.nextInt(4) == 0 ? confirmed.plusSeconds(600) : null,
                    random.nextInt(4) == 0 ? NOW.plusSeconds(random.nextInt(200_000) - 100_000) : null,
                    pick(random, List.of("DELIVERED", "DELIVERED", "DUE", "PARKED", "WAITING_FOR_ADDRESS"))));
        }
        return cases;
    }

    private static <T> T pick(Random random, List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    static void add(EntityManager em, List<Case> cases) {
        ReportRow.addAll(em, cases.stream().map(Case::report).toList());
        Connection connection = em.unwrap(Connection.class);
        try (PreparedStatement update = connection.prepareStatement(
                        "update report set assignee_id = ?, priority = ?, expected_on = ?, answer_due_on = ?, solve_due_on = ?, answered_at = ?, news_at = ?, waiting_until = ?"
                                + " where id = ?");
                PreparedStatement insert = connection.prepareStatement(
                        "insert into delivery (id, report_id, authority_code, channel, state, attempts, created_at, next_attempt_at,"
                                + " message_id, version) values (?, ?, ?, 'MAIL', ?, 1, '2026-01-01', '2026-01-01', 'x', 1)")) {
            for (Case one : cases) {
                set(
                        update,
                        one.assignee,
                        one.priority.name(),
                        one.expectedOn == null ? null : one.expectedOn.toString(),
                        one.answerDueOn.toString(),
                        one.solveDueOn.toString(),
                        text(one.answeredAt),
                        text(one.newsAt),
                        text(one.waitingUntil),
                        one.report.id());
                set(insert, one.report.id(), one.report.id(), one.report.municipality(), one.delivery);
            }
            update.executeBatch();
            insert.executeBatch();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void set(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        statement.addBatch();
    }

    private static String text(Instant moment) {
        return moment == null ? null : SqlTime.text(moment);
    }
}
