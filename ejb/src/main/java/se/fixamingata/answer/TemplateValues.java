package se.fixamingata.answer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import se.fixamingata.account.Caller;
import se.fixamingata.answer.Placeholders.Words;
import se.fixamingata.category.Categories;
import se.fixamingata.municipality.Authorities;
import se.fixamingata.municipality.Authority;
import se.fixamingata.municipality.Municipalities;
import se.fixamingata.municipality.Municipality;
import se.fixamingata.report.Report;
import se.fixamingata.settings.ServiceSettings;
import se.fixamingata.shared.Language;

/** What the placeholders stand for in an answer to one report. */
@ApplicationScoped
class TemplateValues {

    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");
    private static final String DAY = "d MMMM uuuu";

    private final Categories categories;
    private final Municipalities municipalities;
    private final Authorities authorities;
    private final ServiceSettings service;
    private final Clock clock;

    /** For the container's proxies. */
    protected TemplateValues() {
        this(null, null, null, null, null);
    }

    @Inject
    TemplateValues(
            Categories categories,
            Municipalities municipalities,
            Authorities authorities,
            ServiceSettings service,
            Clock clock) {
        this.categories = categories;
        this.municipalities = municipalities;
        this.authorities = authorities;
        this.service = service;
        this.clock = clock;
    }

    Map<Placeholder, Words> of(Report report, Caller caller, TemplateUse use) {
        String municipality = municipalities
                .find(report.municipalityCode())
                .map(Municipality::name)
                .orElse(report.municipalityCode());
        Map<Placeholder, Words> values = new EnumMap<>(Placeholder.class);
        values.put(
                Placeholder.NAME,
                Words.of(report.reporter().showsName() ? report.reporter().name() : null));
        values.put(Placeholder.TITLE, Words.of(report.title()));
        values.put(Placeholder.NUMBER, Words.of("#" + report.id()));
        values.put(Placeholder.CATEGORY, both(language -> categories
                .find(report.categoryCode())
                .map(category -> category.name(language))
                .orElse(null)));
        values.put(
                Placeholder.PLACE,
                Words.of(report.address() == null ? municipality : report.address() + ", " + municipality));
        values.put(Placeholder.STATUS, use.statusWords());
        values.put(Placeholder.MUNICIPALITY, Words.of(municipality));
        values.put(
                Placeholder.AUTHORITY,
                Words.of(authorities
                        .find(report.authorityCode())
                        .map(Authority::name)
                        .orElse(null)));
        values.put(Placeholder.CASEWORKER, Words.of(publicName(caller)));
        values.put(Placeholder.DATE, day(day(clock.instant())));
        values.put(
                Placeholder.REPORTED,
                day(day(report.confirmedAt() == null ? report.submittedAt() : report.confirmedAt())));
        values.put(Placeholder.EXPECTED, day(use.expectedOn()));
        values.put(Placeholder.LINK, Words.of(service.link("/rapport/" + report.id())));
        return values;
    }

    /** Whoever has given no name is called by their address, which belongs on no public page. */
    private static String publicName(Caller caller) {
        return caller.name().contains("@") ? null : caller.name();
    }

    private static LocalDate day(Instant at) {
        return at.atZone(SWEDEN).toLocalDate();
    }

    private static Words day(LocalDate day) {
        return day == null
                ? Words.of(null)
                : both(language ->
                        DateTimeFormatter.ofPattern(DAY, language.locale()).format(day));
    }

    private static Words both(Function<Language, String> inLanguage) {
        return new Words(inLanguage.apply(Language.SV), inLanguage.apply(Language.EN));
    }
}
