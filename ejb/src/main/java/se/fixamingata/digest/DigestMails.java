package se.fixamingata.digest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.fixamingata.digest.DigestContent.Section;
import se.fixamingata.notification.MailContent;
import se.fixamingata.notification.MailTask;
import se.fixamingata.notification.Notification;
import se.fixamingata.notification.NotificationKind;
import se.fixamingata.report.Report;
import se.fixamingata.settings.ServiceSettings;
import se.fixamingata.shared.Language;
import se.fixamingata.subscription.Area;
import se.fixamingata.subscription.AreaNames;
import se.fixamingata.subscription.Frequency;
import se.fixamingata.subscription.Subscription;
import se.fixamingata.subscription.SubscriptionLinks;

/** What a mail of a day or a week says, from what is public when it is sent. */
@ApplicationScoped
public class DigestMails implements MailContent {

    @Inject
    EntityManager em;

    @Inject
    AreaNames names;

    @Inject
    DigestWords words;

    @Inject
    SubscriptionLinks links;

    @Inject
    ServiceSettings service;

    /** For the container. */
    public DigestMails() {}

    /** For tests. */
    DigestMails(
            EntityManager em, AreaNames names, DigestWords words, SubscriptionLinks links, ServiceSettings service) {
        this.em = em;
        this.names = names;
        this.words = words;
        this.links = links;
        this.service = service;
    }

    @Override
    public Set<NotificationKind> kinds() {
        return EnumSet.of(NotificationKind.DIGEST);
    }

    /** Nobody wants it after unsubscribing from all that it tells of, or when none of it is public any more. */
    @Override
    public Optional<MailTask> prepare(Notification notification) {
        return stored(notification.subjectId()).flatMap(digest -> write(notification, digest));
    }

    private record Stored(Frequency frequency, DigestContent content) {}

    private Optional<Stored> stored(long id) {
        List<?> rows = em.createNativeQuery(
                        "select frequency, content from digest where id = ?1 and content is not null")
                .setParameter(1, id)
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .findFirst()
                .map(row -> new Stored(Frequency.valueOf((String) row[0]), DigestContent.parse((String) row[1])));
    }

    private Optional<MailTask> write(Notification notification, Stored digest) {
        List<Section> sections = digest.content().sections();
        Map<Long, Subscription> subscriptions =
                find(
                                Subscription.class,
                                sections.stream().map(Section::subscriptionId).toList())
                        .stream()
                        .filter(one -> one.isActive() && one.email().equalsIgnoreCase(notification.recipient()))
                        .collect(Collectors.toMap(Subscription::id, Function.identity()));
        Map<Long, Report> reports = find(
                        Report.class,
                        sections.stream()
                                .flatMap(one -> Stream.concat(one.news().stream(), one.fixed().stream()))
                                .distinct()
                                .toList())
                .stream()
                .filter(Report::isListed)
                .collect(Collectors.toMap(Report::id, Function.identity()));
        Language language = notification.language();
        List<Map<String, Object>> areas = new ArrayList<>();
        List<Map<String, Object>> followed = new ArrayList<>();
        for (Section section : sections) {
            Subscription one = subscriptions.get(section.subscriptionId());
            if (one == null) {
                continue;
            }
            one.area()
                    .ifPresentOrElse(
                            area -> area(section, area, reports, language).ifPresent(areas::add),
                            () -> followed.addAll(lines(section.news(), reports, language)));
        }
        if (areas.isEmpty() && followed.isEmpty()) {
            return Optional.empty();
        }
        long any = subscriptions.keySet().stream().min(Long::compare).orElseThrow();
        String end = links.unsubscribeAll(digest.frequency(), any);
        Map<String, Object> values = new HashMap<>();
        values.put("areas", areas);
        values.put("followed", followed);
        values.put("some", !followed.isEmpty());
        values.put("daily", digest.frequency() == Frequency.DAILY);
        values.put("gist", words.gist(sum(areas, "newOnes"), sum(areas, "fixedOnes"), followed.size(), language));
        values.put("manage", links.manage(any));
        values.put("unsubscribe", end);
        values.put("home", service.publicUrl());
        values.put("homeName", service.publicHost());
        values.put("contact", service.contactEmail());
        return Optional.of(MailTask.of(notification, values, Optional.empty()).endedBy(end));
    }

    private static int sum(List<Map<String, Object>> areas, String what) {
        return areas.stream().mapToInt(area -> (Integer) area.get(what)).sum();
    }

    private Optional<Map<String, Object>> area(
            Section section, Area area, Map<Long, Report> reports, Language language) {
        List<Map<String, Object>> news = lines(section.news(), reports, language);
        List<Map<String, Object>> fixed = lines(section.fixed(), reports, language);
        if (news.isEmpty() && fixed.isEmpty()) {
            return Optional.empty();
        }
        // What has been hidden since is neither named nor counted.
        int newOnes = section.newOnes() - section.news().size() + news.size();
        int fixedOnes = section.fixedOnes() - section.fixed().size() + fixed.size();
        int more = newOnes - news.size() + fixedOnes - fixed.size();
        Map<String, Object> values = new HashMap<>();
        values.put("name", names.name(area, language));
        values.put("page", names.page(area));
        values.put("news", news);
        values.put("someNew", !news.isEmpty());
        values.put("newOnes", newOnes);
        values.put("fixed", fixed);
        values.put("someFixed", !fixed.isEmpty());
        values.put("fixedOnes", fixedOnes);
        values.put("more", more > 0 ? Integer.toString(more) : "");
        return Optional.of(values);
    }

    private List<Map<String, Object>> lines(Collection<Long> ids, Map<Long, Report> reports, Language language) {
        List<Map<String, Object>> lines = new ArrayList<>();
        for (Long id : ids) {
            Report report = reports.get(id);
            if (report != null) {
                lines.add(Map.of(
                        "title", report.title(),
                        "facts", words.facts(report, language),
                        "url", service.link("/rapport/" + id)));
            }
        }
        return lines;
    }

    private <T> List<T> find(Class<T> type, List<Long> ids) {
        return ids.isEmpty()
                ? List.of()
                : em.createQuery("select x from " + type.getSimpleName() + " x where x.id in :ids", type)
                        .setParameter("ids", ids)
                        .getResultList();
    }
}
