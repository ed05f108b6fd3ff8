package se.fixamingata.monthly;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import se.fixamingata.category.Categories;
import se.fixamingata.mail.Letter;
import se.fixamingata.municipality.Authorities;
import se.fixamingata.municipality.Authority;
import se.fixamingata.municipality.Municipalities;
import se.fixamingata.municipality.Municipality;
import se.fixamingata.notification.MailContent;
import se.fixamingata.notification.MailTask;
import se.fixamingata.notification.Notification;
import se.fixamingata.notification.NotificationKind;
import se.fixamingata.settings.ServiceSettings;
import se.fixamingata.shared.Language;
import se.fixamingata.statistics.reading.Area;
import se.fixamingata.statistics.reading.AreaFigures;
import se.fixamingata.statistics.reading.Measure;
import se.fixamingata.statistics.reading.Months;
import se.fixamingata.statistics.reading.Statistics;
import se.fixamingata.subscription.LetterStops;

/** What the letter of a month says, from the figures that are public when it is sent. */
@ApplicationScoped
public class MonthlyMails implements MailContent {

    /** Nobody is told who is no administrator there any more, or wants no letter since it was planned. */
    private static final String LETTER =
            """
            select l.municipality_code, cast(l.month as char), k.id from monthly_letter l
              join account k on k.id = l.account_id and k.email = ?2
              join membership m on m.account_id = k.id and m.authority_code = l.municipality_code and m.role = 'ADMINISTRATOR'
             where l.id = ?1 and\s"""
                    + LetterStops.WANTED;

    @Inject
    EntityManager em;

    @Inject
    Statistics statistics;

    @Inject
    Categories categories;

    @Inject
    Municipalities municipalities;

    @Inject
    Authorities authorities;

    @Inject
    ServiceSettings service;

    @Inject
    LetterStops stops;

    /** For the container. */
    public MonthlyMails() {}

    /** For tests. */
    MonthlyMails(EntityManager em, Statistics statistics, ServiceSettings service, LetterStops stops) {
        this.em = em;
        this.statistics = statistics;
        this.categories = new Categories(em);
        this.municipalities = new Municipalities(em);
        this.authorities = new Authorities(em);
        this.service = service;
        this.stops = stops;
    }

    @Override
    public Set<NotificationKind> kinds() {
        return EnumSet.of(NotificationKind.MONTHLY_LETTER);
    }

    @Override
    public Optional<MailTask> prepare(Notification notification) {
        List<?> rows = em.createNativeQuery(LETTER)
                .setParameter(1, notification.subjectId())
                .setParameter(2, notification.recipient())
                .getResultList();
        return rows.stream().map(Object[].class::cast).findFirst().flatMap(row -> {
            YearMonth month = YearMonth.parse(((String) row[1]).substring(0, 7));
            return statistics
                    .figures(Area.of((String) row[0]), Months.until(month, MonthlyLetters.MONTHS))
                    .map(figures -> task(notification, figures, stops.link(((Number) row[2]).longValue())));
        });
    }

    private MailTask task(Notification notification, AreaFigures figures, String unsubscribe) {
        Language language = notification.language();
        String code = figures.area().code();
        Optional<Municipality> municipality = municipalities.find(code);
        MonthlyContent content = new MonthlyContent(figures, language, category -> categories
                .find(category)
                .map(one -> one.name(language))
                .orElse(category));
        Map<String, Object> values = content.values();
        values.put("municipality", municipality.map(Municipality::name).orElse(code));
        values.put(
                "statistics",
                service.link(
                        "/statistik/" + municipality.map(Municipality::slug).orElse(code)));
        values.put(
                "late",
                service.link("/handlaggning?a="
                        + authorities.find(code).map(Authority::slug).orElse(code) + "&deadline=late,very_late"));
        values.put("unsubscribe", unsubscribe);
        values.put("home", service.publicUrl());
        values.put("contact", service.contactEmail());
        byte[] png = MonthPicture.draw(content.figures(Measure.REPORTED), content.figures(Measure.FIXED));
        return MailTask.of(notification, values, Optional.empty())
                .endedBy(unsubscribe)
                .showing(List.of(new Letter.Part(MonthlyContent.CHART, "image/png", png)));
    }
}
