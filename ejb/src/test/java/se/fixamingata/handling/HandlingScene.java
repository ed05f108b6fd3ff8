package se.fixamingata.handling;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import se.fixamingata.RecordedEvents;
import se.fixamingata.TestClock;
import se.fixamingata.account.Account;
import se.fixamingata.account.Accounts;
import se.fixamingata.account.Caller;
import se.fixamingata.account.Membership;
import se.fixamingata.account.Role;
import se.fixamingata.account.StaffMember;
import se.fixamingata.audit.AuditTrail;
import se.fixamingata.category.Categories;
import se.fixamingata.deadline.TestDeadlines;
import se.fixamingata.geography.Boundaries;
import se.fixamingata.geography.NearestAddress;
import se.fixamingata.geography.Nominatim;
import se.fixamingata.geography.NominatimSettings;
import se.fixamingata.geography.TestGeodata;
import se.fixamingata.handling.history.CaseHistory;
import se.fixamingata.handling.mail.AnswerLetters;
import se.fixamingata.handling.mail.Telling;
import se.fixamingata.mail.LetterTemplates;
import se.fixamingata.mail.MessageIds;
import se.fixamingata.mail.PlacePicture;
import se.fixamingata.mail.ReportReading;
import se.fixamingata.municipality.Authorities;
import se.fixamingata.municipality.CategoryCatalogue;
import se.fixamingata.municipality.Municipalities;
import se.fixamingata.municipality.PrivateCategories;
import se.fixamingata.municipality.TestMunicipalities;
import se.fixamingata.notification.MailWriting;
import se.fixamingata.notification.Notifications;
import se.fixamingata.photo.DatabasePhotoStore;
import se.fixamingata.position.Position;
import se.fixamingata.report.Report;
import se.fixamingata.report.ReportChanged;
import se.fixamingata.report.ReportContent;
import se.fixamingata.report.ReportHandedOver;
import se.fixamingata.report.ReportPlace;
import se.fixamingata.report.ReportStatus;
import se.fixamingata.report.Reporter;
import se.fixamingata.report.Source;
import se.fixamingata.reporter.ReporterLinks;
import se.fixamingata.secretlink.SecretLinks;
import se.fixamingata.sending.SendingScene;
import se.fixamingata.settings.ServiceSettings;
import se.fixamingata.shared.Language;
import se.fixamingata.shared.SqlTime;
import se.fixamingata.update.UpdateDocuments;

/** All use cases of handling as the container would wire them, on one entity manager; events are recorded. */
public final class HandlingScene {

    public static final String FORSHAGA = "1763";
    public static final String KARLSTAD = "1780";
    public static final String STOCKHOLM = "0180";
    public static final Duration WAIT = Duration.ofDays(5);

    /** Read once for all tests. */
    private static final AtomicLong NUMBERS = new AtomicLong();

    private static final Boundaries BOUNDARIES = new Boundaries(TestGeodata.builtIn());

    public final EntityManager em;
    public final TestClock clock;
    public final ServiceSettings service =
            new ServiceSettings("https://fixamingata.test", "info@fixamingata.test", false);
    public final RecordedEvents<ReportChanged> changed = new RecordedEvents<>();
    public final RecordedEvents<StatusChanged> statusChanged = new RecordedEvents<>();
    public final RecordedEvents<AuthorityAnswered> answered = new RecordedEvents<>();
    public final RecordedEvents<ReportHandedOver> handedOver = new RecordedEvents<>();
    public final Authorities authorities;
    public final Telling telling;
    public final AnswerLetters letters;
    public final CaseHandling handling = new CaseHandling();
    public final CaseWork work = new CaseWork();
    public final Merging merging = new Merging();
    public final CaseReach reach;

    public HandlingScene(EntityManager em, TestClock clock) {
        this.em = em;
        this.clock = clock;
        authorities = new Authorities(em);
        reach = new CaseReach(em, new CaseHistory(em));
        Notifications notifications = new Notifications(em, new MessageIds(service), new RecordedEvents<>(), clock);
        telling = new Telling(em, notifications);
        ReporterLinks links = new ReporterLinks(
                new SecretLinks(em, clock), service, clock, Duration.ofDays(365), Duration.ofDays(60));
        DatabasePhotoStore photos = new DatabasePhotoStore(em, clock);
        ReportReading reading =
                new ReportReading(new Categories(em), authorities, new Municipalities(em), photos, service).with(em);
        MailWriting writing = new MailWriting(
                List.of(), new LetterTemplates(), new PlacePicture(place -> SendingScene.PICTURE), clock);
        letters = new AnswerLetters(em, reading, writing, links, service);

        CaseDesk desk = desk();
        handling.em = em;
        handling.desk = desk;
        handling.photos = photos;
        handling.documents = new UpdateDocuments(em);
        handling.telling = telling;
        handling.letters = letters;
        handling.statusChanged = statusChanged;
        handling.answered = answered;
        work.desk = desk;
        work.accounts = new Accounts(em);
        work.responsibility = responsibility();
        work.moving = moving();
        work.privateCategories = new PrivateCategories(em);
        work.telling = telling;
        work.wait = WAIT;
        merging.em = em;
        merging.desk = desk;
        merging.duplicates = new Duplicates();
        merging.duplicates.em = em;
        merging.duplicates.clock = clock;
        merging.telling = telling;
        merging.statusChanged = statusChanged;
        merging.answered = answered;
    }

    private CaseDesk desk() {
        CaseDesk desk = new CaseDesk();
        desk.em = em;
        desk.history = new CaseHistory(em);
        desk.reach = reach;
        desk.authorities = authorities;
        desk.audit = new AuditTrail(em, clock);
        desk.changed = changed;
        desk.deadlines = TestDeadlines.of(em, clock);
        desk.clock = clock;
        return desk;
    }

    private Responsibility responsibility() {
        Responsibility responsibility = new Responsibility();
        responsibility.em = em;
        responsibility.catalogue = new CategoryCatalogue(new Categories(em), authorities);
        responsibility.handedOver = handedOver;
        return responsibility;
    }

    private Moving moving() {
        Moving moving = new Moving();
        moving.boundaries = BOUNDARIES;
        moving.addresses = new NearestAddress(
                TestGeodata.builtIn(),
                new Nominatim(new NominatimSettings(Optional.empty(), Duration.ZERO, Duration.ZERO, service)));
        return moving;
    }

    /** Forshaga, Karlstad, Trafikverket; Stockholm, which refuses reports. */
    public void authorities() {
        TestMunicipalities.seed(em, clock);
        sql("update authority set state = 'REFUSING', refusal_sv = 'Använd appen.' where code = '0180'");
        em.flush();
        em.clear();
    }

    /** Somebody who works there; the account and the membership are rows. */
    public Caller staff(String authority, Role role, String... categories) {
        Account account = new Account(
                "a" + NUMBERS.incrementAndGet() + "@" + authority + ".test",
                role + " " + authority,
                Language.SV,
                clock.instant());
        em.persist(account);
        em.persist(new StaffMember(account.id(), authority, role, Set.of(categories), clock.instant()));
        em.flush();
        return new Caller(
                account.id(),
                1,
                account.name(),
                account.email(),
                Language.SV,
                false,
                List.of(new Membership(authority, role, Set.of(categories))));
    }

    public Caller operator() {
        Account account =
                new Account("o" + NUMBERS.incrementAndGet() + "@test.test", "Operatören", Language.SV, clock.instant());
        account.becomeOperator();
        em.persist(account);
        em.flush();
        return new Caller(account.id(), 1, account.name(), account.email(), Language.SV, true, List.of());
    }

    /** A confirmed report in the middle of Forshaga, about a lamp. */
    public Report report() {
        return report(FORSHAGA, "Lampan är trasig", "anna@example.org");
    }

    public Report report(String authority, String title, String email) {
        Report report = Report.submit(
                new ReportPlace(Position.of(59.52858, 13.48125), authority, authority, "Storgatan 1, Forshaga"),
                new ReportContent("lighting", title, "Den blinkar hela natten utanför skolan."),
                new Reporter(email == null ? null : "Anna Andersson", email, "070-123 45 67", false),
                Language.SV,
                Source.WEB,
                clock.instant());
        em.persist(report);
        em.flush();
        em.persist(report.confirm(clock.instant()).atVersion(report.version()));
        TestDeadlines.of(em, clock).settle(report);
        em.flush();
        return report;
    }

    /** A report as if it had come there by itself. */
    public Report report(ReportStatus status) {
        Report report = report();
        if (status == ReportStatus.DUPLICATE) {
            Report main = report(FORSHAGA, "Samma lampa", "main@example.org");
            sql("update report set duplicate_of = " + main.id() + " where id = " + report.id());
        }
        sql("update report set status = '" + status + "', listed = " + (status != ReportStatus.UNCONFIRMED)
                + " where id = " + report.id());
        em.refresh(report);
        return report;
    }

    /** Somebody follows the report. */
    public void follower(long report, String email, String state) {
        em.flush();
        em.createNativeQuery("insert into subscription (id, report_id, email, language, state, created_at, version)"
                        + " values (nextval(inner_number), ?1, ?2, 'en', ?3, ?4, 1)")
                .setParameter(1, report)
                .setParameter(2, email)
                .setParameter(3, state)
                .setParameter(4, SqlTime.text(Instant.EPOCH))
                .executeUpdate();
    }

    public void sql(String statement) {
        em.flush();
        em.createNativeQuery(statement).executeUpdate();
    }

    public long count(String sql) {
        em.flush();
        return ((Number) em.createNativeQuery(sql).getSingleResult()).longValue();
    }

    @SuppressWarnings("unchecked")
    public List<Object> list(String sql) {
        em.flush();
        return em.createNativeQuery(sql).getResultList();
    }

    /** How many rows there are of everything that a change can leave behind. */
    public List<Long> traces() {
        return List.of(
                count("select count(*) from history_entry"),
                count("select count(*) from report_update"),
                count("select count(*) from audit_entry"),
                count("select count(*) from notification"),
                count("select count(*) from subscription"),
                count("select coalesce(sum(version), 0) from report"));
    }
}
