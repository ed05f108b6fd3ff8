package se.fixamingata.sending;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.Optional;
import se.fixamingata.TestClock;
import se.fixamingata.category.Categories;
import se.fixamingata.mail.LetterTemplates;
import se.fixamingata.mail.Mailer;
import se.fixamingata.mail.PlacePicture;
import se.fixamingata.mail.ReportReading;
import se.fixamingata.mail.SmtpSettings;
import se.fixamingata.municipality.Authorities;
import se.fixamingata.municipality.Municipalities;
import se.fixamingata.photo.DatabasePhotoStore;
import se.fixamingata.photo.PhotoStore;
import se.fixamingata.position.Position;
import se.fixamingata.report.Report;
import se.fixamingata.report.ReportContent;
import se.fixamingata.report.ReportPlace;
import se.fixamingata.report.Reporter;
import se.fixamingata.report.Source;
import se.fixamingata.secretlink.AnswerLinks;
import se.fixamingata.secretlink.SecretLinks;
import se.fixamingata.settings.ReplySettings;
import se.fixamingata.settings.ServiceSettings;
import se.fixamingata.shared.Language;

/** One server's worth of sending beans on the real database, and three authorities: one with addresses, one without, one refusing. */
public final class SendingScene {

    /** The smallest PNG there is: maps are drawn elsewhere. */
    public static final byte[] PICTURE = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10};

    public final TestTransactions transactions = new TestTransactions();
    public final EntityManager em = transactions.em();
    public final ServiceSettings service =
            new ServiceSettings("https://fixamingata.test", "kontakt@fixamingata.test", true);
    public final OutcomeKeeper outcomes = new OutcomeKeeper(transactions, pause -> {});
    public final Authorities authorities = new Authorities(em);
    public final LetterTemplates templates = new LetterTemplates();
    public final PhotoStore photos;
    public final ReportReading reading;
    public final AnswerLinks answerLinks;
    public final ReplySettings replies = new ReplySettings(Optional.of("svar+*@svar.fixamingata.test"));
    public final SmtpSettings smtp;
    public final Mailer mailer;
    public PlacePicture placePicture = new PlacePicture(place -> PICTURE);

    private final TestClock clock;

    public SendingScene(TestClock clock, int smtpPort) {
        this(clock, smtpPort, Duration.ofSeconds(20));
    }

    /**
     * Some are shorter of patience.
     *
     * @param answer how long to wait for the mail server's answer
     */
    public SendingScene(TestClock clock, int smtpPort, Duration answer) {
        this.clock = clock;
        photos = new DatabasePhotoStore(em, clock);
        reading = new ReportReading(new Categories(em), authorities, new Municipalities(em), photos, service).with(em);
        answerLinks = new AnswerLinks(new SecretLinks(em, clock), service);
        smtp = new SmtpSettings("127.0.0.1", smtpPort, "noreply@fixamingata.test", service, answer);
        mailer = new Mailer(smtp);
    }

    /** As an installation that reads mail writes its letters: each with an address of its own to answer to. */
    public AnswerLinks answeredByMail() {
        smtp.with(replies);
        return new AnswerLinks(new SecretLinks(em, clock), service, replies);
    }

    /** Forshaga with an address, and one of its own for street lighting; Kil without an address; Hammarö refusing. */
    public void authorities() {
        transactions.run(() -> {
            authority("1763", "Forshaga kommun", "forshaga", "DEFAULT", "kommun@forshaga.test");
            authority("1715", "Kils kommun", "kil", "DEFAULT", null);
            authority("1761", "Hammarö kommun", "hammaro", "REFUSING", "kommun@hammaro.test");
            sql("insert into category_recipient values ('1763', 'lighting', 'belysning@forshaga.test')");
            sql("update authority set refusal_sv = 'Använd kommunens e-tjänst.', refusal_en = 'Use the e-service.',"
                    + " refusal_url = 'https://hammaro.test/felanmalan' where code = '1761'");
        });
    }

    private void authority(String code, String name, String slug, String state, String email) {
        sql("insert into municipality (code, name, slug, county_code, county, population, lat, lon) values ('" + code
                + "', '" + name.replaceAll("s? kommun$", "") + "', '" + slug
                + "', '17', 'Värmlands län', 11000, 59.53, 13.48)");
        sql("insert into authority (code, kind, state, slug, name, email, changed_at, version) values ('" + code
                + "', 'MUNICIPALITY', '" + state + "', '" + slug + "', '" + name + "', "
                + (email == null ? "null" : "'" + email + "'") + ", '2026-01-01', 1)");
    }

    /** Changes data as an operator would have. */
    public void sql(String statement) {
        em.createNativeQuery(statement).executeUpdate();
    }

    /** A report as it stands just before its confirmation, in a transaction of its own. */
    public Report submitted(String authority, String category, String title, Language language) {
        return transactions.call(() -> {
            Report report = Report.submit(
                    new ReportPlace(Position.of(59.5312, 13.4789), authority, authority, "Storgatan 12"),
                    new ReportContent(
                            category, title, "Lampan vid övergångsstället är släckt.\nHela kvarteret är mörkt."),
                    new Reporter("Åsa Öberg", "asa@resident.test", "070-123 45 67", false),
                    language,
                    Source.WEB,
                    clock.instant());
            em.persist(report);
            return report;
        });
    }

    /** A public report, in a transaction of its own. Nothing is planned by that. */
    public Report confirmed(String authority, String category, String title, Language language) {
        Report submitted = submitted(authority, category, title, language);
        return transactions.call(() -> {
            Report report = em.find(Report.class, submitted.id());
            em.persist(report.confirm(clock.instant()));
            return report;
        });
    }
}
