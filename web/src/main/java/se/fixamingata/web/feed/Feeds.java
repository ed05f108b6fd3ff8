package se.fixamingata.web.feed;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.fixamingata.category.Categories;
import se.fixamingata.category.Category;
import se.fixamingata.municipality.Municipalities;
import se.fixamingata.municipality.Municipality;
import se.fixamingata.report.HistoryView;
import se.fixamingata.report.PublicReport;
import se.fixamingata.report.PublicReports;
import se.fixamingata.report.PublicReports.Wanted;
import se.fixamingata.report.ReportPages;
import se.fixamingata.report.ReportView;
import se.fixamingata.report.ReportsAround;
import se.fixamingata.settings.ServiceSettings;
import se.fixamingata.shared.Language;
import se.fixamingata.subscription.Area;
import se.fixamingata.subscription.AreaNames;
import se.fixamingata.web.report.Happening;
import se.fixamingata.web.report.StoryLine;
import se.fixamingata.web.security.CurrentLanguage;
import se.fixamingata.web.text.Messages;

/** What stands in the feeds: the newest public reports of an area, or what has happened to one report. */
@RequestScoped
public class Feeds {

    private static final int ENTRIES = 50;

    @Inject
    PublicReports reports;

    @Inject
    ReportsAround around;

    @Inject
    ReportPages pages;

    @Inject
    Municipalities municipalities;

    @Inject
    Categories categories;

    @Inject
    AreaNames names;

    @Inject
    Happening happening;

    @Inject
    ServiceSettings settings;

    @Inject
    CurrentLanguage language;

    /** A feed, ready to be written. */
    record Feed(AtomWriter.Head head, List<AtomWriter.Entry> entries) {}

    /** Empty when there is nothing of that name. */
    Optional<Feed> find(FeedAddress asked) {
        if (asked.report() != null) {
            return pages.find(asked.report()).map(this::story);
        }
        if (asked.circle() != null) {
            return Optional.of(around(asked.circle()));
        }
        Optional<Municipality> municipality =
                Optional.ofNullable(asked.municipality()).flatMap(municipalities::bySlugOrCode);
        Optional<Category> category = Optional.ofNullable(asked.category()).flatMap(categories::find);
        boolean known = (asked.municipality() == null || municipality.isPresent())
                && (asked.category() == null || category.isPresent());
        return known ? Optional.of(newest(municipality, category)) : Optional.empty();
    }

    private Feed newest(Optional<Municipality> municipality, Optional<Category> category) {
        Wanted wanted =
                Wanted.newest(ENTRIES).in(municipality.map(Municipality::code).orElse(null));
        Wanted narrowed = category.map(Category::code).map(wanted::about).orElse(wanted);
        Language reader = language.get();
        String what = category.map(known -> known.name(reader)).orElseGet(() -> Messages.text(reader, "atom.reports"));
        String title = municipality
                .map(place -> Messages.text(reader, "atom.title.in", what, place.name()))
                .orElseGet(() -> Messages.text(reader, "atom.title", what));
        String self = "/atom"
                + municipality.map(place -> "/kommun/" + place.slug()).orElse("")
                + category.map(known -> (municipality.isEmpty() ? "/kategori/" : "/") + known.code())
                        .orElse(municipality.isEmpty() ? "/rapporter" : "");
        String page = municipality.map(place -> "/kommun/" + place.slug()).orElse("/karta");
        return new Feed(head(title, self, settings.link(page)), entries(reports.list(narrowed)));
    }

    private Feed around(Area.Circle circle) {
        List<PublicReport> found = around.newest(circle.centre(), circle.metres(), ENTRIES);
        String title = Messages.text(language.get(), "atom.title", names.name(circle, language.get()));
        return new Feed(head(title, names.feed(circle), names.page(circle)), entries(found));
    }

    private List<AtomWriter.Entry> entries(List<PublicReport> found) {
        Language reader = language.get();
        return found.stream()
                .map(report -> new AtomWriter.Entry(
                        settings.link("/rapport/" + report.id()),
                        settings.link("/rapport/" + report.id()),
                        report.title(),
                        report.confirmedAt(),
                        report.changedAt(),
                        category(report.categoryCode()),
                        Messages.text(reader, "status." + report.status().code()) + ". " + report.description(),
                        report.lat() + " " + report.lon(),
                        report.address()))
                .toList();
    }

    /** The newest page of its story, the last first. */
    private Feed story(ReportView report) {
        String page = settings.link("/rapport/" + report.id());
        List<AtomWriter.Entry> entries = report.history().entries().stream()
                .sorted(Comparator.comparing(HistoryView::at).reversed())
                .limit(ENTRIES)
                .map(entry -> happened(page, report, entry))
                .toList();
        String title = Messages.text(
                language.get(),
                "atom.title",
                Messages.text(language.get(), "atom.title.report", Long.toString(report.id()), report.title()));
        return new Feed(head(title, "/atom/rapport/" + report.id(), page), entries);
    }

    private AtomWriter.Entry happened(String page, ReportView report, HistoryView entry) {
        StoryLine line = happening.tell(entry, report);
        String summary = line.body() == null ? line.text() : line.body();
        return new AtomWriter.Entry(
                page + "#" + entry.at().toEpochMilli(),
                page,
                line.text(),
                entry.at(),
                entry.at(),
                category(report.categoryCode()),
                summary,
                report.lat() + " " + report.lon(),
                report.address());
    }

    private AtomWriter.Head head(String title, String self, String page) {
        return new AtomWriter.Head(
                title, settings.link(self), page, language.get().code(), "FixaMinGata");
    }

    private Map.Entry<String, String> category(String code) {
        return Map.entry(
                code,
                categories.find(code).map(known -> known.name(language.get())).orElse(code));
    }
}
