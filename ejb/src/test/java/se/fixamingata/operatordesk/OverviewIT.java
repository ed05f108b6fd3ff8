package se.fixamingata.operatordesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import se.fixamingata.account.NotPermitted;
import se.fixamingata.shared.PageMark;

/** What needs a look today, and the deliveries of the country. */
class OverviewIT extends OperatorTest {

    @Test
    void countsEachThingThatNeedsALook() {
        clock.set(Instant.parse("2026-11-24T12:00:00Z"));
        Overview overview = new Overview(em, clock);
        assertThat(overview.counts(operator).values()).containsOnly(0L);
        report(1, "1763", "REPORTED");
        delivery(11, 1, "1763", "PARKED");
        delivery(12, 1, "1763", "BOUNCED");
        delivery(13, 1, "1763", "WAITING_FOR_ADDRESS");
        delivery(14, 1, "1763", "DELIVERED");
        run("insert into site_message (id, level, text_sv, starts_at, ends_at, version) values"
                + " (1, 'WARNING', 'Snö', '2026-11-24 11:00:00', '2026-11-24 13:00:00', 1),"
                + " (2, 'WARNING', 'Snö', '2026-11-24 11:00:00', '2026-11-24 12:00:00', 1)");
        String job =
                "insert into job_run (id, job, server_id, status, started_by, parameters, started_at) values (%d, '%s',"
                        + " 's', '%s', 'TIMETABLE', '', '2026-11-24')";
        run(job.formatted(1, "a", "FAILED"));
        run(job.formatted(2, "a", "COMPLETED"));
        run(job.formatted(3, "b", "FAILED"));

        assertThat(overview.counts(operator))
                .isEqualTo(Map.of(
                        OverviewTile.DELIVERIES, 2L,
                        OverviewTile.MAILS, 0L,
                        OverviewTile.ALARMS, 0L,
                        OverviewTile.JOBS, 1L,
                        OverviewTile.HOMELESS, 1L,
                        OverviewTile.MODERATION, 0L,
                        OverviewTile.MESSAGES, 1L,
                        OverviewTile.BLOCKED, 0L));
        assertThatThrownBy(() -> overview.counts(resident)).isInstanceOf(NotPermitted.class);
    }

    @Test
    void noLargeTableIsReadWhole() {
        assertThat(plan(Overview.COUNTS, "2026-11-24"))
                .filteredOn(line -> line.matches("(delivery|notification|abuse_report|job_run) .*"))
                .isNotEmpty()
                .noneMatch(line -> line.contains(" ALL "));
    }

    @Test
    void deliveriesOfAStateNewestFirstAndPageByPage() {
        CountryDeliveries reading = new CountryDeliveries(em);
        report(1, "1763", "REPORTED");
        for (int i = 1; i <= 2 * CountryDeliveries.PAGE + 1; i++) {
            delivery(i, 1, i % 2 == 0 ? "1763" : "0180", "PARKED");
        }
        delivery(500, 1, "1763", "DELIVERED");
        run("insert into delivery_attempt (id, delivery_id, started_at, destination, answer) values"
                + " (1, 101, '2026-01-05', 'x', '450 later'), (2, 101, '2026-01-06', 'x', '550 no')");
        List<Long> seen = new ArrayList<>();
        PageMark after = null;
        do {
            List<DeliveryLine> page = reading.page(operator, DeliveryFilter.FAILED, after);
            boolean more = page.size() > CountryDeliveries.PAGE;
            page.stream().limit(CountryDeliveries.PAGE).forEach(line -> seen.add(line.id()));
            after = more ? page.get(CountryDeliveries.PAGE - 1).mark() : null;
        } while (after != null);
        assertThat(seen).hasSize(2 * CountryDeliveries.PAGE + 1).doesNotHaveDuplicates();
        assertThat(reading.page(operator, DeliveryFilter.FAILED, null).get(0)).satisfies(line -> {
            assertThat(line.id()).isEqualTo(101);
            assertThat(line.answer()).isEqualTo("550 no");
            assertThat(line.leased()).isFalse();
        });
        assertThat(reading.counts(operator))
                .containsEntry(DeliveryFilter.FAILED, 101L)
                .containsEntry(DeliveryFilter.WAITING, 0L)
                .doesNotContainKey(DeliveryFilter.DELIVERED);
        assertThat(plan(CountryDeliveries.select(null), "PARKED"))
                .filteredOn(line -> line.startsWith("p "))
                .singleElement()
                .asString()
                .contains("ix_delivery_due")
                .doesNotContain("filesort");
        assertThatThrownBy(() -> reading.page(resident, DeliveryFilter.FAILED, null))
                .isInstanceOf(NotPermitted.class);
        assertThatThrownBy(() -> reading.counts(resident)).isInstanceOf(NotPermitted.class);
    }
}
