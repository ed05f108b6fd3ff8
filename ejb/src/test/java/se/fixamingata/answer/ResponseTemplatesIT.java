package se.fixamingata.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.fixamingata.DatabaseTest;
import se.fixamingata.account.Caller;
import se.fixamingata.account.Membership;
import se.fixamingata.account.NotPermitted;
import se.fixamingata.account.Role;
import se.fixamingata.answer.Placeholders.Words;
import se.fixamingata.audit.AuditTrail;
import se.fixamingata.category.Categories;
import se.fixamingata.municipality.Authorities;
import se.fixamingata.municipality.Municipalities;
import se.fixamingata.municipality.TestMunicipalities;
import se.fixamingata.position.Position;
import se.fixamingata.report.Report;
import se.fixamingata.report.ReportContent;
import se.fixamingata.report.ReportPlace;
import se.fixamingata.report.ReportStatus;
import se.fixamingata.report.Reporter;
import se.fixamingata.report.Source;
import se.fixamingata.settings.ServiceSettings;
import se.fixamingata.shared.Language;
import se.fixamingata.shared.OneAtATime;

class ResponseTemplatesIT extends DatabaseTest {

    private static final TemplateFields FIXED =
            new TemplateFields("Lampan lyser", ReportStatus.FIXED, "lighting", "Hej {namn}!\n{titel} är klart.");

    private final Caller administrator = somebody("1763", Role.ADMINISTRATOR);
    private final Caller caseworker = somebody("1763", Role.CASEWORKER);
    private final Caller reader = somebody("1763", Role.READER);
    private final Caller neighbour = somebody("1780", Role.ADMINISTRATOR);

    private ResponseTemplates templates;

    @BeforeEach
    void start() {
        TestMunicipalities.seed(em, clock);
        Categories categories = new Categories(em);
        TemplateValues values = new TemplateValues(
                categories,
                new Municipalities(em),
                new Authorities(em),
                new ServiceSettings("https://fixa.example", "info@fixa.example", false),
                clock);
        templates = new ResponseTemplates(em, categories, values, new AuditTrail(em, clock), new OneAtATime(em), clock);
    }

    private static Caller somebody(String authority, Role role) {
        return new Caller(
                7,
                1,
                "Ann Handläggare",
                "ann@forshaga.example",
                Language.SV,
                false,
                List.of(new Membership(authority, role, Set.of())));
    }

    private long create(TemplateFields fields) {
        return ((TemplateResult.Done) templates.create(administrator, "1763", fields)).id();
    }

    @Test
    void anAdministratorWritesOneAndACaseworkerSeesIt() {
        long id = create(FIXED);
        flushAndClear();

        assertThat(templates.list(caseworker, "1763"))
                .extracting(TemplateView::name)
                .containsExactly("Lampan lyser");
        assertThat(templates.find(caseworker, id)).isPresent();
        assertThat(em.createNativeQuery("select action from audit_entry where subject = ?1")
                        .setParameter(1, "template:" + id)
                        .getResultList())
                .asList()
                .containsExactly("template.created");
    }

    @Test
    void nobodyElseReadsOrChangesThem() {
        long id = create(FIXED);

        assertThatThrownBy(() -> templates.list(reader, "1763")).isInstanceOf(NotPermitted.class);
        assertThatThrownBy(() -> templates.list(neighbour, "1763")).isInstanceOf(NotPermitted.class);
        assertThat(templates.find(neighbour, id)).isEmpty();
        for (Caller one : List.of(reader, caseworker, neighbour)) {
            assertThatThrownBy(() -> templates.create(one, "1763", FIXED)).isInstanceOf(NotPermitted.class);
            assertThatThrownBy(() -> templates.change(one, id, 1, FIXED)).isInstanceOf(NotPermitted.class);
            assertThatThrownBy(() -> templates.delete(one, id, 1)).isInstanceOf(NotPermitted.class);
        }
    }

    @Test
    void anUnknownPlaceholderIsRefusedByName() {
        TemplateResult result = templates.create(
                administrator, "1763", new TemplateFields("Fel", null, null, "Hej {kundnamn}, {titel} {x}"));

        assertThat(problems(result))
                .extracting(TemplateProblem::key, TemplateProblem::args)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("template.text.placeholder", List.of("kundnamn")),
                        org.assertj.core.groups.Tuple.tuple("template.text.placeholder", List.of("x")));
    }

    @Test
    void theRestOfTheRulesHoldToo() {
        create(FIXED);

        assertThat(problems(templates.create(administrator, "1763", new TemplateFields(" ", null, null, "\u200b"))))
                .extracting(TemplateProblem::key)
                .containsExactly("template.name.missing", "template.text.missing");
        assertThat(problems(templates.create(
                        administrator,
                        "1763",
                        new TemplateFields("n".repeat(81), ReportStatus.DUPLICATE, "nonsense", "t".repeat(4001)))))
                .extracting(TemplateProblem::key)
                .containsExactly(
                        "template.name.long",
                        "template.status.unknown",
                        "template.category.unknown",
                        "template.text.long");
        assertThat(problems(templates.create(
                        administrator, "1763", new TemplateFields("lampan LYSER", null, null, "Text"))))
                .extracting(TemplateProblem::key)
                .containsExactly("template.name.taken");
        assertThat(templates.create(neighbour, "1780", FIXED))
                .as("another authority has names of its own")
                .isInstanceOf(TemplateResult.Done.class);
    }

    @Test
    void thereAreAtMost200() {
        for (int i = 0; i < TemplateRules.MOST; i++) {
            create(new TemplateFields("Nummer " + i, null, null, "Text"));
        }

        assertThat(problems(templates.create(administrator, "1763", FIXED)))
                .extracting(TemplateProblem::key)
                .containsExactly("template.name.many");
        assertThat(templates.list(caseworker, "1763")).hasSize(TemplateRules.MOST);
    }

    @Test
    void twoAdministratorsAtOnceLoseNothing() {
        long id = create(FIXED);
        flushAndClear();
        TemplateFields mine = new TemplateFields("Min", null, null, "Min text");
        TemplateFields yours = new TemplateFields("Din", null, null, "Din text");

        assertThat(templates.change(administrator, id, 1, mine)).isEqualTo(new TemplateResult.Done(id));
        flushAndClear();

        assertThat(templates.change(administrator, id, 1, yours))
                .asInstanceOf(type(TemplateResult.Conflict.class))
                .satisfies(conflict -> assertThat(conflict.now().name()).isEqualTo("Min"));
        assertThat(templates.delete(administrator, id, 1)).isInstanceOf(TemplateResult.Conflict.class);
        assertThat(templates.delete(administrator, id, 2)).isEqualTo(new TemplateResult.Done(id));
        flushAndClear();
        assertThat(templates.change(administrator, id, 2, yours)).isInstanceOf(TemplateResult.Gone.class);
    }

    @Test
    void thoseForAnotherCategoryDoNotFit() {
        create(FIXED);
        create(new TemplateFields("Alla", null, null, "Text"));
        create(new TemplateFields("Träd", null, "trees", "Text"));
        flushAndClear();

        assertThat(templates.fitting(caseworker, "1763", "lighting"))
                .extracting(TemplateView::name)
                .containsExactly("Alla", "Lampan lyser");
    }

    @Test
    void itIsFilledInFromTheReport() {
        long id = create(new TemplateFields(
                "Allt",
                null,
                null,
                "{titel}|{nummer}|{kategori}|{category}|{plats}|{status}|{state}|{kommun}|{ansvarig}|{handläggare}|{datum}"
                        + "|{rapporterad}|{klart}|{expected}|{länk}"));
        long report = report(false);
        flushAndClear();

        FilledText filled = templates
                .fill(caseworker, id, report, use(LocalDate.of(2026, 12, 1)))
                .orElseThrow();

        String today = java.time.format.DateTimeFormatter.ofPattern("d MMMM uuuu", Language.SV.locale())
                .format(clock.instant().atZone(java.time.ZoneId.of("Europe/Stockholm")));
        assertThat(filled.text())
                .isEqualTo("Lampan är trasig|#" + report
                        + "|Gatubelysning|Street lighting|Storgatan 5, Forshaga|Åtgärdad|Fixed|Forshaga|Forshaga kommun"
                        + "|Ann Handläggare|" + today + "|" + today + "|1 december 2026|1 December 2026"
                        + "|https://fixa.example/rapport/" + report);
    }

    @Test
    void theReportersNameIsFilledInOnlyWhereItIsPublic() {
        long id = create(FIXED);
        long shy = report(false);
        long open = report(true);
        flushAndClear();

        assertThat(templates.fill(caseworker, id, shy, use(null)).orElseThrow().text())
                .isEqualTo("Hej!\nLampan är trasig är klart.");
        assertThat(templates.fill(caseworker, id, open, use(null)).orElseThrow().text())
                .isEqualTo("Hej Karin!\nLampan är trasig är klart.");
    }

    @Test
    void nobodyFillsInAnotherAuthoritysTemplateOrReport() {
        long id = create(FIXED);
        long report = report(true);
        long foreign = ((TemplateResult.Done) templates.create(neighbour, "1780", FIXED)).id();
        flushAndClear();

        assertThatThrownBy(() -> templates.fill(neighbour, id, report, use(null)))
                .isInstanceOf(NotPermitted.class);
        assertThatThrownBy(() -> templates.fill(reader, id, report, use(null))).isInstanceOf(NotPermitted.class);
        assertThat(templates.fill(caseworker, foreign, report, use(null))).isEmpty();
    }

    @Test
    void anAuthorityGetsReadyOnesOnlyWhileItHasNone() {
        ReadyTemplates ready = new ReadyTemplates(em, new Categories(em), new OneAtATime(em), clock);

        ready.give("1763", List.of(FIXED));
        ready.give("1763", List.of(new TemplateFields("Ny", null, null, "Text")));
        flushAndClear();

        assertThat(templates.list(caseworker, "1763"))
                .extracting(TemplateView::name)
                .containsExactly("Lampan lyser");
    }

    private long report(boolean showName) {
        Report report = Report.submit(
                new ReportPlace(Position.of(59.53, 13.48), "1763", "1763", "Storgatan 5"),
                new ReportContent("lighting", "Lampan är trasig", "Den har varit mörk i en vecka"),
                new Reporter("Karin", "karin@example.com", null, showName),
                Language.SV,
                Source.WEB,
                clock.instant());
        em.persist(report);
        report.confirm(clock.instant());
        return report.id();
    }

    private static TemplateUse use(LocalDate expectedOn) {
        return new TemplateUse(ReportStatus.FIXED, new Words("Åtgärdad", "Fixed"), expectedOn);
    }

    private static List<TemplateProblem> problems(TemplateResult result) {
        return ((TemplateResult.Invalid) result).problems();
    }
}
