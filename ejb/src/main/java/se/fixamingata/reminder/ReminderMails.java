package se.fixamingata.reminder;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import se.fixamingata.municipality.Authorities;
import se.fixamingata.municipality.Authority;
import se.fixamingata.notification.MailContent;
import se.fixamingata.notification.MailTask;
import se.fixamingata.notification.Notification;
import se.fixamingata.notification.NotificationKind;
import se.fixamingata.reminder.ReminderReading.Line;
import se.fixamingata.reminder.ReminderReading.Part;
import se.fixamingata.secretlink.AnswerLinks;
import se.fixamingata.settings.ServiceSettings;

/** What a reminder says, from what is still late when it is sent. */
@ApplicationScoped
public class ReminderMails implements MailContent {

    @Inject
    EntityManager em;

    @Inject
    ReminderSettings settings;

    @Inject
    ReminderWords words;

    @Inject
    Authorities authorities;

    @Inject
    AnswerLinks links;

    @Inject
    ServiceSettings service;

    /** For the container. */
    public ReminderMails() {}

    /** For tests. */
    ReminderMails(
            EntityManager em,
            ReminderSettings settings,
            ReminderWords words,
            Authorities authorities,
            AnswerLinks links,
            ServiceSettings service) {
        this.em = em;
        this.settings = settings;
        this.words = words;
        this.authorities = authorities;
        this.links = links;
        this.service = service;
    }

    @Override
    public Set<NotificationKind> kinds() {
        return EnumSet.of(NotificationKind.DEADLINE_REMINDER);
    }

    /** Nobody wants it when all of it has been dealt with meanwhile. */
    @Override
    public Optional<MailTask> prepare(Notification notification) {
        List<Part> parts = ReminderReading.parts(em, notification.subjectId(), settings.listed());
        if (parts.isEmpty()) {
            return Optional.empty();
        }
        long reports = parts.stream().mapToLong(Part::total).sum();
        Map<String, Object> values = new HashMap<>();
        values.put("parts", parts.stream().map(part -> part(part, notification)).toList());
        values.put("gist", words.gist(parts, notification.language()));
        values.put("oneReport", reports == 1);
        values.put("escalated", parts.stream().anyMatch(Part::escalated));
        values.put("home", service.publicUrl());
        values.put("contact", service.contactEmail());
        return Optional.of(MailTask.of(notification, values, Optional.empty()));
    }

    private Map<String, Object> part(Part part, Notification notification) {
        Optional<Authority> authority = authorities.find(part.authorityCode());
        String slug = authority.map(Authority::slug).orElse(part.authorityCode());
        List<Map<String, Object>> lines = new ArrayList<>();
        for (Line line : part.lines()) {
            lines.add(Map.of(
                    "title", line.title(),
                    "facts", words.facts(line, notification.language()),
                    "missed", words.missed(line, part.escalated(), notification.language()),
                    "url", url(part, line)));
        }
        long more = part.total() - lines.size();
        Map<String, Object> values = new HashMap<>();
        values.put("authority", authority.map(Authority::name).orElse(part.authorityCode()));
        values.put("told", part.escalated());
        values.put("lines", lines);
        values.put("more", more > 0 ? Long.toString(more) : "");
        values.put("inbox", service.link("/handlaggning?a=" + slug + filter(part)));
        return values;
    }

    /** Who works there signs in; an office without accounts answers by the link. */
    private String url(Part part, Line line) {
        return part.staff()
                ? service.link("/handlaggning/rapport/" + line.reportId())
                : links.issue(line.reportId(), part.authorityCode());
    }

    /** The inbox as narrow as it can be that has all of them. */
    private static String filter(Part part) {
        if (part.unsolved() > 0 && part.unanswered() > 0) {
            return "";
        }
        return part.unsolved() > 0 ? "&deadline=late,very_late" : "&flag=unanswered";
    }
}
