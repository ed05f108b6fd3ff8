package se.fixamingata.subscription;

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
import se.fixamingata.position.Position;
import se.fixamingata.secretlink.SecretLinks;
import se.fixamingata.settings.ServerKeys;
import se.fixamingata.settings.ServiceSettings;
import se.fixamingata.shared.Language;
import se.fixamingata.shared.SqlTime;

/** All use cases of subscriptions as the container would wire them, on one entity manager. */
public final class SubscriptionScene {

    public static final Area FORSHAGA = new Area.WholeMunicipality("1763");
    public static final Area LAMPS = new Area.CategoryIn("1763", "lighting");
    public static final Position PLACE = Position.of(59.53, 13.48);

    static final int MOST = 3;

    public final EntityManager em;
    public final ServiceSettings service = new ServiceSettings("https://example.org", "info@example.org", false);
    public final SubscriptionSettings settings = new SubscriptionSettings(MOST, 20);
    public final AreaNames names;
    public final SubscriptionLinks links;
    public final Subscribing subscribing;
    public final SubscriptionConfirming confirming;
    public final Unsubscribing unsubscribing;
    public final Managing managing;
    public final ReportReading reading;
    final SubscriptionMails mails;
    private final TestClock clock;

    public SubscriptionScene(EntityManager em, TestClock clock) {
        this.em = em;
        this.clock = clock;
        AuditTrail audit = new AuditTrail(em, clock);
        SecretLinks secrets = new SecretLinks(em, clock);
        UnsubscribeTokens endings = new UnsubscribeTokens(new ServerKeys(em));
        ManageTokens manage = new ManageTokens(new ServerKeys(em), clock, Duration.ofDays(60));
        Subscriptions subscriptions = new Subscriptions(em);
        names = new AreaNames(new Municipalities(em), new Categories(em), service);
        links = new SubscriptionLinks(secrets, service, Duration.ofDays(30), endings, manage);
        subscribing = new Subscribing(
                subscriptions,
                new SubscriptionMailLimit(em, clock, 3),
                settings,
                new Notifications(em, new MessageIds(service), new RecordedEvents<>(), clock),
                audit,
                clock);
        confirming = new SubscriptionConfirming(
                new ConfirmationSteps(em, new Accounts(em), secrets, clock),
                subscriptions,
                settings,
                manage,
                audit,
                clock);
        unsubscribing = new Unsubscribing(
                em,
                endings,
                secrets,
                new QuestionStops(em, endings, service, clock),
                new LetterStops(em, endings, service),
                audit,
                clock);
        managing = new Managing(em, subscriptions, manage, names, service, audit, clock);
        mails = new SubscriptionMails(em, names, links, service);
        reading = new ReportReading(
                        new Categories(em),
                        new Authorities(em),
                        new Municipalities(em),
                        new DatabasePhotoStore(em, clock),
                        service)
                .with(em);
    }

    public Caller caller(String email) {
        Account account = new Account(email, "", Language.EN, clock.instant());
        em.persist(account);
        em.flush();
        return new Caller(account.id(), 1, email, email, Language.EN, false, List.of());
    }

    /** Watches from now on, without an account. */
    public Subscription active(String email, Area area, Frequency frequency) {
        Subscription row = new Subscriptions(em).lockOrAdd(area, email, Language.SV, frequency, clock.instant());
        row.activate(clock.instant());
        em.flush();
        return row;
    }

    /** So many others, each with an address of its own, watch that municipality from now on. */
    public void many(int count, String municipality, Frequency frequency) {
        em.createNativeQuery("insert into subscription (id, kind, email, language, state, frequency, area,"
                        + " municipality_code, created_at, news_from, version) select next value for inner_number,"
                        + " 'MUNICIPALITY', concat('s', seq, '@example.org'), 'sv', 'ACTIVE', ?1, concat('m/', ?2), ?2,"
                        + " ?3, ?3, 1 from seq_1_to_" + count)
                .setParameter(1, frequency.name())
                .setParameter(2, municipality)
                .setParameter(3, SqlTime.text(clock.instant()))
                .executeUpdate();
    }

    public List<Subscription> all() {
        return em.createQuery("select s from Subscription s order by s.id", Subscription.class)
                .getResultList();
    }

    public List<Notification> planned() {
        return em.createQuery("select n from Notification n order by n.nextAttemptAt, n.id", Notification.class)
                .getResultList();
    }

    public static String token(String address) {
        return address.substring(address.lastIndexOf('/') + 1);
    }
}
