package se.fixamingata.reminder;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import se.fixamingata.RecordedEvents;
import se.fixamingata.TestClock;
import se.fixamingata.account.Account;
import se.fixamingata.account.Accounts;
import se.fixamingata.account.Caller;
import se.fixamingata.account.Role;
import se.fixamingata.account.StaffMember;
import se.fixamingata.calendar.WorkingCalendar;
import se.fixamingata.category.Categories;
import se.fixamingata.jobs.timetable.Timetable;
import se.fixamingata.mail.LetterTemplates;
import se.fixamingata.mail.LetterText;
import se.fixamingata.mail.MessageIds;
import se.fixamingata.municipality.Authorities;
import se.fixamingata.municipality.Municipalities;
import se.fixamingata.notification.MailTask;
import se.fixamingata.notification.Notification;
import se.fixamingata.notification.Notifications;
import se.fixamingata.report.ReportRow;
import se.fixamingata.secretlink.AnswerLinks;
import se.fixamingata.secretlink.SecretLinks;
import se.fixamingata.settings.ServiceSettings;
import se.fixamingata.shared.Language;

/** The job as the container would run it, on one entity manager; reports are rows with whatever days a test needs. */
final class ReminderScene {

    static final String FORSHAGA = "1763";
    static final String STOCKHOLM = "0180";
    static final String OFFICE = "gata@forshaga.example";

    final EntityManager em;
    final ReminderSettings settings = new ReminderSettings(2, 5, 20);
    final ReminderAddresses addresses;
    final Reminding reminding;
    final ReminderPreview preview;
    private final ServiceSettings service = new ServiceSettings("https://example.org", "info@example.org", false);
    private final TestClock clock;

    ReminderScene(EntityManager em, TestClock clock) {
        this.em = em;
        this.clock = clock;
        addresses = new ReminderAddresses(em);
        reminding = new Reminding(
                em,
                settings,
                new Accounts(em),
                new Notifications(em, new MessageIds(service), new RecordedEvents<>(), clock));
        preview = new ReminderPreview(em, settings, Timetable.asShipped(), clock);
    }

    ReminderScene municipalities() {
        ReportRow.addMunicipalities(em);
        sql("update authority set state = 'LIVE', name = 'Forshaga kommun', slug = 'forshaga', email = '" + OFFICE
                + "' where code = '1763'");
        return this;
    }

    void sql(String statement) {
        em.createNativeQuery(statement).executeUpdate();
    }

    long count(String query) {
        return ((Number) em.createNativeQuery(query).getSingleResult()).longValue();
    }

    List<?> list(String query) {
        return em.createNativeQuery(query).getResultList();
    }

    /** Delivered, open, and to be answered and solved by those days. */
    void report(long id, String answerBy, String solveBy) {
        report(id, FORSHAGA, answerBy, solveBy);
    }

    void report(long id, String authority, String answerBy, String solveBy) {
        ReportRow.add(
                em,
                ReportRow.of(id, 59.53, 13.48)
                        .in(authority)
                        .saying("Fel nummer " + id, "Det är trasigt sedan länge", "Storgatan " + id));
        late("id = " + id, answerBy, solveBy);
    }

    void late(String which, String answerBy, String solveBy) {
        sql("update report set due_from = '2026-10-01', answer_due_on = '" + answerBy + "', solve_due_on = '" + solveBy
                + "' where " + which);
        sql(
                "insert into delivery (id, report_id, authority_code, channel, state, attempts, created_at, next_attempt_at,"
                        + " message_id, version) select 1000000 + id, id, authority_code, 'MAIL', 'DELIVERED', 1, '2026-10-01',"
                        + " '2026-10-01', concat('<', id, '>'), 1 from report where " + which);
    }

    Caller administrator(String authority, String email, String... only) {
        return staff(authority, email, Role.ADMINISTRATOR, only);
    }

    Caller staff(String authority, String email, Role role, String... only) {
        Account account = new Account(email, "Kim", Language.EN, clock.instant());
        em.persist(account);
        em.flush();
        StaffMember place = new StaffMember(account.id(), authority, role, Set.of(only), clock.instant());
        em.persist(place);
        em.flush();
        return new Caller(account.id(), 1, "Kim", email, Language.EN, false, List.of(place.membership()));
    }

    /** That morning's job. */
    int run() {
        Optional<LocalDate> morning = ReminderMorning.at(clock.instant());
        int reminded = 0;
        if (morning.isPresent()) {
            String last = "";
            for (List<ReminderAddress> page = addresses.next(morning.get(), last);
                    !page.isEmpty();
                    page = addresses.next(morning.get(), last)) {
                for (ReminderAddress address : page) {
                    reminded += reminding.remind(address);
                    last = address.email();
                }
            }
        }
        em.flush();
        return reminded;
    }

    /** So many working days later. */
    void later(int workingDays) {
        LocalDate today = WorkingCalendar.day(clock.instant());
        LocalDate then = WorkingCalendar.ofSweden().plus(today, workingDays);
        clock.set(then.atTime(7, 0).atZone(WorkingCalendar.ZONE).toInstant());
    }

    /** "gata@forshaga.example 1/SOLVE/2" for each report that somebody was reminded of today. */
    List<String> today() {
        List<String> lines = new ArrayList<>();
        list("select concat(d.email, ' ', s.report_id, '/', s.kind, '/', s.round, if(s.escalated, '!', ''))"
                        + " from reminder_sent s join reminder_digest d on d.id = s.digest_id where d.day = '"
                        + WorkingCalendar.day(clock.instant()) + "' order by d.email, s.report_id")
                .forEach(row -> lines.add((String) row));
        return lines;
    }

    List<Notification> mails() {
        return em.createQuery(
                        "select n from Notification n where n.kind ="
                                + " se.fixamingata.notification.NotificationKind.DEADLINE_REMINDER order by n.id",
                        Notification.class)
                .getResultList();
    }

    Optional<MailTask> prepare(Notification mail) {
        return new ReminderMails(
                        em,
                        settings,
                        new ReminderWords(new Categories(em), new Municipalities(em)),
                        new Authorities(em),
                        new AnswerLinks(new SecretLinks(em, clock), service),
                        service)
                .prepare(mail);
    }

    LetterText letter(Notification mail) {
        MailTask task = prepare(mail).orElseThrow();
        Map<String, Object> values = new HashMap<>(task.values());
        values.put("recipient", task.recipient());
        return new LetterTemplates().write("deadline-reminder", task.language(), values);
    }

    long statements() {
        Object[] row = (Object[])
                em.createNativeQuery("show session status like 'Questions'").getSingleResult();
        return Long.parseLong(row[1].toString());
    }
}
