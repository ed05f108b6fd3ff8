package se.fixamingata.following;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.List;
import se.fixamingata.RecordedEvents;
import se.fixamingata.TestClock;
import se.fixamingata.account.Account;
import se.fixamingata.account.Accounts;
import se.fixamingata.account.Caller;
import se.fixamingata.audit.AuditTrail;
import se.fixamingata.category.Categories;
import se.fixamingata.mail.MessageIds;
import se.fixamingata.mail.ReportReading;
import se.fixamingata.municipality.Authorities;
import se.fixamingata.municipality.Municipalities;
import se.fixamingata.notification.Notification;
import se.fixamingata.notification.Notifications;
import se.fixamingata.photo.DatabasePhotoStore;
import se.fixamingata.secretlink.SecretLinks;
import se.fixamingata.settings.ServerKeys;
import se.fixamingata.settings.ServiceSettings;
import se.fixamingata.shared.Language;
import se.fixamingata.subscription.ConfirmationSteps;
import se.fixamingata.subscription.LetterStops;
import se.fixamingata.subscription.ManageTokens;
import se.fixamingata.subscription.QuestionStops;
import se.fixamingata.subscription.Subscription;
import se.fixamingata.subscription.SubscriptionLinks;
import se.fixamingata.subscription.SubscriptionMailLimit;
import se.fixamingata.subscription.UnsubscribeTokens;
import se.fixamingata.subscription.Unsubscribing;

/** All use cases of this package as the container would wire them, on one entity manager. */
final class FollowScene {

    static final int MAILS_PER_HOUR = 3;

    final EntityManager em;
    final TestClock clock;
    final SecretLinks secrets;
    final Followers followers;
    final FollowLinks links;
    final Following following;
    final FollowConfirmation confirmation;
    final Unsubscribing unsubscribing;
    final FollowMails mails;

    FollowScene(EntityManager em, TestClock clock) {
        this.em = em;
        this.clock = clock;
        ServiceSettings service = new ServiceSettings("https://example.org", "info@example.org", false);
        AuditTrail audit = new AuditTrail(em, clock);
        secrets = new SecretLinks(em, clock);
        followers = new Followers(em);
        UnsubscribeTokens endings = new UnsubscribeTokens(new ServerKeys(em));
        SubscriptionLinks subscriptionLinks = new SubscriptionLinks(
                secrets,
                service,
                Duration.ofDays(30),
                endings,
                new ManageTokens(new ServerKeys(em), clock, Duration.ofDays(60)));
        links = new FollowLinks(secrets, service, Duration.ofDays(30), subscriptionLinks);
        following = new Following(
                em,
                followers,
                new SubscriptionMailLimit(em, clock, MAILS_PER_HOUR),
                new Notifications(em, new MessageIds(service), new RecordedEvents<>(), clock),
                audit,
                clock);
        confirmation =
                new FollowConfirmation(em, new ConfirmationSteps(em, new Accounts(em), secrets, clock), audit, clock);
        unsubscribing = new Unsubscribing(
                em,
                endings,
                secrets,
                new QuestionStops(em, endings, service, clock),
                new LetterStops(em, endings, service),
                audit,
                clock);
        mails = new FollowMails(
                em,
                new ReportReading(
                                new Categories(em),
                                new Authorities(em),
                                new Municipalities(em),
                                new DatabasePhotoStore(em, clock),
                                service)
                        .with(em),
                links);
    }

    Caller caller(String email) {
        Account account = new Account(email, "", Language.EN, clock.instant());
        em.persist(account);
        em.flush();
        return new Caller(account.id(), 1, email, email, Language.EN, false, List.of());
    }

    /** The subscriptions of that report, oldest first. */
    List<Subscription> subscriptions(long report) {
        return em.createQuery(
                        "select s from Subscription s where s.reportId = :report order by s.id", Subscription.class)
                .setParameter("report", report)
                .getResultList();
    }

    List<Notification> planned() {
        return em.createQuery("select n from Notification n order by n.id", Notification.class)
                .getResultList();
    }

    /** The secret of the link that a mail to that subscription would carry. */
    String confirmationToken(Subscription subscription) {
        return token(links.confirmation(subscription.reportId(), subscription.id()));
    }

    String unsubscribeToken(Subscription subscription) {
        return token(links.unsubscribe(subscription.reportId(), subscription.id()));
    }

    static String token(String address) {
        return address.substring(address.lastIndexOf('/') + 1);
    }
}
