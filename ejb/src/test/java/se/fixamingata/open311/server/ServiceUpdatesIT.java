package se.fixamingata.open311.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.fixamingata.DatabaseTest;
import se.fixamingata.HandlerReads;
import se.fixamingata.photo.PhotoLinks;
import se.fixamingata.report.ReportRow;
import se.fixamingata.report.ReportStatus;
import se.fixamingata.report.Visibility;
import se.fixamingata.settings.ServerKeys;
import se.fixamingata.settings.ServiceSettings;
import se.fixamingata.shared.Language;
import se.fixamingata.shared.PageMark;

class ServiceUpdatesIT extends DatabaseTest {

    private static final Reader KEYED = new Reader("1763", true, Language.SV);
    private static final Reader FOREIGN = new Reader("0180", true, Language.SV);

    private ServiceUpdates updates;

    /** Report 1 is public, 2 private, 3 hidden, 4 somebody else's. */
    @BeforeEach
    void story() {
        ReportRow.addMunicipalities(em);
        clock.set(Instant.parse("2026-11-20T12:00:00Z"));
        ReportRow.add(
                em,
                row(1).with(ReportStatus.FIXED),
                row(2).with(Visibility.PRIVATE),
                row(3).with(Visibility.HIDDEN),
                row(4).in("0180"));
        words(101, 1, "RESIDENT", "PUBLISHED", "Fortfarande mörkt");
        words(102, 1, "RESIDENT", "HIDDEN", "Otrevligt");
        words(103, 1, "AUTHORITY", "PUBLISHED", "Lagat");
        words(104, 1, "AUTHORITY", "HIDDEN", "Med någons namn");
        words(105, 2, "RESIDENT", "PUBLISHED", "Privat");
        entry(11, 1, "10:00:00", "CONFIRMED", null, "REPORTER", null, null, false);
        entry(12, 1, "10:01:00", "COMMENT", null, "RESIDENT", 101L, null, false);
        entry(13, 1, "10:02:00", "STATUS", "IN_PROGRESS", "AUTHORITY", null, "Gamla ord", false);
        entry(14, 1, "10:03:00", "COMMENT", null, "RESIDENT", 102L, null, false);
        entry(15, 1, "10:04:00", "NOTE", null, "AUTHORITY", null, "Internt", true);
        entry(16, 1, "10:05:00", "COMMENT", null, "RESIDENT", null, "Bra", false);
        entry(17, 1, "10:06:00.5", "STATUS", "FIXED", "AUTHORITY", 103L, null, false);
        entry(18, 1, "10:07:00", "STATUS", "REPORTED", "AUTHORITY", 104L, null, false);
        entry(21, 2, "10:08:00", "COMMENT", null, "RESIDENT", 105L, null, false);
        entry(31, 3, "10:09:00", "COMMENT", null, "RESIDENT", null, "Dolt", false);
        entry(41, 4, "10:10:00", "STATUS", "PLANNED", "AUTHORITY", null, "Nästa vecka", false);
        updates = new ServiceUpdates(em, clock);
    }

    /** Section 3.1. */
    @Test
    void tellsStatusesAndWordsOldestFirstWithTheStatusOfThatMoment() {
        assertThat(list(null, Reader.ANYBODY))
                .extracting(ServiceUpdate::id, ServiceUpdate::reportId, ServiceUpdate::status, ServiceUpdate::text)
                .containsExactly(
                        tuple(12L, 1L, ReportStatus.REPORTED, "Fortfarande mörkt"),
                        tuple(13L, 1L, ReportStatus.IN_PROGRESS, "Gamla ord"),
                        tuple(16L, 1L, ReportStatus.IN_PROGRESS, "Bra"),
                        tuple(17L, 1L, ReportStatus.FIXED, "Lagat"),
                        tuple(18L, 1L, ReportStatus.REPORTED, null),
                        tuple(41L, 4L, ReportStatus.PLANNED, "Nästa vecka"));
    }

    /** Rule 6.1.10. */
    @Test
    void thoseOfAPrivateReportAreToldToItsAuthorityAlone() {
        assertThat(ids("1763", Reader.ANYBODY)).containsExactly(12L, 13L, 16L, 17L, 18L);
        assertThat(ids("1763", KEYED)).containsExactly(12L, 13L, 16L, 17L, 18L, 21L);
        assertThat(ids(null, KEYED)).containsExactly(12L, 13L, 16L, 17L, 18L, 21L, 41L);
        assertThat(ids(null, FOREIGN)).containsExactly(12L, 13L, 16L, 17L, 18L, 41L);
        assertThat(ids("1763", FOREIGN)).doesNotContain(21L);
        assertThat(ids("1763", FOREIGN, "service_request_id", "2")).isEmpty();
    }

    @Test
    void bothEndsOfTheTimeHoldWithTheirWholeSecond() {
        assertThat(ids(null, Reader.ANYBODY, "start_date", "2026-11-02T10:06:00Z", "end_date", "2026-11-02T10:06:00Z"))
                .containsExactly(17L);
        assertThat(ids(null, Reader.ANYBODY, "start_date", "2026-11-02T11:07:00 01:00"))
                .containsExactly(18L, 41L);
        assertThat(ids(null, Reader.ANYBODY, "end_date", "2026-11-02T10:01:00Z", "start_date", ""))
                .containsExactly(12L);
        assertThat(ids(null, Reader.ANYBODY, "start_date", "2020-01-01")).hasSize(6);
        clock.set(Instant.parse("2027-11-20T12:00:00Z"));
        assertThat(ids(null, Reader.ANYBODY)).isEmpty();
        assertThatThrownBy(() -> ids(null, Reader.ANYBODY, "start_date", "nyss"))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void comesInPagesAndOfSingleReports() {
        assertThat(ids(null, Reader.ANYBODY, "page", "2", "page_size", "4")).containsExactly(18L, 41L);
        assertThat(ids(null, Reader.ANYBODY, "page", "9", "page_size", "4")).isEmpty();
        assertThat(ids(null, Reader.ANYBODY, "service_request_id", "4,3,99")).containsExactly(41L);
        assertThat(ids(null, Reader.ANYBODY, "service_request_id", "x")).isEmpty();
    }

    /** As requests are: what is hidden meanwhile makes the list shorter, and nothing of the rest is skipped. */
    @Test
    void isContinuedWhereItEnded() {
        Arguments first = arguments("page_size", "2");
        List<ServiceUpdate> page = updates.list(first, null, KEYED);
        String cursor = updates.next(first, page).map(PageMark::text).orElseThrow();
        em.createNativeQuery("update report_update set state = 'HIDDEN' where id = 101")
                .executeUpdate();
        assertThat(ids(null, KEYED, "page_size", "2", "cursor", cursor)).containsExactly(16L, 17L);
        assertThat(ids(null, KEYED, "cursor", cursor)).containsExactly(16L, 17L, 18L, 21L, 41L);
        Arguments all = arguments("page_size", "100");
        assertThat(updates.next(all, updates.list(all, null, KEYED))).isEmpty();
        assertThatThrownBy(() -> ids(null, KEYED, "cursor", "2")).isInstanceOf(Refusal.class);
    }

    /** Neither the reports of a large authority nor everybody's entries are read for a page, whosever it is. */
    @Test
    void aPageReadsLittleOfWhicheverAuthority() {
        many("0180", 8_000, "2026-10-01");
        many("1763", 100, "2026-10-20");
        assertThat(reads("0180")).isLessThan(1_500);
        assertThat(reads("1763")).isLessThan(1_500);
        assertThat(reads("1763", "start_date", "2026-11-20T11:00:00Z")).isLessThan(100);
        assertThat(ids("1763", Reader.ANYBODY, "end_date", "2026-10-31"))
                .hasSize(100)
                .isSorted();
    }

    private long reads(String authority, String... arguments) {
        List<String> all = new ArrayList<>(List.of("page_size", "50"));
        all.addAll(List.of(arguments));
        // How large the authority is, is counted once an hour.
        list(authority, Reader.ANYBODY, all.toArray(String[]::new));
        return HandlerReads.of(em, () -> list(authority, Reader.ANYBODY, all.toArray(String[]::new)));
    }

    /** Reports with one entry each, a minute after the other. */
    private void many(String authority, int number, String from) {
        long first = Long.parseLong(authority) * 10_000;
        em.createNativeQuery(
                        "insert into report (id, municipality_code, authority_code, category_code, status, visibility,"
                                + " listed, title, description, lat, lon, cell, show_name, language, source, submitted_at,"
                                + " confirmed_at, changed_at, version) select ?1 + seq, ?2, ?2, 'lighting', 'FIXED', 'PUBLIC', 1,"
                                + " 'Mörk lykta', 'Den lyser inte', 59, 18, 1, 0, 'sv', 'WEB', ?3, ?3, ?3, 1 from seq_1_to_8000 where"
                                + " seq <= ?4")
                .setParameter(1, first)
                .setParameter(2, authority)
                .setParameter(3, from)
                .setParameter(4, number)
                .executeUpdate();
        em.createNativeQuery("insert into history_entry (id, report_id, at, kind, to_status, actor) select id, id,"
                        + " confirmed_at + interval id - ?1 minute, 'STATUS', 'FIXED', 'AUTHORITY' from report where"
                        + " authority_code = ?2 and id > ?1")
                .setParameter(1, first)
                .setParameter(2, authority)
                .executeUpdate();
    }

    @Test
    void photosAreLinkedAndThoseOfPrivateReportsSealed() {
        photo("aaaaaaaaaaaaaaaaaaaaaa", 103, false);
        photo("bbbbbbbbbbbbbbbbbbbbbb", 103, true);
        photo("cccccccccccccccccccccc", 104, false);
        photo("dddddddddddddddddddddd", 105, false);
        PhotoLinks links = new PhotoLinks(new ServerKeys(em), clock);
        UpdateWriter writer = new UpdateWriter(new ServiceSettings("https://fmg.test", "", false), links);
        List<ServiceUpdate> all = list("1763", KEYED);
        String json = new String(
                AnswerWriter.bytes(AnswerFormat.JSON, out -> writer.write(out, all, KEYED)), StandardCharsets.UTF_8);
        assertThat(json)
                .contains("{\"update_id\":\"17\",\"service_request_id\":\"1\",\"status\":\"FIXED\","
                        + "\"updated_datetime\":\"2026-11-02T10:06:00Z\",\"description\":\"Lagat\","
                        + "\"media_url\":[\"https://fmg.test/bild/aaaaaaaaaaaaaaaaaaaaaa/full\"]}")
                .contains(
                        "\"status\":\"OPEN\",\"updated_datetime\":\"2026-11-02T10:07:00Z\",\"description\":\"\",\"media_url\":[]")
                .contains("https://fmg.test/bild/dddddddddddddddddddddd/full?"
                        + links.proof("dddddddddddddddddddddd", "1763"))
                .doesNotContain("bbbbbb", "cccccc");
    }

    private void photo(String id, long update, boolean hidden) {
        em.createNativeQuery(
                        "insert into photo (id, update_id, sort_order, file_name, width, height, uploaded_at, hidden)"
                                + " values (?1, ?2, 1, 'a.jpg', 1, 1, '2026-11-02', ?3)")
                .setParameter(1, id)
                .setParameter(2, update)
                .setParameter(3, hidden)
                .executeUpdate();
    }

    private void words(long id, long report, String author, String state, String text) {
        em.createNativeQuery(
                        "insert into report_update (id, report_id, author, show_name, language, text, looks_fixed,"
                                + " state, created_at, version) values (?1, ?2, ?3, false, 'sv', ?4, false, ?5, '2026-11-02', 1)")
                .setParameter(1, id)
                .setParameter(2, report)
                .setParameter(3, author)
                .setParameter(4, text)
                .setParameter(5, state)
                .executeUpdate();
    }

    private void entry(
            long id,
            long report,
            String time,
            String kind,
            String to,
            String actor,
            Long update,
            String text,
            boolean internal) {
        em.createNativeQuery(
                        "insert into history_entry (id, report_id, at, kind, to_status, actor, update_id, text, internal)"
                                + " values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)")
                .setParameter(1, id)
                .setParameter(2, report)
                .setParameter(3, "2026-11-02 " + time)
                .setParameter(4, kind)
                .setParameter(5, to)
                .setParameter(6, actor)
                .setParameter(7, update)
                .setParameter(8, text)
                .setParameter(9, internal)
                .executeUpdate();
    }

    private static ReportRow row(long id) {
        return ReportRow.of(id, 59.5, 13.4);
    }

    private Stream<Long> stream(String authority, Reader reader, String... arguments) {
        return list(authority, reader, arguments).stream().map(ServiceUpdate::id);
    }

    private List<Long> ids(String authority, Reader reader, String... arguments) {
        return stream(authority, reader, arguments).toList();
    }

    private List<ServiceUpdate> list(String authority, Reader reader, String... arguments) {
        return updates.list(arguments(arguments), authority, reader);
    }

    private static Arguments arguments(String... namesAndValues) {
        Map<String, String[]> values = new HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            values.put(namesAndValues[i], new String[] {namesAndValues[i + 1]});
        }
        return new Arguments(values);
    }
}
