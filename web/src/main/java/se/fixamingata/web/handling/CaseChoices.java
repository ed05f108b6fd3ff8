package se.fixamingata.web.handling;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import se.fixamingata.answer.ResponseTemplates;
import se.fixamingata.answer.TemplateView;
import se.fixamingata.category.Category;
import se.fixamingata.handling.Handler;
import se.fixamingata.handling.reading.CaseReading;
import se.fixamingata.handling.reading.CaseView;
import se.fixamingata.handling.reading.Colleague;
import se.fixamingata.municipality.Authority;
import se.fixamingata.municipality.CategoryCatalogue;
import se.fixamingata.report.Priority;
import se.fixamingata.report.ReportStatus;
import se.fixamingata.report.StatusGroup;
import se.fixamingata.web.security.CurrentCaller;
import se.fixamingata.web.text.Glyphs;
import se.fixamingata.web.text.TextBean;

/** What can be chosen on the page of a report, and what choosing it will mean. */
@Named("caseChoices")
@RequestScoped
public class CaseChoices {

    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");

    @Inject
    CasePage page;

    @Inject
    CurrentCaller callers;

    @Inject
    PostedForm form;

    @Inject
    ResponseTemplates templates;

    @Inject
    CaseReading reading;

    @Inject
    CategoryCatalogue catalogue;

    @Inject
    CaseStory story;

    @Inject
    Glyphs glyphs;

    @Inject
    TextBean text;

    @Inject
    Clock clock;

    private List<Group> groups;
    private CaseView main;

    /** Templates for one status, or for any. */
    public record Group(String name, List<TemplateView> templates) {}

    /** Those that fit the report and where it may go from here. */
    public List<Group> getTemplates() {
        if (groups == null) {
            CaseView report = page.getReport();
            List<TemplateView> fitting =
                    templates.fitting(callers.get(), report.authorityCode(), report.categoryCode());
            groups = new ArrayList<>();
            Stream.concat(report.next().stream(), Stream.of(report.status()))
                    .forEach(status -> group(text.of(glyphs.key(status)), status, fitting));
            group(text.of("svarsmallar.status.any"), null, fitting);
        }
        return groups;
    }

    private void group(String name, ReportStatus status, List<TemplateView> fitting) {
        List<TemplateView> some =
                fitting.stream().filter(one -> one.status() == status).toList();
        if (!some.isEmpty()) {
            groups.add(new Group(name, some));
        }
    }

    /** Who can be given this report. */
    public List<Colleague> getColleagues() {
        String category = page.getReport().categoryCode();
        return page.getDossier().colleagues().stream()
                .filter(one -> one.covers(category))
                .toList();
    }

    public Priority[] getPriorities() {
        return Priority.values();
    }

    /** State roads are Trafikverket's, and nothing else is. */
    public List<Category> getCategories() {
        String authority = page.getReport().authorityCode();
        boolean stateRoads = Authority.STATE_ROADS.equals(authority);
        return catalogue.availableIn(authority).stream()
                .filter(one -> one.code().equals(Category.STATE_ROAD) == stateRoads)
                .toList();
    }

    /** The report that this one may be merged into, once its number is known; null when there is none that the caller may see. */
    public CaseView getMain() {
        if (main == null && form.is("merge")) {
            main = form.number("main")
                    .flatMap(number -> reading.find(Handler.of(callers.get()), number))
                    .orElse(null);
        }
        return main;
    }

    /** The day by which it will be done, in words. */
    public String getExpected() {
        LocalDate day = page.getReport().file().expectedOn();
        return day == null ? text.of("arende.expected.none") : story.day(day.toString());
    }

    /** Whether that day is over, and it is not done. */
    public boolean isLate() {
        LocalDate day = page.getReport().file().expectedOn();
        return day != null
                && page.getReport().status().group() == StatusGroup.OPEN
                && day.isBefore(clock.instant().atZone(SWEDEN).toLocalDate());
    }

    /** Who will read the answer. */
    public String getAudience() {
        CaseView report = page.getReport();
        String where = text.of("arende.audience." + report.visibility().name().toLowerCase(Locale.ROOT));
        String who =
                text.of(report.reachable() ? "arende.audience.mail" : "arende.audience.nobody", report.followers());
        return where + " " + who;
    }
}
