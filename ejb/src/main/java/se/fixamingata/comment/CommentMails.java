package se.fixamingata.comment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import se.fixamingata.following.FollowLinks;
import se.fixamingata.following.Followers;
import se.fixamingata.mail.ReportFacts;
import se.fixamingata.mail.ReportReading;
import se.fixamingata.notification.MailContent;
import se.fixamingata.notification.MailTask;
import se.fixamingata.notification.Notification;
import se.fixamingata.notification.NotificationKind;
import se.fixamingata.photo.Photo;
import se.fixamingata.photo.PhotoOwner;
import se.fixamingata.photo.PhotoStore;
import se.fixamingata.report.Actor;
import se.fixamingata.report.Report;
import se.fixamingata.report.Visibility;
import se.fixamingata.reporter.ReporterLinks;
import se.fixamingata.secretlink.Purpose;
import se.fixamingata.secretlink.SecretLinks;
import se.fixamingata.settings.ServiceSettings;
import se.fixamingata.shared.Language;
import se.fixamingata.subscription.Subscription;
import se.fixamingata.update.ReportUpdate;

/** What the mails about comments say to their writer, to the reporter and to followers. */
@ApplicationScoped
public class CommentMails implements MailContent {

    @Inject
    EntityManager em;

    @Inject
    ReportReading reading;

    @Inject
    PhotoStore photos;

    @Inject
    SecretLinks links;

    @Inject
    ReporterLinks reporters;

    @Inject
    Followers followers;

    @Inject
    FollowLinks followLinks;

    @Inject
    ServiceSettings service;

    @Inject
    CommentSettings settings;

    @Override
    public Set<NotificationKind> kinds() {
        return EnumSet.of(NotificationKind.CONFIRM_UPDATE, NotificationKind.REPORT_COMMENTED);
    }

    @Override
    public Optional<MailTask> prepare(Notification notification) {
        return notification.kind() == NotificationKind.CONFIRM_UPDATE ? confirmation(notification) : news(notification);
    }

    /** Nobody wants it when the comment has been confirmed or deleted, or its address corrected, since it was planned. */
    private Optional<MailTask> confirmation(Notification notification) {
        return Optional.ofNullable(em.find(ReportUpdate.class, notification.subjectId()))
                .filter(update ->
                        !update.isConfirmed() && notification.recipient().equals(update.email()))
                .flatMap(update -> facts(update)
                        .map(facts -> MailTask.of(notification, toWriter(facts, update), Optional.of(facts.report()))));
    }

    private Map<String, Object> toWriter(ReportFacts facts, ReportUpdate update) {
        Map<String, Object> values = words(facts, update, update.language());
        values.put(
                "link",
                service.link("/bekrafta/"
                        + links.issue(
                                        Purpose.CONFIRM_UPDATE,
                                        update.reportId(),
                                        update.id(),
                                        settings.confirmationLifetime())
                                .text()));
        values.put("days", settings.confirmationLifetime().toDays());
        return values;
    }

    /** Nobody wants it when the comment has been hidden, or the recipient is neither the reporter nor a follower any more. */
    private Optional<MailTask> news(Notification notification) {
        return Told.by(em, notification)
                .flatMap(told -> facts(told.update()).flatMap(facts -> news(notification, facts, told)));
    }

    private Optional<MailTask> news(Notification notification, ReportFacts facts, Told told) {
        Report report = facts.report();
        Map<String, Object> values = words(facts, told.update(), notification.language());
        values.put("reopened", told.reopened());
        if (notification.recipient().equals(report.reporter().email()) && report.visibility() != Visibility.HIDDEN) {
            values.put("link", reporters.page(report.id()));
            values.put("unsubscribe", "");
            return Optional.of(MailTask.of(notification, values, Optional.of(report)));
        }
        return followers
                .find(notification.recipient(), report.id())
                .filter(subscription -> subscription.isActive() && report.isListed())
                .map(subscription -> toFollower(notification, report, values, subscription));
    }

    private MailTask toFollower(
            Notification notification, Report report, Map<String, Object> values, Subscription subscription) {
        String unsubscribe = followLinks.unsubscribe(report.id(), subscription.id());
        values.put("link", service.link("/rapport/" + report.id()));
        values.put("unsubscribe", unsubscribe);
        return MailTask.of(notification, values, Optional.of(report)).endedBy(unsubscribe);
    }

    private Optional<ReportFacts> facts(ReportUpdate update) {
        return Optional.ofNullable(em.find(Report.class, update.reportId()))
                .flatMap(report -> reading.find(report.id(), report.authorityCode()));
    }

    /** What was written, and by whom as far as everybody may know. */
    private Map<String, Object> words(ReportFacts facts, ReportUpdate update, Language language) {
        Map<String, Object> values = new HashMap<>(facts.values(language));
        List<Photo> pictures = photos.of(new PhotoOwner.Update(update.id()));
        values.put("lines", update.text().lines().toList());
        values.put("text", update.text());
        values.put("writer", update.showsName() && update.name() != null ? update.name() : "");
        values.put("byReporter", update.author() == Actor.REPORTER);
        values.put("looksFixed", update.looksFixed());
        values.put("pictures", pictures.isEmpty() ? "" : String.valueOf(pictures.size()));
        values.put("onePicture", pictures.size() == 1);
        return values;
    }
}
