package se.fixamingata.comment;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import se.fixamingata.RecordedEvents;
import se.fixamingata.TestClock;
import se.fixamingata.account.Account;
import se.fixamingata.account.Caller;
import se.fixamingata.audit.AuditTrail;
import se.fixamingata.deadline.TestDeadlines;
import se.fixamingata.following.FollowLinks;
import se.fixamingata.following.Followers;
import se.fixamingata.mail.MessageIds;
import se.fixamingata.notification.MailWriting;
import se.fixamingata.notification.Notification;
import se.fixamingata.notification.NotificationKind;
import se.fixamingata.notification.Notifications;
import se.fixamingata.photo.PreparedPhoto;
import se.fixamingata.report.Report;
import se.fixamingata.reporter.ReporterClaim;
import se.fixamingata.reporter.ReporterLinks;
import se.fixamingata.secretlink.AnswerLinks;
import se.fixamingata.secretlink.Purpose;
import se.fixamingata.secretlink.SecretLinks;
import se.fixamingata.sending.SendingDue;
import se.fixamingata.sending.SendingScene;
import se.fixamingata.settings.ServerKeys;
import se.fixamingata.shared.Language;
import se.fixamingata.shared.SecretToken;
import se.fixamingata.submission.SubmissionSettings;
import se.fixamingata.subscription.SubscriptionLinks;
import se.fixamingata.subscription.UnsubscribeTokens;
import se.fixamingata.update.ReportUpdate;
import se.fixamingata.update.UpdatePublished;

/** All use cases of this package as the container would wire them; each call in a transaction of its own, from any thread. */
final class CommentScene {

    static final Duration THIRTY_DAYS = Duration.ofDays(30);
    static final ReporterClaim NOBODY = ReporterClaim.of(null, Optional.empty());
    static final CommentFields GOOD =
            new CommentFields("Det är fortfarande mörkt.", "Bo Berg", "bo@example.org", false, false);
    static final PreparedPhoto PHOTO = new PreparedPhoto(new byte[] {1, 2}, 800, 600, new byte[] {3}, 320, 240);

    final SendingScene sending;
    final EntityManager em;
    final TestClock clock;
    final SecretLinks links;
    final ReporterLinks reporters;
    final RecordedEvents<UpdatePublished> published;
    final RecordedEvents<SendingDue> due = new RecordedEvents<>();
    final CommentDesk desk;
    final CommentPosting posting = new CommentPosting();
    final ResendingComment resending = new ResendingComment();
    final CommentConfirmation confirmation;
    final CommentMails mails = new CommentMails();
    final AuthorityCopy copy = new AuthorityCopy();

    CommentScene(TestClock clock, int smtpPort) {
        this.clock = clock;
        sending = new SendingScene(clock, smtpPort);
        em = sending.em;
        links = new SecretLinks(em, clock);
        reporters = new ReporterLinks(links, sending.service, clock, Duration.ofDays(365), Duration.ofDays(60));
        CommentSettings settings =
                new CommentSettings(new SubmissionSettings(Duration.ofHours(24), THIRTY_DAYS, 3, 10, 8), 4);
        CommentDrafts drafts = new CommentDrafts(em, clock);
        CommentWriters writers = new CommentWriters(reporters);
        CommentLimits limits = new CommentLimits(em, settings, clock);
        AuditTrail audit = new AuditTrail(em, clock);
        Notifications notifications = new Notifications(em, new MessageIds(sending.service), due, clock);
        AuthorityMailbox mailbox = new AuthorityMailbox(em, sending.authorities);
        published = new RecordedEvents<>(new CommentMailPlanner(em, notifications, mailbox)::published);
        CommentPublishing publishing =
                new CommentPublishing(em, mailbox, audit, published, TestDeadlines.of(em, clock), clock);
        desk = new CommentDesk(em, drafts, writers, sending.photos, settings, clock);
        confirmation = new CommentConfirmation(em, links, publishing, clock);
        posting.em = em;
        posting.drafts = drafts;
        posting.writers = writers;
        posting.limits = limits;
        posting.publishing = publishing;
        posting.photos = sending.photos;
        posting.notifications = notifications;
        posting.audit = audit;
        posting.settings = settings;
        posting.clock = clock;
        resending.em = em;
        resending.drafts = drafts;
        resending.limits = limits;
        resending.notifications = notifications;
        resending.links = links;
        resending.audit = audit;
        mails.em = em;
        mails.reading = sending.reading;
        mails.photos = sending.photos;
        mails.links = links;
        mails.reporters = reporters;
        mails.followers = new Followers(em);
        mails.followLinks = new FollowLinks(
                links,
                sending.service,
                THIRTY_DAYS,
                new SubscriptionLinks(
                        links, sending.service, THIRTY_DAYS, new UnsubscribeTokens(new ServerKeys(em)), null));
        mails.service = sending.service;
        mails.settings = settings;
        copy.em = em;
        copy.reading = sending.reading;
        copy.photos = sending.photos;
        copy.smtp = sending.smtp;
        copy.mailbox = mailbox;
        copy.answerLinks = new AnswerLinks(links, sending.service);
    }

    MailWriting writing() {
        return new MailWriting(List.of(mails, copy), sending.templates, sending.placePicture, clock);
    }

    /** A public report of Åsa's. */
    Report report(String authority) {
        return sending.confirmed(authority, "lighting", "Trasig lampa <b>", Language.SV);
    }

    SecretToken write(Report report, CommentFields fields, ReporterClaim claim) {
        SecretToken secret = SecretToken.random();
        boolean begun = sending.transactions.call(() -> desk.start(secret, report.id(), fields, Language.SV, claim));
        if (!begun) {
            throw new AssertionError("No draft");
        }
        return secret;
    }

    PostingResult post(SecretToken secret, Report report, ReporterClaim claim) {
        return sending.transactions.call(() -> posting.post(secret, report.id(), claim));
    }

    PostingResult post(Report report, CommentFields fields, ReporterClaim claim) {
        return post(write(report, fields, claim), report, claim);
    }

    CommentState confirm(String token) {
        return sending.transactions.call(() -> confirmation.confirm(token));
    }

    CommentState look(String token) {
        return sending.transactions.call(() -> confirmation.look(token));
    }

    /** The secret of a confirmation mail about that comment. */
    String link(Report report, long update) {
        return sending.transactions.call(() -> links.issue(Purpose.CONFIRM_UPDATE, report.id(), update, THIRTY_DAYS)
                .text());
    }

    /** Somebody who came by the link that only the reporter has. */
    ReporterClaim reporter(Report report) {
        String address = sending.transactions.call(() -> reporters.page(report.id()));
        return ReporterClaim.of(address.substring(address.lastIndexOf('/') + 1), Optional.empty());
    }

    ReporterClaim signedIn(String email, String name) {
        return sending.transactions.call(() -> {
            Account account = new Account(email, name, Language.EN, clock.instant());
            em.persist(account);
            em.flush();
            return ReporterClaim.of(
                    null,
                    Optional.of(new Caller(
                            account.id(), 1, name.isBlank() ? email : name, email, Language.EN, false, List.of())));
        });
    }

    void follower(long id, Report report, String email, String language) {
        sql("insert into subscription (id, report_id, email, language, state, created_at, version) values (" + id + ", "
                + report.id() + ", '" + email + "', '" + language + "', 'ACTIVE', '2026-01-01', 1)");
    }

    void sql(String statement) {
        sending.transactions.run(() -> sending.sql(statement));
    }

    ReportUpdate update(long id) {
        return sending.transactions.call(() -> em.find(ReportUpdate.class, id));
    }

    Report reread(Report report) {
        return sending.transactions.call(() -> em.find(Report.class, report.id()));
    }

    List<Notification> planned(NotificationKind kind) {
        return sending.transactions.call(() -> em.createQuery(
                        "select n from Notification n where n.kind = :kind order by n.recipient", Notification.class)
                .setParameter("kind", kind)
                .getResultList());
    }

    long count(String table) {
        return sending.transactions.call(() ->
                ((Number) em.createNativeQuery("select count(*) from " + table).getSingleResult()).longValue());
    }
}
