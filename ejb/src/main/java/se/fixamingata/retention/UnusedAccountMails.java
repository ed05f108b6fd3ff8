package se.fixamingata.retention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import se.fixamingata.account.Account;
import se.fixamingata.account.Accounts;
import se.fixamingata.jobs.timetable.CronTime;
import se.fixamingata.notification.MailContent;
import se.fixamingata.notification.MailTask;
import se.fixamingata.notification.Notification;
import se.fixamingata.notification.NotificationKind;
import se.fixamingata.settings.ServiceSettings;
import se.fixamingata.shared.Language;

/** "Your account will be erased unless you sign in." Carries no secret: it leads to the page where everybody signs in. */
@ApplicationScoped
public class UnusedAccountMails implements MailContent {

    @Inject
    Accounts accounts;

    @Inject
    RetentionPeriods periods;

    @Inject
    ServiceSettings service;

    /** For the container. */
    public UnusedAccountMails() {}

    /** For tests. */
    UnusedAccountMails(Accounts accounts, RetentionPeriods periods, ServiceSettings service) {
        this.accounts = accounts;
        this.periods = periods;
        this.service = service;
    }

    @Override
    public Set<NotificationKind> kinds() {
        return EnumSet.of(NotificationKind.ACCOUNT_UNUSED);
    }

    /** Nobody wants it who has signed in since, or has no account any more. */
    @Override
    public Optional<MailTask> prepare(Notification notification) {
        return accounts.find(notification.recipient())
                .filter(account ->
                        account.id().equals(notification.subjectId()) && isUnusedSince(account, notification))
                .map(account -> MailTask.of(notification, values(account, notification), Optional.empty()));
    }

    private static String day(Instant moment, Language language) {
        return DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.forLanguageTag(language.code()))
                .format(moment.atZone(CronTime.ZONE));
    }

    private static boolean isUnusedSince(Account account, Notification notification) {
        return account.lastSeenAt() == null || account.lastSeenAt().isBefore(notification.createdAt());
    }

    private Map<String, Object> values(Account account, Notification notification) {
        Instant used = account.lastSeenAt() == null ? account.createdAt() : account.lastSeenAt();
        Instant goes = notification
                .createdAt()
                .atZone(CronTime.ZONE)
                .plus(periods.of(RetentionRule.ACCOUNT))
                .toInstant();
        Map<String, Object> values = new HashMap<>();
        values.put("home", service.publicUrl());
        values.put("contact", service.contactEmail());
        values.put("link", service.link("/logga-in"));
        values.put("used", day(used, notification.language()));
        values.put("goes", day(goes, notification.language()));
        return values;
    }
}
