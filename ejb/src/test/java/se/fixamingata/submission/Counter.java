package se.fixamingata.submission;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import se.fixamingata.RecordedEvents;
import se.fixamingata.TestClock;
import se.fixamingata.audit.AuditTrail;
import se.fixamingata.category.Categories;
import se.fixamingata.deadline.TestDeadlines;
import se.fixamingata.extraquestion.ExtraQuestions;
import se.fixamingata.extraquestion.ReportAnswers;
import se.fixamingata.geography.Boundaries;
import se.fixamingata.geography.ReferenceData;
import se.fixamingata.mail.MessageIds;
import se.fixamingata.municipality.Authorities;
import se.fixamingata.municipality.CategoryCatalogue;
import se.fixamingata.municipality.PrivateCategories;
import se.fixamingata.municipality.Router;
import se.fixamingata.notification.NotificationKind;
import se.fixamingata.notification.Notifications;
import se.fixamingata.photo.DatabasePhotoStore;
import se.fixamingata.photo.PreparedPhoto;
import se.fixamingata.report.Report;
import se.fixamingata.report.ReportChanged;
import se.fixamingata.report.ReportConfirmed;
import se.fixamingata.report.ReportSubmitted;
import se.fixamingata.reporter.ReporterLinks;
import se.fixamingata.secretlink.Purpose;
import se.fixamingata.secretlink.SecretLinks;
import se.fixamingata.settings.ServiceSettings;
import se.fixamingata.shared.Language;
import se.fixamingata.shared.SecretToken;

/** All use cases of this package as the container would wire them, on one entity manager; events are recorded. */
final class Counter {

    static final Duration THIRTY_DAYS = Duration.ofDays(30);
    static final SubmissionSettings SETTINGS = new SubmissionSettings(Duration.ofHours(24), THIRTY_DAYS, 5, 10, 8);
    /** In the middle of Forshaga, far from any border. */
    static final DraftFields GOOD = new DraftFields(
            59.5286,
            13.4812,
            "Storgatan 1, Forshaga",
            null,
            "lighting",
            "Lampan är trasig",
            "Den blinkar hela natten utanför skolan.",
            "Anna Andersson",
            "anna@example.org",
            "070-123 45 67",
            true);

    static final PreparedPhoto PHOTO = new PreparedPhoto(new byte[] {1}, 800, 600, new byte[] {2}, 320, 240);

    private static final ServiceSettings SERVICE =
            new ServiceSettings("https://example.org", "info@example.org", false);

    /** Read once for all tests. */
    private static final Boundaries BOUNDARIES = new Boundaries(ReferenceData.builtIn());

    final RecordedEvents<ReportConfirmed> confirmed = new RecordedEvents<>();
    final RecordedEvents<ReportChanged> changed = new RecordedEvents<>();
    final RecordedEvents<ReportSubmitted> submitted;
    final Drafts drafts;
    final SecretLinks links;
    final DraftDesk desk;
    final ReportSubmission submission = new ReportSubmission();
    final ReportConfirmation confirmation;
    final ReporterLinks reporters;
    final ExtraQuestions questions;
    final ReportAnswers answers;

    Counter(EntityManager em, TestClock clock) {
        DatabasePhotoStore photos = new DatabasePhotoStore(em, clock);
        AuditTrail audit = new AuditTrail(em, clock);
        MessageIds ids = new MessageIds(SERVICE);
        Notifications notifications = new Notifications(em, ids, new RecordedEvents<>(), clock);
        questions = new ExtraQuestions(em);
        answers = new ReportAnswers(em);
        drafts = new Drafts(em, clock);
        links = new SecretLinks(em, clock);
        // As the observer in the notification package does.
        submitted = new RecordedEvents<>(event -> {
            Report report = em.find(Report.class, event.reportId());
            notifications.plan(
                    NotificationKind.CONFIRM_REPORT,
                    report.id(),
                    report.reporter().email(),
                    report.language());
        });
        desk = new DraftDesk(drafts, photos, SETTINGS, clock);
        submission.em = em;
        submission.drafts = drafts;
        submission.rules = new SubmissionRules(
                new Router(BOUNDARIES, new CategoryCatalogue(new Categories(em), new Authorities(em))), questions);
        submission.answers = answers;
        submission.mails = new ConfirmationMails(em, SETTINGS, clock);
        submission.photos = photos;
        submission.notifications = notifications;
        submission.links = links;
        submission.audit = audit;
        submission.atOnce = new AtOnce(em, audit, confirmed, changed, TestDeadlines.of(em, clock), clock);
        submission.settings = SETTINGS;
        submission.submitted = submitted;
        submission.clock = clock;
        PrivateCategories privates = new PrivateCategories(em);
        submission.privateCategories = privates;
        reporters = new ReporterLinks(links, SERVICE, clock, Duration.ofDays(365), Duration.ofDays(60));
        confirmation = new ReportConfirmation(
                em, links, reporters, privates, audit, confirmed, changed, TestDeadlines.of(em, clock), clock);
    }

    SecretToken start(DraftFields fields) {
        return desk.start(fields, Language.SV);
    }

    /** Sends a good draft; returns the report's number. */
    long send(DraftFields fields) {
        return ((SubmissionResult.Sent) submission.submit(start(fields))).reportId();
    }

    String link(long reportId) {
        return links.issue(Purpose.CONFIRM_REPORT, reportId, THIRTY_DAYS).text();
    }
}
