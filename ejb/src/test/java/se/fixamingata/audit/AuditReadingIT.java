package se.fixamingata.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.fixamingata.DatabaseTest;

/** Filters and pages of the trail. */
class AuditReadingIT extends DatabaseTest {

    private static final Instant FROM = Instant.parse("2026-11-01T00:00:00Z");
    private static final Instant UNTIL = Instant.parse("2026-12-01T00:00:00Z");

    private AuditTrail trail;
    private AuditReading reading;

    @BeforeEach
    void begin() {
        trail = new AuditTrail(em, clock);
        reading = new AuditReading(em);
        for (Object[] one : new Object[][] {{1, "hanna@example.org", "Hanna Ek"}, {2, "adam_x@example.org", ""}}) {
            em.createNativeQuery(
                            "insert into account (id, email, name, language, operator, failed_attempts, created_at,"
                                    + " version) values (?, ?, ?, 'sv', 0, 0, '2026-01-01', 1)")
                    .setParameter(1, one[0])
                    .setParameter(2, one[1])
                    .setParameter(3, one[2])
                    .executeUpdate();
        }
    }

    private static AuditFilter all(String authority) {
        return new AuditFilter(authority, FROM, UNTIL, null, "", "", "");
    }

    private List<String> actions(AuditFilter filter) {
        em.flush();
        return reading.page(filter, null, 100).stream().map(AuditLine::action).toList();
    }

    @Test
    void tellsWhoWhenWhatAndFromWhatToWhat() {
        trail.record(1, "1763", "membership.changed", "account:2", "reader", "caseworker");
        em.flush();
        assertThat(reading.page(all("1763"), null, 10)).singleElement().satisfies(line -> {
            assertThat(line.at()).isEqualTo(clock.instant());
            assertThat(line.name()).isEqualTo("Hanna Ek");
            assertThat(line.email()).isEqualTo("hanna@example.org");
            assertThat(line.subject()).isEqualTo("account:2");
            assertThat(line.subjectName()).as("without a name, the address").isEqualTo("adam_x@example.org");
            assertThat(line.before()).isEqualTo("reader");
            assertThat(line.after()).isEqualTo("caseworker");
        });
        em.createNativeQuery("delete from account where id = 1").executeUpdate();
        assertThat(reading.page(all("1763"), null, 10)).singleElement().satisfies(line -> {
            assertThat(line.accountId()).isEqualTo(1);
            assertThat(line.name()).isNull();
        });
    }

    @Test
    void namesWhoWasMeant() {
        trail.record(2, "1763", "report.assigned", "report:7", "1", "4711");
        trail.record(2, "1763", "report.expected", "report:7", "1", null);
        em.flush();
        assertThat(reading.page(all("1763"), null, 10))
                .extracting(AuditLine::before, AuditLine::after)
                .containsExactly(tuple("1", null), tuple("Hanna Ek", "4711"));
    }

    @Test
    void filters() {
        trail.record(1, "1763", "report.assigned", "report:7", null, "2");
        trail.record(2, "1763", "membership.removed", "account:1", "reader", null);
        trail.record(1, "0180", "report.assigned", "report:8", null, "1");
        trail.record("system", "report.deleted", "report:9", null);
        clock.advance(Duration.ofDays(30));
        trail.record(1, "1763", "report.late", "report:7", null, null);

        assertThat(actions(all("1763"))).containsExactly("membership.removed", "report.assigned");
        assertThat(actions(all(null))).hasSize(4);
        assertThat(actions(new AuditFilter("1763", FROM, UNTIL, 2L, "", "", "")))
                .containsExactly("membership.removed");
        assertThat(actions(new AuditFilter("1763", FROM, UNTIL, null, "hanna", "", "")))
                .containsExactly("report.assigned");
        assertThat(actions(new AuditFilter(null, FROM, UNTIL, null, "system", "", "")))
                .containsExactly("report.deleted");
        assertThat(actions(new AuditFilter("1763", FROM, UNTIL, null, "", "membership", "")))
                .containsExactly("membership.removed");
        assertThat(actions(new AuditFilter(null, FROM, UNTIL, null, "", "", "report:8")))
                .containsExactly("report.assigned");
        assertThat(actions(new AuditFilter("1763", FROM, UNTIL, null, "", "", "report:8")))
                .isEmpty();
        assertThat(actions(new AuditFilter("1763", FROM, UNTIL, null, "%", "", "")))
                .as("no pattern")
                .isEmpty();
        assertThat(actions(new AuditFilter("1763", FROM, UNTIL, null, "m_x", "", "")))
                .containsExactly("membership.removed");
        assertThat(actions(new AuditFilter("1763", FROM, UNTIL, null, "n_na", "", "")))
                .isEmpty();
    }

    /** Many lines of one moment, so that only the number tells them apart. */
    @Test
    void goesThroughAllPagesWithoutLosingOrRepeatingALine() {
        for (int i = 0; i < 45; i++) {
            trail.record(1, "1763", "report.assigned", "report:" + i, null, null);
            if (i % 20 == 0) {
                clock.advance(Duration.ofSeconds(1));
            }
        }
        em.flush();
        List<Long> seen = new ArrayList<>();
        AuditPlace place = null;
        List<AuditLine> page;
        do {
            page = reading.page(all("1763"), place, 10);
            page.forEach(line -> seen.add(line.id()));
            place = page.isEmpty()
                    ? null
                    : AuditPlace.parse(page.get(page.size() - 1).place().text()).orElseThrow();
        } while (!page.isEmpty());
        assertThat(seen).hasSize(45).doesNotHaveDuplicates();
        assertThat(reading.page(all("1763"), null, 100))
                .extracting(AuditLine::id)
                .isEqualTo(seen);
    }

    @Test
    void takesNoNonsenseForAPlace() {
        for (String text : new String[] {null, "", "x", "1-", "-1", "1-2-3", "9".repeat(30) + "-1", "1 or 1=1"}) {
            assertThat(AuditPlace.parse(text)).as(text).isEmpty();
        }
    }
}
