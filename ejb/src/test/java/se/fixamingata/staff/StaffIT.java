package se.fixamingata.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static se.fixamingata.staff.StaffScene.FORSHAGA;
import static se.fixamingata.staff.StaffScene.STOCKHOLM;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.fixamingata.DatabaseTest;
import se.fixamingata.account.Caller;
import se.fixamingata.account.Membership;
import se.fixamingata.account.NotPermitted;
import se.fixamingata.account.Role;
import se.fixamingata.account.StaffMember;
import se.fixamingata.audit.AuditFilter;
import se.fixamingata.municipality.TestMunicipalities;
import se.fixamingata.report.ReportRow;
import se.fixamingata.report.ReportStatus;
import se.fixamingata.shared.Language;

/** Who decides about an authority's staff, and what follows from it. */
class StaffIT extends DatabaseTest {

    private StaffScene scene;
    private long adam;
    private long hanna;

    @BeforeEach
    void begin() {
        TestMunicipalities.seed(em, clock);
        scene = new StaffScene(em, clock);
        adam = scene.person("Adam", FORSHAGA, Role.ADMINISTRATOR);
        hanna = scene.person("Hanna", FORSHAGA, Role.CASEWORKER);
    }

    private static AuditFilter everything(String authorityCode) {
        return new AuditFilter(authorityCode, Instant.EPOCH, Instant.parse("2100-01-01T00:00:00Z"), null, "", "", "");
    }

    private Map<String, Consumer<Caller>> everyMethod() {
        Map<String, Consumer<Caller>> methods = new LinkedHashMap<>();
        methods.put("list", caller -> scene.staff.list(caller, FORSHAGA));
        methods.put("find", caller -> scene.staff.find(caller, FORSHAGA, hanna));
        methods.put("openReports", caller -> scene.staff.openReports(caller, FORSHAGA, hanna));
        methods.put("change", caller -> scene.staff.change(caller, FORSHAGA, hanna, Role.READER, Set.of()));
        methods.put("remove", caller -> scene.staff.remove(caller, FORSHAGA, hanna));
        methods.put(
                "invite",
                caller ->
                        scene.inviting.invite(caller, FORSHAGA, "ny@example.org", Role.READER, Set.of(), Language.SV));
        methods.put("open", caller -> scene.inviting.open(caller, FORSHAGA));
        methods.put("sendAgain", caller -> scene.inviting.sendAgain(caller, FORSHAGA, 1));
        methods.put("withdraw", caller -> scene.inviting.withdraw(caller, FORSHAGA, 1));
        methods.put("log", caller -> scene.log.page(caller, everything(FORSHAGA), null, 10));
        methods.put("take log", caller -> scene.log.take(caller, everything(FORSHAGA)));
        return methods;
    }

    @Test
    void isTheAdministratorsBusinessAndNobodyElses() {
        List<Long> strangers = List.of(
                hanna,
                scene.person("Lena", FORSHAGA, Role.READER),
                scene.person("Boel", null, null),
                scene.person("Stina", STOCKHOLM, Role.ADMINISTRATOR));
        long lines = scene.count("audit_entry");
        long rows = scene.count("membership");
        for (long stranger : strangers) {
            Caller caller = scene.caller(stranger);
            everyMethod().forEach((name, method) -> assertThatThrownBy(() -> method.accept(caller))
                    .as(name + " by " + caller.name())
                    .isInstanceOf(NotPermitted.class));
            assertThatThrownBy(() -> scene.log.page(caller, everything(null), null, 10))
                    .isInstanceOf(NotPermitted.class);
        }
        assertThatThrownBy(() -> scene.log.page(scene.caller(adam), everything(null), null, 10))
                .as("all of the country's log")
                .isInstanceOf(NotPermitted.class);
        assertThat(scene.count("audit_entry")).isEqualTo(lines);
        assertThat(scene.count("membership")).isEqualTo(rows);
        assertThat(scene.count("invitation")).isZero();
        assertThat(scene.count("notification")).isZero();
    }

    @Test
    void isTheOperatorsBusinessToo() {
        Caller olga = scene.operator();
        everyMethod().forEach((name, method) -> method.accept(olga));
        assertThat(scene.log.page(olga, everything(null), null, 10)).isNotEmpty();
    }

    @Test
    void listsWhoWorksThere() {
        scene.person("Stina", STOCKHOLM, Role.ADMINISTRATOR);
        assertThat(scene.staff.list(scene.caller(adam), FORSHAGA))
                .extracting(StaffRow::name, row -> row.place().role(), StaffRow::secondFactor, StaffRow::lastSeen)
                .containsExactly(
                        tuple("Adam", Role.ADMINISTRATOR, false, null), tuple("Hanna", Role.CASEWORKER, false, null));
        assertThat(scene.staff.find(scene.caller(adam), FORSHAGA, 4711)).isEmpty();
    }

    @Test
    void changesRoleAndCategories() {
        assertThat(scene.staff.change(scene.caller(adam), FORSHAGA, hanna, Role.CASEWORKER, Set.of("lighting", "park")))
                .isEqualTo(new StaffResult.Done(0));
        flushAndClear();
        assertThat(scene.caller(hanna).memberships())
                .containsExactly(new Membership(FORSHAGA, Role.CASEWORKER, Set.of("lighting", "park")));
        assertThat(scene.log
                        .page(scene.caller(adam), everything(FORSHAGA), null, 10)
                        .get(0))
                .satisfies(line -> {
                    assertThat(line.action()).isEqualTo("membership.changed");
                    assertThat(line.name()).isEqualTo("Adam");
                    assertThat(line.subjectName()).isEqualTo("Hanna");
                    assertThat(line.before()).isEqualTo("caseworker");
                    assertThat(line.after()).isEqualTo("caseworker: lighting,park");
                });
        long lines = scene.count("audit_entry");
        scene.staff.change(scene.caller(adam), FORSHAGA, hanna, Role.CASEWORKER, Set.of("lighting", "park"));
        assertThat(scene.count("audit_entry"))
                .as("nothing changed, nothing told")
                .isEqualTo(lines);
        assertThat(scene.staff.change(scene.caller(adam), FORSHAGA, hanna, Role.READER, Set.of("trolleri")))
                .isEqualTo(new StaffResult.Refused("staff.category.unknown"));
    }

    @Test
    void keepsTheLastAdministrator() {
        Caller last = scene.caller(adam);
        assertThat(scene.staff.remove(last, FORSHAGA, adam))
                .isEqualTo(new StaffResult.Refused("staff.last-administrator"));
        assertThat(scene.staff.change(last, FORSHAGA, adam, Role.READER, Set.of()))
                .isEqualTo(new StaffResult.Refused("staff.last-administrator"));
        assertThat(scene.staff.remove(scene.operator(), FORSHAGA, adam))
                .isEqualTo(new StaffResult.Refused("staff.last-administrator"));
        scene.staff.change(last, FORSHAGA, hanna, Role.ADMINISTRATOR, Set.of());
        assertThat(scene.staff.change(last, FORSHAGA, adam, Role.READER, Set.of()))
                .isEqualTo(new StaffResult.Done(0));
    }

    @Test
    void leavesOneOfTwoWhoDemoteEachOtherAtOnce() throws Exception {
        // What the test's own transaction has written is nobody else's yet.
        em.getTransaction().rollback();
        long[] both = committed(own -> {
            TestMunicipalities.seed(own, clock);
            StaffScene there = new StaffScene(own, clock);
            return new long[] {
                there.person("Anna", FORSHAGA, Role.ADMINISTRATOR), there.person("Bo", FORSHAGA, Role.ADMINISTRATOR)
            };
        });
        CyclicBarrier together = new CyclicBarrier(2);
        ExecutorService two = Executors.newFixedThreadPool(2);
        List<Future<StaffResult>> results = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            long by = both[i];
            long whom = both[1 - i];
            results.add(two.submit(() -> {
                Caller caller = committed(own -> new StaffScene(own, clock).caller(by));
                together.await();
                return committed(own ->
                        new StaffScene(own, clock).staff.change(caller, FORSHAGA, whom, Role.CASEWORKER, Set.of()));
            }));
        }
        List<StaffResult> answers = List.of(results.get(0).get(), results.get(1).get());
        two.shutdown();
        assertThat(answers)
                .containsExactlyInAnyOrder(
                        new StaffResult.Done(0), new StaffResult.Refused("staff.last-administrator"));
    }

    @Test
    void raisesNobodyByTheirOwnHand() {
        Caller operator = scene.operator();
        scene.staff.change(operator, FORSHAGA, adam, Role.ADMINISTRATOR, Set.of("park"));
        Caller limited = scene.caller(adam);
        assertThat(scene.staff.change(limited, FORSHAGA, adam, Role.ADMINISTRATOR, Set.of()))
                .isEqualTo(new StaffResult.Refused("staff.own-role"));
        assertThat(scene.staff.change(limited, FORSHAGA, adam, Role.ADMINISTRATOR, Set.of("park", "lighting")))
                .isEqualTo(new StaffResult.Refused("staff.own-role"));
        long own = operator.accountId();
        em.persist(new StaffMember(own, FORSHAGA, Role.READER, Set.of(), clock.instant()));
        em.flush();
        assertThat(scene.staff.change(operator, FORSHAGA, own, Role.CASEWORKER, Set.of()))
                .isEqualTo(new StaffResult.Refused("staff.own-role"));
    }

    private void assigned(long id, String authority, String category, ReportStatus status, long to) {
        ReportRow.add(
                em, ReportRow.of(id, 59.5, 13.4).in(authority).about(category).with(status));
        em.createNativeQuery("update report set assignee_id = ?1 where id = ?2")
                .setParameter(1, to)
                .setParameter(2, id)
                .executeUpdate();
    }

    private List<?> assignees() {
        return em.createNativeQuery("select assignee_id from report order by id")
                .getResultList();
    }

    @Test
    void freesTheReportsOfSomebodyWhoLeaves() {
        assigned(1, FORSHAGA, "lighting", ReportStatus.REPORTED, hanna);
        assigned(2, FORSHAGA, "park", ReportStatus.IN_PROGRESS, hanna);
        assigned(3, FORSHAGA, "park", ReportStatus.FIXED, hanna);
        assigned(4, FORSHAGA, "park", ReportStatus.REPORTED, adam);
        assigned(5, STOCKHOLM, "park", ReportStatus.REPORTED, hanna);
        assertThat(scene.staff.openReports(scene.caller(adam), FORSHAGA, hanna)).isEqualTo(2);

        assertThat(scene.staff.remove(scene.caller(adam), FORSHAGA, hanna)).isEqualTo(new StaffResult.Done(2));
        flushAndClear();
        assertThat(assignees()).isEqualTo(Arrays.asList(null, null, null, adam, hanna));
        assertThat(em.createNativeQuery("select version from report order by id")
                        .getResultList())
                .isEqualTo(List.of(2, 2, 1, 1, 1));
        assertThat(em.createNativeQuery("select report_id, account_id, detail, internal, report_version"
                                + " from history_entry where kind = 'ASSIGNED' order by report_id")
                        .getResultList())
                .usingRecursiveFieldByFieldElementComparator()
                .containsExactly(new Object[] {1L, adam, "", true, 1}, new Object[] {2L, adam, "", true, 1});
        assertThat(scene.count("audit_entry where action = 'report.assigned' and authority_code = '1763'"
                        + " and before_value = '" + hanna + "' and subject in ('report:1', 'report:2')"))
                .isEqualTo(2);
        assertThat(scene.caller(hanna).memberships()).isEmpty();
        assertThat(scene.staff.remove(scene.caller(adam), FORSHAGA, hanna))
                .isEqualTo(new StaffResult.Refused("staff.gone"));
    }

    @Test
    void freesWhatSomebodyMayNotHandleAnyMore() {
        assigned(1, FORSHAGA, "lighting", ReportStatus.REPORTED, hanna);
        assigned(2, FORSHAGA, "park", ReportStatus.REPORTED, hanna);
        assertThat(scene.staff.change(scene.caller(adam), FORSHAGA, hanna, Role.CASEWORKER, Set.of("park")))
                .isEqualTo(new StaffResult.Done(1));
        flushAndClear();
        assertThat(assignees()).isEqualTo(Arrays.asList(null, hanna));
        assertThat(scene.staff.change(scene.caller(adam), FORSHAGA, hanna, Role.READER, Set.of()))
                .isEqualTo(new StaffResult.Done(1));
        assertThat(assignees()).isEqualTo(Arrays.asList(null, null));
    }

    /** One statement each, however many. */
    @Test
    void freesThousands() {
        List<ReportRow> rows = new ArrayList<>();
        for (int id = 1; id <= 3000; id++) {
            rows.add(ReportRow.of(id, 59.5, 13.4));
        }
        ReportRow.addAll(em, rows);
        em.createNativeQuery("update report set assignee_id = ?1")
                .setParameter(1, hanna)
                .executeUpdate();
        assertThat(scene.staff.remove(scene.caller(adam), FORSHAGA, hanna)).isEqualTo(new StaffResult.Done(3000));
        assertThat(scene.count("report where assignee_id is not null")).isZero();
        assertThat(scene.count("history_entry where kind = 'ASSIGNED'")).isEqualTo(3000);
    }

    /** A mail that still lies somewhere must not lead back to a place that was taken away since. */
    @Test
    void withdrawsInvitationsThatWaitWhenAPlaceIsTakenAway() {
        scene.inviting.invite(scene.caller(adam), FORSHAGA, "maja@example.org", Role.READER, Set.of(), Language.SV);
        scene.inviting.invite(scene.caller(adam), FORSHAGA, "ny@example.org", Role.READER, Set.of(), Language.SV);
        long maja = scene.person("Maja", FORSHAGA, Role.CASEWORKER);
        assertThat(scene.staff.remove(scene.caller(adam), FORSHAGA, maja)).isEqualTo(new StaffResult.Done(0));
        flushAndClear();
        assertThat(scene.count("invitation where withdrawn_at is not null and email = 'maja@example.org'"))
                .isEqualTo(1);
        assertThat(scene.count("invitation where withdrawn_at is null")).isEqualTo(1);
    }
}
