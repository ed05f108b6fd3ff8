package se.fixamingata.following;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.fixamingata.DatabaseTest;
import se.fixamingata.report.Report;
import se.fixamingata.report.ReportRow;
import se.fixamingata.shared.Conflicts;
import se.fixamingata.shared.Language;
import se.fixamingata.subscription.Subscription;

/** What the database really says when two are in each other's way, and what becomes of the one that it ends: shown on following. */
class ConflictsIT extends DatabaseTest {

    private static final long REPORT = 7;
    private static final String EMAIL = "kim@example.org";

    private final AtomicInteger tries = new AtomicInteger();

    @BeforeEach
    void somebodyHasAskedBefore() {
        commit(own -> {
            ReportRow.addMunicipalities(own);
            ReportRow.add(own, ReportRow.of(REPORT, 59.53, 13.48));
            new FollowScene(own, clock).following.follow(EMAIL, Language.SV, REPORT);
        });
    }

    private FollowResult follow(EntityManager own) {
        tries.incrementAndGet();
        return new FollowScene(own, clock).following.follow(EMAIL, Language.EN, REPORT);
    }

    private String language() {
        return committed(own -> (String) own.createNativeQuery("select language from subscription where email = ?1")
                .setParameter(1, EMAIL)
                .getSingleResult());
    }

    @Test
    void whoLosesADeadlockIsServedAtTheSecondTry() throws Exception {
        try (Connection other = dataSource().getConnection()) {
            other.setAutoCommit(false);
            manyChanges(other);
            execute(other, "select id from subscription where email = '" + EMAIL + "' for update");
            CompletableFuture<FollowResult> following =
                    CompletableFuture.supplyAsync(() -> Conflicts.retry(() -> committed(this::follow)));
            awaitSomebodyWaiting();

            // They hold the report and want the subscription, this one holds the subscription and wants the report.
            execute(other, "select id from report where id = " + REPORT + " for update");
            other.rollback();

            assertThat(following.get(30, TimeUnit.SECONDS)).isEqualTo(new FollowResult.MailSent(EMAIL));
        }
        assertThat(tries).hasValue(2);
        assertThat(language()).isEqualTo("en");
        List<Subscription> all = committed(own -> new FollowScene(own, clock).subscriptions(REPORT));
        assertThat(all).hasSize(1);
    }

    @Test
    void nothingIsDoneWhenTheRowStaysLocked() throws Exception {
        try (Connection other = dataSource().getConnection()) {
            other.setAutoCommit(false);
            execute(other, "select id from report where id = " + REPORT + " for update");

            assertThatThrownBy(() -> Conflicts.retry(() -> committed(this::followWithoutWaiting)))
                    .isInstanceOf(Conflicts.Busy.class)
                    .matches(busy -> Conflicts.in(busy).isPresent(), "is a conflict");
            other.rollback();
        }
        assertThat(tries).hasValue(3);
        assertThat(language()).isEqualTo("sv");
    }

    private FollowResult followWithoutWaiting(EntityManager own) {
        own.createNativeQuery("set session innodb_lock_wait_timeout = 0").executeUpdate();
        try {
            return follow(own);
        } finally {
            own.createNativeQuery("set session innodb_lock_wait_timeout = default")
                    .executeUpdate();
        }
    }

    @Test
    void aRowThatSomebodyElseHasChangedIsAConflict() {
        assertThatThrownBy(() -> commit(own -> {
                    Report read = own.find(Report.class, REPORT);
                    commit(other -> other.find(Report.class, REPORT).reword("Lampan", "Den är mörk", clock.instant()));
                    read.reword("Lyktan", "Den är släckt", clock.instant());
                }))
                .matches(failure -> Conflicts.in(failure)
                        .filter("OptimisticLockException"::equals)
                        .isPresent());
    }

    /** Of two in a deadlock the database ends the one that has changed less. */
    private static void manyChanges(Connection other) throws SQLException {
        execute(
                other,
                "insert into work_lock (name, locked_until) select concat('conflict-', seq), '1970-01-01' from seq_1_to_200");
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.execute();
        }
    }

    private void awaitSomebodyWaiting() {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(120))
                .until(this::isSomebodyWaiting);
    }

    private boolean isSomebodyWaiting() throws SQLException {
        try (Connection looking = dataSource().getConnection();
                PreparedStatement statement = looking.prepareStatement(
                        "select count(*)" + " from information_schema.innodb_trx where trx_state = 'LOCK WAIT'");
                ResultSet rows = statement.executeQuery()) {
            return rows.next() && rows.getInt(1) > 0;
        }
    }
}
