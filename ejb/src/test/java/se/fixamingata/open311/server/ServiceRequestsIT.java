package se.fixamingata.open311.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.fixamingata.DatabaseTest;
import se.fixamingata.report.Report;
import se.fixamingata.report.ReportRow;
import se.fixamingata.report.ReportStatus;
import se.fixamingata.report.StatusGroup;
import se.fixamingata.report.Visibility;
import se.fixamingata.shared.Language;
import se.fixamingata.shared.PageMark;

class ServiceRequestsIT extends DatabaseTest {

    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final Reader KEYED = new Reader("1763", true, Language.SV);
    private static final Reader FOREIGN = new Reader("0180", true, Language.SV);

    private ServiceRequests requests;

    @BeforeEach
    void setUp() {
        ReportRow.addMunicipalities(em);
        clock.set(NOW);
        requests = new ServiceRequests(em, clock);
    }

    /** Sections 2.6 and 3.3, rule 6.1.9. */
    @Test
    void everyFilterAndEveryPageAgreeWithLookingAtAll() {
        List<ReportRow> rows = scattered(900);
        ReportRow.addAll(em, rows);
        Instant month = NOW.minus(Duration.ofDays(30));
        for (Reader reader : List.of(Reader.ANYBODY, KEYED, FOREIGN)) {
            for (String authority : new String[] {null, "1763", "0180"}) {
                Predicate<ReportRow> seen = row -> sees(row, reader)
                        && (authority == null || row.municipality().equals(authority));
                Predicate<ReportRow> young =
                        seen.and(row -> !row.confirmedAt().isBefore(NOW.minus(Duration.ofDays(90))));
                agree(rows, young, newest(), authority, reader);
                agree(
                        rows,
                        young.and(row -> row.status().group() == StatusGroup.OPEN),
                        newest(),
                        authority,
                        reader,
                        "status",
                        "open");
                agree(
                        rows,
                        young.and(row -> row.category().equals("graffiti")),
                        newest(),
                        authority,
                        reader,
                        "service_code",
                        "graffiti,nothing");
                agree(
                        rows,
                        young.and(row -> !row.confirmedAt().isBefore(month)
                                && row.position().lat() < 59.5),
                        newest(),
                        authority,
                        reader,
                        "start_date",
                        month.toString(),
                        "bbox",
                        "12,58,15,59.4999999");
                agree(
                        rows,
                        seen.and(row -> !row.changedAt().isBefore(month)),
                        changed(),
                        authority,
                        reader,
                        "updated_after",
                        month.toString());
                agree(
                        rows,
                        seen.and(row -> !row.changedAt().isBefore(month) && row.status() == ReportStatus.FIXED),
                        changed(),
                        authority,
                        reader,
                        "updated_after",
                        month.toString(),
                        "status",
                        "fixed");
            }
        }
    }

    /** Rule 6.1.9. */
    @Test
    void aListThatWasCutIsContinuedAtItsLastSecond() {
        List<ReportRow> rows = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            // Four in each second.
            rows.add(row(i + 1).confirmed(NOW.minusMillis(250L * i + 10)));
        }
        ReportRow.addAll(em, rows);
        List<Long> first = ids(null, Reader.ANYBODY, "page_size", "10");
        assertThat(first).hasSize(10).isSortedAccordingTo(Comparator.naturalOrder());
        ServiceRequest last = list(null, Reader.ANYBODY, "page_size", "10").get(9);
        String end = last.requested().toString().replaceFirst("\\..*Z", "Z");
        List<Long> rest = ids(null, Reader.ANYBODY, "end_date", end);
        assertThat(Stream.concat(first.stream(), rest.stream()).distinct()).hasSize(40);
    }

    /** Rule 6.1.9: counting pages skips what moves up when something above it goes; a cursor skips and repeats nothing. */
    @Test
    void aListIsContinuedWhereItEndedWhateverComesAndGoesMeanwhile() {
        List<ReportRow> rows = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            // Three at each moment.
            Instant at = NOW.minusSeconds(60L * (i / 3));
            rows.add(row(i + 1).confirmed(at).changed(at).with(i % 7 == 0 ? Visibility.PRIVATE : Visibility.PUBLIC));
        }
        ReportRow.addAll(em, rows);
        for (String changes : new String[] {"", "2026-01-01"}) {
            for (Reader reader : List.of(Reader.ANYBODY, KEYED)) {
                for (String authority : new String[] {null, "1763"}) {
                    List<Long> all = ids(authority, reader, "updated_after", changes);
                    assertThat(swept(authority, reader, changes)).containsExactlyElementsOf(all);
                }
            }
        }
    }

    /** All pages of four, one after the other; after each page the first of it is hidden, and something new comes. */
    private List<Long> swept(String authority, Reader reader, String changes) {
        List<Long> swept = new ArrayList<>();
        List<Long> hidden = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            Arguments arguments = arguments("page_size", "4", "cursor", cursor, "updated_after", changes);
            List<ServiceRequest> page = requests.list(arguments, authority, reader);
            page.forEach(one -> swept.add(one.id()));
            cursor = requests.next(arguments, page).map(PageMark::text).orElse(null);
            if (!page.isEmpty()) {
                hidden.add(page.get(0).id());
                visibility(page.get(0).id(), "HIDDEN", 0);
            }
        }
        hidden.forEach(id -> visibility(id, (id - 1) % 7 == 0 ? "PRIVATE" : "PUBLIC", (id - 1) % 7 == 0 ? 0 : 1));
        return swept;
    }

    private void visibility(long id, String visibility, int listed) {
        em.createNativeQuery("update report set visibility = ?1, listed = ?2 where id = ?3")
                .setParameter(1, visibility)
                .setParameter(2, listed)
                .setParameter(3, id)
                .executeUpdate();
    }

    @Test
    void nothingFollowsAPageThatIsNotFull() {
        ReportRow.add(em, row(1), row(2));
        Arguments three = arguments("page_size", "3");
        assertThat(requests.next(three, requests.list(three, null, Reader.ANYBODY)))
                .isEmpty();
        Arguments numbers = arguments("service_request_id", "1,2", "page_size", "2");
        assertThat(requests.next(numbers, requests.list(numbers, null, Reader.ANYBODY)))
                .isEmpty();
    }

    /** Section 3.3: a copy that asks what has changed lost what was hidden, and gets it back. */
    @Test
    void whatIsShownAgainHasChanged() {
        Instant old = NOW.minus(Duration.ofDays(400));
        ReportRow.add(
                em, row(1).confirmed(old).changed(old), row(2).confirmed(old).changed(old));
        String lately = NOW.minus(Duration.ofDays(1)).toString();
        for (long id : new long[] {1, 2}) {
            em.find(Report.class, id).show(Visibility.HIDDEN, NOW.minusSeconds(60));
        }
        flushAndClear();
        assertThat(ids(null, KEYED, "updated_after", lately)).isEmpty();
        em.find(Report.class, 1L).show(Visibility.PUBLIC, NOW);
        em.find(Report.class, 2L).show(Visibility.PRIVATE, NOW);
        flushAndClear();
        assertThat(ids(null, Reader.ANYBODY, "updated_after", lately)).containsExactly(1L);
        assertThat(ids("1763", KEYED, "updated_after", lately)).containsExactlyInAnyOrder(1L, 2L);
    }

    @Test
    void whatBecomesPublicHasChanged() {
        Instant old = NOW.minus(Duration.ofDays(400));
        ReportRow.add(em, row(1).confirmed(old).changed(old).with(Visibility.PRIVATE));
        em.find(Report.class, 1L).categorise("graffiti", false, NOW);
        flushAndClear();
        assertThat(ids(
                        null,
                        Reader.ANYBODY,
                        "updated_after",
                        NOW.minusSeconds(60).toString()))
                .containsExactly(1L);
    }

    @Test
    void wordsAreLookedForInWhatFitsTheRest() {
        ReportRow.add(em, row(1), row(2), row(3).with(Visibility.PRIVATE), row(4).with(ReportStatus.FIXED));
        for (long id = 1; id <= 4; id++) {
            em.createNativeQuery("update report set description = 'Bänken är 100% trasig', address = 'Storgatan'"
                            + " where id = ?1 and id <> 2")
                    .setParameter(1, id)
                    .executeUpdate();
        }
        assertThat(ids(null, Reader.ANYBODY, "q", "bänken storgatan")).containsExactlyInAnyOrder(1L, 4L);
        assertThat(ids("1763", KEYED, "q", "100%", "status", "open")).containsExactlyInAnyOrder(1L, 3L);
        assertThat(ids(null, KEYED, "q", "bänken", "page_size", "2", "page", "2"))
                .hasSize(1);
        assertThat(ids(null, Reader.ANYBODY, "q", "b_nken")).isEmpty();
        assertThat(ids(null, Reader.ANYBODY, "q", "' or 1=1 --")).isEmpty();
    }

    /** Section 3.3. */
    @Test
    void aPageBeyondTheEndIsEmpty() {
        ReportRow.add(em, row(1), row(2));
        assertThat(ids(null, Reader.ANYBODY, "page", "2")).isEmpty();
        assertThat(ids("1763", KEYED, "page", "51")).isEmpty();
        assertThat(ids(null, KEYED, "page", "3", "page_size", "1")).isEmpty();
    }

    /** Rule 6.1.8. */
    @Test
    void numbersGiveAllThatThereAreAndOneAloneMustBeThere() {
        ReportRow.add(em, row(1), row(2).confirmed(NOW.minus(Duration.ofDays(400))), row(3).with(Visibility.HIDDEN));
        assertThat(ids(null, Reader.ANYBODY, "service_request_id", "1,2,3,99,x", "status", "closed"))
                .containsExactly(1L, 2L);
        assertThat(ids(null, Reader.ANYBODY, "service_request_id", "98,99")).isEmpty();
        unknown(() -> ids(null, Reader.ANYBODY, "service_request_id", "99"));
        unknown(() -> ids(null, Reader.ANYBODY, "service_request_id", "x"));
        unknown(() -> ids("0180", Reader.ANYBODY, "service_request_id", "1"));
        assertThat(requests.one("1", "1763", Reader.ANYBODY)).hasSize(1);
        unknown(() -> requests.one("1", "0180", Reader.ANYBODY));
        unknown(() -> requests.one("99999999999999999999", null, Reader.ANYBODY));
        unknown(() -> requests.one("1.5", null, Reader.ANYBODY));
    }

    /** Who sees what: everybody's, a private one of the key's authority, of another, hidden, unconfirmed. */
    @Test
    void whatIsNotForEverybodyIsAbsentExceptForItsOwnAuthority() {
        ReportRow.add(
                em,
                row(1),
                row(2).with(Visibility.PRIVATE),
                row(3).with(Visibility.HIDDEN),
                row(4).with(ReportStatus.UNCONFIRMED),
                row(5).with(ReportStatus.UNCONFIRMED).with(Visibility.PRIVATE));
        for (String authority : new String[] {null, "1763"}) {
            assertThat(ids(authority, Reader.ANYBODY)).containsExactly(1L);
            assertThat(ids(authority, FOREIGN)).containsExactly(1L);
            assertThat(ids(authority, KEYED)).containsExactlyInAnyOrder(1L, 2L);
            assertThat(ids(authority, KEYED, "updated_after", "2026-01-01")).containsExactlyInAnyOrder(1L, 2L);
            assertThat(ids(authority, FOREIGN, "updated_after", "2026-01-01")).containsExactly(1L);
            assertThat(ids(authority, KEYED, "service_request_id", "1,2,3,4,5")).containsExactlyInAnyOrder(1L, 2L);
            for (Reader stranger : List.of(Reader.ANYBODY, FOREIGN)) {
                assertThat(ids(authority, stranger, "service_request_id", "1,2,3,4,5"))
                        .containsExactly(1L);
                unknown(() -> requests.one("2", authority, stranger));
            }
            unknown(() -> requests.one("3", authority, KEYED));
            unknown(() -> requests.one("4", authority, KEYED));
            unknown(() -> requests.one("5", authority, KEYED));
        }
    }

    @Test
    void theReporterIsToldOnlyToTheAuthoritysOwnSystem() {
        ReportRow.add(em, row(1));
        em.createNativeQuery("insert into report_answer (report_id, question_code, sort_order, question, value, shown)"
                        + " values (1, 'pole', 1, 'Stolpens nummer', '17', '17')")
                .executeUpdate();
        ServiceRequest own = list(null, KEYED).get(0);
        assertThat(own.confidential().email()).isEqualTo("eva@example.se");
        assertThat(own.confidential().name()).isEqualTo("Eva Ek");
        assertThat(own.confidential().isPrivate()).isFalse();
        assertThat(own.confidential().answers()).isEqualTo(Map.of("pole", "17"));
        assertThat(list(null, FOREIGN).get(0).confidential()).isNull();
        assertThat(list(null, Reader.ANYBODY).get(0).confidential()).isNull();
    }

    @Test
    void theWordsAreTheReasonForTheStatusOrWhatTheAuthorityHasSaidSince() {
        ReportRow.add(em, row(1), row(2), row(3), row(4));
        said(1, 10, "STATUS", "AUTHORITY", "'Vi kommer'", null, false);
        said(1, 11, "STATUS", "AUTHORITY", "'Nu är det lagat'", null, false);
        said(1, 12, "COMMENT", "RESIDENT", "'Tack'", null, false);
        said(1, 13, "NOTE", "AUTHORITY", "'Internt'", null, true);
        said(2, 20, "STATUS", "AUTHORITY", "null", 200L, false);
        said(3, 30, "STATUS", "AUTHORITY", "'Vi kommer'", null, false);
        said(3, 31, "COMMENT", "AUTHORITY", "null", 201L, false);
        words(200, 2, "PUBLISHED", "Står i uppdateringen");
        words(201, 3, "HIDDEN", "Dolt");
        Map<Long, String> words = new HashMap<>();
        list(null, Reader.ANYBODY).forEach(request -> words.put(request.id(), request.words()));
        assertThat(words.get(1L)).isEqualTo("Nu är det lagat");
        assertThat(words.get(2L)).isEqualTo("Står i uppdateringen");
        assertThat(words.get(3L)).isNull();
        assertThat(words.get(4L)).isNull();
    }

    private void said(long report, long id, String kind, String actor, String text, Long update, boolean internal) {
        em.createNativeQuery(
                        "insert into history_entry (id, report_id, at, kind, actor, text, update_id, internal) values ("
                                + id + ", " + report + ", '2026-11-02 12:00:" + id % 60 + "', '" + kind + "', '" + actor
                                + "', " + text
                                + ", null, " + internal + ")")
                .executeUpdate();
        if (update != null) {
            pending.put(id, update);
        }
    }

    private final Map<Long, Long> pending = new HashMap<>();

    private void words(long id, long report, String state, String text) {
        em.createNativeQuery(
                        "insert into report_update (id, report_id, author, show_name, language, text, looks_fixed,"
                                + " state, created_at, version) values (?1, ?2, 'AUTHORITY', false, 'sv', ?3, false, ?4, '2026-11-02', 1)")
                .setParameter(1, id)
                .setParameter(2, report)
                .setParameter(3, text)
                .setParameter(4, state)
                .executeUpdate();
        pending.forEach((entry, update) -> {
            if (update == id) {
                em.createNativeQuery("update history_entry set update_id = " + id + " where id = " + entry)
                        .executeUpdate();
            }
        });
    }

    @Test
    void aCircleIsRound() {
        ReportRow.add(
                em,
                row(1).at(se.fixamingata.position.Position.of(59.5, 13.4)),
                row(2).at(se.fixamingata.position.Position.of(59.5015, 13.403)));
        assertThat(ids(null, Reader.ANYBODY, "lat", "59.5", "long", "13.4", "radius", "200"))
                .containsExactly(1L);
        assertThat(ids(null, Reader.ANYBODY, "lat", "59.5", "long", "13.4", "radius", "300"))
                .containsExactlyInAnyOrder(1L, 2L);
    }

    private void agree(
            List<ReportRow> rows,
            Predicate<ReportRow> fits,
            Comparator<ReportRow> order,
            String authority,
            Reader reader,
            String... arguments) {
        List<Long> expected =
                rows.stream().filter(fits).sorted(order).map(ReportRow::id).toList();
        List<Long> listed = new ArrayList<>();
        for (int page = 1; page <= expected.size() / 150 + 2; page++) {
            String[] paged = Stream.concat(Stream.of(arguments), Stream.of("page", "" + page, "page_size", "150"))
                    .toArray(String[]::new);
            listed.addAll(ids(authority, reader, paged));
        }
        assertThat(listed).as("%s %s %s", authority, reader, List.of(arguments)).isEqualTo(expected);
    }

    private static boolean sees(ReportRow row, Reader reader) {
        return row.listed()
                || row.status() != ReportStatus.UNCONFIRMED
                        && row.visibility() == Visibility.PRIVATE
                        && row.municipality().equals(reader.authorityCode());
    }

    private static Comparator<ReportRow> newest() {
        return Comparator.comparing(ReportRow::confirmedAt)
                .thenComparing(ReportRow::id)
                .reversed();
    }

    private static Comparator<ReportRow> changed() {
        return Comparator.comparing(ReportRow::changedAt)
                .thenComparing(ReportRow::id)
                .reversed();
    }

    private static List<ReportRow> scattered(int number) {
        Random random = new Random(number);
        List<ReportRow> rows = new ArrayList<>();
        ReportStatus[] statuses = ReportStatus.values();
        for (int id = 1; id <= number; id++) {
            Instant confirmed = NOW.minusSeconds(1 + random.nextInt(120 * 86_400));
            rows.add(ReportRow.of(id, 59 + random.nextDouble(), 13 + random.nextDouble())
                    .in(random.nextInt(3) == 0 ? "0180" : "1763")
                    .about(random.nextBoolean() ? "lighting" : "graffiti")
                    .with(statuses[random.nextInt(statuses.length)])
                    .with(Visibility.values()[Math.max(0, random.nextInt(6) - 3)])
                    .confirmed(confirmed)
                    // Each at a moment of its own.
                    .changed(confirmed.plusSeconds(random.nextInt(86_400)).plusNanos(id * 1_000L)));
        }
        return rows;
    }

    private static ReportRow row(long id) {
        return ReportRow.of(id, 59.5, 13.4);
    }

    private List<Long> ids(String authority, Reader reader, String... arguments) {
        return list(authority, reader, arguments).stream()
                .map(ServiceRequest::id)
                .toList();
    }

    private List<ServiceRequest> list(String authority, Reader reader, String... arguments) {
        return requests.list(arguments(arguments), authority, reader);
    }

    private static Arguments arguments(String... namesAndValues) {
        Map<String, String[]> values = new HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            values.put(namesAndValues[i], new String[] {namesAndValues[i + 1]});
        }
        return new Arguments(values);
    }

    private static void unknown(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.status())
                .isEqualTo(404));
    }

    @Test
    void whatAnAuthorityFetchesIsItsOwn() {
        ReportRow.add(em, row(1), row(2).in("0180"));
        assertThat(ServiceRequests.ownedBy("1763", list(null, KEYED))).isEqualTo(Set.of(1L));
    }
}
