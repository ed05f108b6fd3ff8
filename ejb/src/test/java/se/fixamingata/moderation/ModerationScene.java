package se.fixamingata.moderation;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import se.fixamingata.RecordedEvents;
import se.fixamingata.TestClock;
import se.fixamingata.account.Account;
import se.fixamingata.account.Caller;
import se.fixamingata.account.Membership;
import se.fixamingata.account.Role;
import se.fixamingata.audit.AuditTrail;
import se.fixamingata.map.MapCounts;
import se.fixamingata.municipality.PrivateCategories;
import se.fixamingata.photo.DatabasePhotoStore;
import se.fixamingata.photo.PhotoModeration;
import se.fixamingata.photo.PhotoOwner;
import se.fixamingata.photo.PreparedPhoto;
import se.fixamingata.report.Actor;
import se.fixamingata.report.Report;
import se.fixamingata.report.ReportChanged;
import se.fixamingata.report.ReportRow;
import se.fixamingata.settings.ServerKeys;
import se.fixamingata.shared.Language;
import se.fixamingata.update.ReportUpdate;

/** All use cases of this package as the container would wire them, on one entity manager; the map counts, as in the server. */
public final class ModerationScene {

    /** In Forshaga; {@link #ELSEWHERE} is in Stockholm. */
    static final long REPORT = 101;

    static final long ELSEWHERE = 102;

    static final PreparedPhoto PICTURE = new PreparedPhoto(new byte[] {1}, 800, 600, new byte[] {2}, 320, 240);

    final RecordedEvents<ReportChanged> changed;
    public final AbuseReporters people;
    public final AbuseReporting reporting;
    final Moderation moderation;
    final Rewording rewording;
    final ModerationQueue queue;
    final ModerationErasure erasure;

    private final EntityManager em;
    private final TestClock clock;

    public ModerationScene(EntityManager em, TestClock clock) {
        this.em = em;
        this.clock = clock;
        changed = new RecordedEvents<>(new MapCounts(em)::count);
        AuditTrail audit = new AuditTrail(em, clock);
        Subjects subjects = new Subjects(em, new PhotoModeration(em), new PrivateCategories(em), changed, clock);
        Judging judging = new Judging(em, subjects, audit, clock);
        people = new AbuseReporters(new ServerKeys(em));
        reporting = new AbuseReporting(em, subjects, audit, clock, 20);
        moderation = new Moderation(judging, subjects);
        rewording = new Rewording(em, judging, subjects);
        queue = new ModerationQueue(em, clock);
        erasure = new ModerationErasure(em, people);
    }

    /** Two municipalities with a public report each. */
    void reports() {
        ReportRow.addMunicipalities(em);
        ReportRow.add(
                em,
                ReportRow.of(REPORT, 59.5286, 13.4812),
                ReportRow.of(ELSEWHERE, 59.3293, 18.0687).in("0180"));
        // One who allows the name, although it is not shown just now, and one who does not.
        em.createNativeQuery("update report set name_consent = true where id = " + REPORT)
                .executeUpdate();
    }

    Report report() {
        return em.find(Report.class, REPORT);
    }

    /** Somebody who works there. */
    Caller staff(String authority, Role role, String... categories) {
        Account account = new Account(
                role.code() + "." + authority + "." + categories.length + "@example.org",
                "Kim",
                Language.SV,
                clock.instant());
        em.persist(account);
        em.flush();
        return new Caller(
                account.id(),
                1,
                "Kim",
                account.email(),
                Language.SV,
                false,
                List.of(new Membership(authority, role, Set.of(categories))));
    }

    Caller caseworker() {
        return staff("1763", Role.CASEWORKER);
    }

    Caller operator() {
        Account account = new Account("drift@example.org", "Drift", Language.SV, clock.instant());
        em.persist(account);
        em.flush();
        return new Caller(account.id(), 1, "Drift", account.email(), Language.SV, true, List.of());
    }

    /** A neighbour's published words. */
    ReportUpdate update(String text) {
        ReportUpdate update = ReportUpdate.byResident(
                REPORT,
                Actor.RESIDENT,
                null,
                "Bo Ek",
                "bo@example.org",
                true,
                Language.SV,
                text,
                false,
                clock.instant());
        update.publish(clock.instant());
        em.persist(update);
        em.flush();
        return update;
    }

    String photo() {
        String id = new DatabasePhotoStore(em, clock)
                .add(new PhotoOwner.Report(REPORT), "IMG.jpg", PICTURE)
                .orElseThrow();
        if (report().thumbnail() == null) {
            report().showThumbnail(id);
            em.flush();
        }
        return id;
    }

    /** Somebody with a browser of their own, from a network that tells something. */
    public AbuseReporter reader(int number) {
        return people.recognise(Optional.empty(), "browser" + number, Optional.of("203.0." + number));
    }

    AbuseResult report(Subject subject, AbuseReporter who) {
        return reporting.report(subject, AbuseReason.INSULT, "Det är elakt.", who);
    }

    void reportThrice(Subject subject) {
        for (int i = 1; i <= 3; i++) {
            report(subject, reader(i));
        }
    }

    List<?> history(String column) {
        return em.createNativeQuery("select " + column + " from history_entry where kind = 'MODERATED' order by at, id")
                .getResultList();
    }

    List<?> audit(String column) {
        return em.createNativeQuery("select " + column + " from audit_entry order by id")
                .getResultList();
    }

    long onMap() {
        return ((Number) em.createNativeQuery(
                                "select coalesce(sum(reports), 0) from map_cell where level = 8 and category = '*'")
                        .getSingleResult())
                .longValue();
    }
}
