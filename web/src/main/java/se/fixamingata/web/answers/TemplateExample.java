package se.fixamingata.web.answers;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import se.fixamingata.answer.FilledText;
import se.fixamingata.answer.Placeholder;
import se.fixamingata.answer.Placeholders;
import se.fixamingata.answer.Placeholders.Words;
import se.fixamingata.category.Categories;
import se.fixamingata.report.ReportStatus;
import se.fixamingata.settings.ServiceSettings;
import se.fixamingata.shared.Language;
import se.fixamingata.web.desk.CurrentDesk;
import se.fixamingata.web.security.CurrentCaller;
import se.fixamingata.web.text.Glyphs;
import se.fixamingata.web.text.Messages;
import se.fixamingata.web.text.Names;
import se.fixamingata.web.text.TextBean;

/** What a template says about a report that is made up, and what its placeholders mean. */
@Named("templateExample")
@RequestScoped
public class TemplateExample {

    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");
    private static final int NUMBER = 1234;
    private static final int DAYS_AGO = 3;
    private static final int DAYS_AHEAD = 14;

    @Inject
    TemplatePage page;

    @Inject
    CurrentDesk desk;

    @Inject
    Categories categories;

    @Inject
    CurrentCaller caller;

    @Inject
    ServiceSettings service;

    @Inject
    Glyphs glyphs;

    @Inject
    Names names;

    @Inject
    TextBean text;

    @Inject
    Clock clock;

    /** A placeholder as the page explains it, with what it would be in the example. */
    public record Help(String swedish, String english, String meaning, String example) {}

    /** What the form's text says. */
    public FilledText getFilled() {
        return Placeholders.fill(page.getForm().text(), values());
    }

    /** All placeholders there are. */
    public List<Help> getHelp() {
        Map<Placeholder, Words> values = values();
        return Stream.of(Placeholder.values())
                .map(one -> new Help(
                        "{" + one.swedish() + "}",
                        "{" + one.english() + "}",
                        text.of("svarsmallar.placeholder." + one.code()),
                        values.get(one).swedish()))
                .toList();
    }

    private Map<Placeholder, Words> values() {
        TemplateForm form = page.getForm();
        String authorityCode = desk.get().code();
        String category = form.category().isEmpty() ? "lighting" : form.category();
        ReportStatus status = ReportStatus.find(form.status()).orElse(ReportStatus.INVESTIGATING);
        LocalDate today = clock.instant().atZone(SWEDEN).toLocalDate();
        String place = names.municipality(authorityCode);
        Map<Placeholder, Words> values = new EnumMap<>(Placeholder.class);
        values.put(Placeholder.NAME, words("svarsmallar.example.name"));
        values.put(Placeholder.TITLE, words("svarsmallar.example.title"));
        values.put(Placeholder.NUMBER, Words.of("#" + NUMBER));
        values.put(Placeholder.CATEGORY, both(language -> categories
                .find(category)
                .map(found -> found.name(language))
                .orElse(category)));
        values.put(Placeholder.PLACE, both(language -> Messages.text(language, "svarsmallar.example.place", place)));
        values.put(Placeholder.STATUS, both(language -> Messages.text(language, glyphs.key(status))));
        values.put(Placeholder.MUNICIPALITY, Words.of(place));
        values.put(Placeholder.AUTHORITY, Words.of(names.authority(authorityCode)));
        values.put(Placeholder.CASEWORKER, Words.of(caller.getName()));
        values.put(Placeholder.DATE, day(today));
        values.put(Placeholder.REPORTED, day(today.minusDays(DAYS_AGO)));
        values.put(Placeholder.EXPECTED, day(today.plusDays(DAYS_AHEAD)));
        values.put(Placeholder.LINK, Words.of(service.link("/rapport/" + NUMBER)));
        return values;
    }

    private static Words words(String key) {
        return both(language -> Messages.text(language, key));
    }

    private static Words day(LocalDate day) {
        return both(language ->
                DateTimeFormatter.ofPattern("d MMMM uuuu", language.locale()).format(day));
    }

    private static Words both(Function<Language, String> inLanguage) {
        return new Words(inLanguage.apply(Language.SV), inLanguage.apply(Language.EN));
    }
}
