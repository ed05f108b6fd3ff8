package se.fixamingata.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.fixamingata.DatabaseTest;
import se.fixamingata.RecordedEvents;
import se.fixamingata.account.Account;
import se.fixamingata.account.Accounts;
import se.fixamingata.audit.AuditTrail;
import se.fixamingata.basemap.BaseMap;
import se.fixamingata.basemap.DrawingBoard;
import se.fixamingata.category.Categories;
import se.fixamingata.category.Category;
import se.fixamingata.delivery.PastDeliveries;
import se.fixamingata.geography.Boundaries;
import se.fixamingata.geography.ReferenceData;
import se.fixamingata.geography.ReferenceShapes;
import se.fixamingata.mail.MessageIds;
import se.fixamingata.map.MapCounts;
import se.fixamingata.moderation.ModerationScene;
import se.fixamingata.municipality.Authorities;
import se.fixamingata.municipality.CategoryCatalogue;
import se.fixamingata.municipality.PrivateCategories;
import se.fixamingata.municipality.TestMunicipalities;
import se.fixamingata.photo.DatabasePhotoStore;
import se.fixamingata.report.Report;
import se.fixamingata.report.ReportChanged;
import se.fixamingata.report.ReportStatus;
import se.fixamingata.report.Visibility;
import se.fixamingata.settings.ServiceSettings;
import se.fixamingata.shared.Language;
import se.fixamingata.shared.OneAtATime;
import se.fixamingata.shared.SqlTime;
import se.fixamingata.statistics.Night;
import se.fixamingata.statistics.NightlyFigures;

class DemonstrationLoaderIT extends DatabaseTest {

    private static final ReferenceData DATA = ReferenceData.builtIn();
    private static final ReferenceShapes SHAPES = new ReferenceShapes(DATA);
    private static final BaseMap MAP = new BaseMap(new DrawingBoard(SHAPES));

    private PastDeliveries deliveries;
    private DemonstrationLoader loader;
    private List<PlannedReport> plans;

    @BeforeEach
    void load() throws IOException {
        Path root = Path.of(System.getProperty("fmg.root", "..")).toAbsolutePath();
        byte[] file = Files.readAllBytes(root.resolve("payara-config/demo/authorities.csv"));
        TestMunicipalities.seedAll(em, clock, file);
        ServiceSettings settings = new ServiceSettings("http://localhost:8080", "info@fixamingata.se", true);
        deliveries = new PastDeliveries(em, new Authorities(em), new MessageIds(settings));
        MapCounts counts = new MapCounts(em);
        loader = new DemonstrationLoader(
                em,
                new OneAtATime(em),
                deliveries,
                new DatabasePhotoStore(em, clock),
                new PrivateCategories(em),
                new AuditTrail(em, clock),
                new RecordedEvents<ReportChanged>(counts::count));
        plans = plan();
        assertThat(loader.load(plans, Map.of())).isEqualTo(DemonstrationPlan.REPORTS);
        flushAndClear();
    }

    private List<PlannedReport> plan() {
        CategoryCatalogue catalogue = new CategoryCatalogue(new Categories(em), new Authorities(em));
        DemonstrationPlan.Rules rules = new DemonstrationPlan.Rules() {

            @Override
            public boolean isReachable(String authorityCode, String categoryCode) {
                return deliveries.isReachable(authorityCode, categoryCode);
            }

            @Override
            public Set<String> offeredIn(String municipalityCode) {
                return catalogue.availableIn(municipalityCode).stream()
                        .map(Category::code)
                        .collect(Collectors.toSet());
            }
        };
        Places places = new Places(SHAPES, new Boundaries(DATA), MAP::isDryLand);
        return new DemonstrationPlan(places, rules, clock.instant(), 1763).reports();
    }

    @Test
    void theyAreInEveryPublicStatusOverTheLastYear() {
        List<Report> reports = em.createQuery("select r from Report r order by r.id", Report.class)
                .getResultList();

        assertThat(reports).hasSize(DemonstrationPlan.REPORTS);
        assertThat(reports)
                .filteredOn(report -> !report.isListed())
                .as("Forshaga keeps what is in \"other\" to itself")
                .hasSizeBetween(1, 5)
                .allMatch(report -> report.visibility() == Visibility.PRIVATE
                        && report.categoryCode().equals("other")
                        && report.authorityCode().equals("1763"));
        assertThat(reports)
                .extracting(Report::status)
                .containsAll(EnumSet.complementOf(EnumSet.of(ReportStatus.UNCONFIRMED)));
        assertThat(reports).isSortedAccordingTo((a, b) -> a.submittedAt().compareTo(b.submittedAt()));
        assertThat(reports).allSatisfy(report -> {
            assertThat(report.confirmedAt()).isBetween(clock.instant().minus(Duration.ofDays(366)), clock.instant());
            assertThat(report.changedAt()).isBetween(report.confirmedAt(), clock.instant());
            assertThat(report.reporter().email()).matches(".+@example\\.(com|org|net)");
            assertThat(report.duplicateOf() != null).isEqualTo(report.status() == ReportStatus.DUPLICATE);
        });
        assertThat(reports).filteredOn(r -> r.language() == Language.EN).isNotEmpty();
    }

    @Test
    void sixtyLieWhereTheMapIsDetailedAndManyInTheTwoOtherTowns() {
        List<Report> reports =
                em.createQuery("select r from Report r", Report.class).getResultList();

        assertThat(reports)
                .filteredOn(r -> Places.CENTRAL_STOCKHOLM.contains(r.position()))
                .hasSize(DemonstrationPlan.IN_CENTRAL_STOCKHOLM);
        assertThat(reports).filteredOn(r -> r.municipalityCode().equals("1763")).hasSizeGreaterThan(30);
        assertThat(reports).filteredOn(r -> r.municipalityCode().equals("1780")).hasSizeGreaterThan(30);
        Set<String> municipalities = new HashSet<>();
        reports.forEach(report -> municipalities.add(report.municipalityCode()));
        assertThat(municipalities).hasSizeGreaterThan(40);
    }

    @Test
    void inTwoTownsTheFiguresCanTellHowLongEverydayThingsTake() {
        NightlyFigures figures = new NightlyFigures(em, clock);
        Night night = figures.begin(null);
        DemonstrationPlan.TOWNS.forEach(town -> figures.count(night, town));
        List<?> told = em.createNativeQuery(
                        "select concat_ws(' ', area, category_code) from stat_time where generation = "
                                + night.generation() + " and period = 0 and measure = 'FIXED' and category_code <> '*'"
                                + " and reports >= 20 and median_days between 3 and 40 order by area, category_code")
                .getResultList();
        assertThat(told.stream().map(Object::toString))
                .containsExactly(
                        "1763 lighting",
                        "1763 litter",
                        "1763 road_other",
                        "1780 lighting",
                        "1780 litter",
                        "1780 road_other");
    }

    @Test
    void theMapCountsThemAll() {
        for (int level : new int[] {8, 11, 14}) {
            assertThat(number("select sum(reports) from map_cell where category = '*' and level = " + level))
                    .isEqualTo(number("select count(*) from report where listed"));
        }
        List<Object> kept = cells();
        new MapCounts(em).rebuild();
        assertThat(cells()).hasSameSizeAs(kept);
    }

    @Test
    void noMailIsPlannedAndNothingIsDue() {
        assertThat(number("select count(*) from notification")).isZero();
        assertThat(number("select count(*) from delivery")).isEqualTo(DemonstrationPlan.REPORTS);
        assertThat(number("select count(*) from delivery where state in ('DUE', 'PARKED')"))
                .isZero();
        assertThat(number("select count(*) from delivery where state = 'NOT_ACCEPTED'"))
                .isPositive();
        assertThat(number("select count(*) from delivery where state = 'WAITING_FOR_ADDRESS'"))
                .isBetween(1L, 20L);
        assertThat(number("select count(*) from delivery d join report r on r.id = d.report_id"
                        + " where d.state <> 'DELIVERED' and r.status <> 'REPORTED'"))
                .as("nobody answers what never arrived")
                .isZero();
        assertThat(number("select count(*) from delivery_attempt where destination not like '%.example'"))
                .isZero();
    }

    @Test
    void itLoadsOnceOnly() {
        assertThat(loader.load(plans, Map.of())).isZero();
    }

    @Test
    void theSameDayAndSeedGiveTheSameReports() {
        List<PlannedReport> again = plan();

        for (int i = 0; i < plans.size(); i++) {
            assertThat(again.get(i).place()).isEqualTo(plans.get(i).place());
            assertThat(again.get(i).description()).isEqualTo(plans.get(i).description());
            assertThat(again.get(i).steps()).isEqualTo(plans.get(i).steps());
        }
    }

    private DemonstrationTalk talk() {
        ModerationScene moderators = new ModerationScene(em, clock);
        DemonstrationTalk talk =
                new DemonstrationTalk(em, new Accounts(em), moderators.reporting, new OneAtATime(em), clock);
        talk.load(List.of(moderators.reader(1), moderators.reader(2), moderators.reader(3)), 1763);
        flushAndClear();
        return talk;
    }

    @Test
    void residentsTalkWhereSomebodyListensAndNobodyGetsAMail() {
        em.persist(new Account("anna.exempelsson@example.com", "Anna Exempelsson", Language.SV, clock.instant()));
        em.flush();
        DemonstrationTalk talk = talk();
        long words = number("select count(*) from report_update");
        for (String authority : List.of("1763", "1780", "0180")) {
            String theirs = " join report r on r.id = x.report_id and r.authority_code = '" + authority + "'";
            assertThat(number("select count(*) from report_update x" + theirs)).isBetween(10L, 14L);
            assertThat(number("select count(*) from report_update x" + theirs + " where x.state = 'HIDDEN'"))
                    .as("three readers hide one in " + authority)
                    .isEqualTo(1);
            assertThat(number("select count(distinct x.subject_id) from abuse_report x" + theirs))
                    .isEqualTo(4);
            assertThat(number("select count(*) from subscription x" + theirs)).isPositive();
            assertThat(number("select count(*) from report where news_at is not null and authority_code = '" + authority
                            + "'"))
                    .isGreaterThanOrEqualTo(8);
        }
        assertThat(number("select count(*) from report_update u join report r on r.id = u.report_id"
                        + " where u.published_at < r.confirmed_at or u.published_at > '"
                        + SqlTime.text(clock.instant()) + "'"))
                .isZero();
        assertThat(number("select count(*) from history_entry h join report_update u on u.id = h.update_id"
                        + " where h.kind = 'COMMENT' and h.at = u.published_at and h.report_version is not null"))
                .isEqualTo(words);
        assertThat(number("select count(*) from notification")).isZero();

        talk.load(List.of(), 1763);
        flushAndClear();
        assertThat(number("select count(*) from report_update")).isEqualTo(words);
    }

    private long number(String sql) {
        return ((Number) em.createNativeQuery(sql).getSingleResult()).longValue();
    }

    @SuppressWarnings("unchecked")
    private List<Object> cells() {
        return em.createNativeQuery(
                        "select level, category, cell, status, month, reports from map_cell where reports > 0")
                .getResultList();
    }
}
