package se.fixamingata.incomingmail;

import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import se.fixamingata.TestClock;
import se.fixamingata.audit.AuditTrail;
import se.fixamingata.delivery.TestRescue;
import se.fixamingata.handling.HandlingScene;
import se.fixamingata.incoming.TestIncoming;
import se.fixamingata.incomingmail.reading.Fixtures;
import se.fixamingata.integration.Faults;
import se.fixamingata.integration.Integrations;
import se.fixamingata.mail.SmtpSettings;
import se.fixamingata.photo.PhotoIntake;
import se.fixamingata.report.Report;
import se.fixamingata.secretlink.AnswerLinks;
import se.fixamingata.secretlink.SecretLinks;
import se.fixamingata.sending.ShortTransaction;
import se.fixamingata.settings.ReplySettings;
import se.fixamingata.shared.SqlTime;

/** Everything that judges incoming mail, as the container would wire it, on one entity manager. */
public final class MailScene {

    public static final String GATA = "gata@forshaga.test";
    static final String MX = "mx.fixamingata.test";
    static final String LETTER = "<letter-1@fixamingata.test>";

    final EntityManager em;
    final TestClock clock;
    public final HandlingScene handling;
    public final IncomingMails mails;
    public final AnswerLinks links;
    final SecretLinks secrets;
    final MailJudging judging = new MailJudging();
    public final MailWorker worker;
    final MailQueue queue;
    final MailDecisions decisions = new MailDecisions();
    final Report report;
    long delivery;
    final String address;

    public MailScene(EntityManager em, TestClock clock) {
        this.em = em;
        this.clock = clock;
        handling = new HandlingScene(em, clock);
        handling.authorities();
        handling.sql("update authority set email = '" + GATA + "' where code = '1763'");
        report = handling.report();
        ReplySettings replies = new ReplySettings(Optional.of("svar+*@svar.fixamingata.test"));
        SmtpSettings smtp =
                new SmtpSettings("127.0.0.1", 1, "noreply@fixamingata.test", handling.service, Duration.ofSeconds(1));
        secrets = new SecretLinks(em, clock);
        links = new AnswerLinks(secrets, handling.service, replies);
        mails = new IncomingMails(em, clock);
        ShortTransaction inline = new ShortTransaction();
        Enclosures enclosures = new Enclosures(new PhotoIntake());
        MailPublishing publishing = new MailPublishing();
        publishing.incoming = TestIncoming.of(em, clock, handling);
        publishing.clock = clock;
        judging.em = em;
        judging.mails = mails;
        judging.links = links;
        judging.senders = new Senders(em, Optional.of(MX));
        judging.integrations = new Integrations(em, clock);
        judging.smtp = smtp;
        judging.clock = clock;
        ComeBack comeBack = new ComeBack();
        comeBack.em = em;
        comeBack.mails = mails;
        comeBack.rescue = TestRescue.of(em, clock);
        comeBack.faults = new Faults(em, clock);
        comeBack.clock = clock;
        worker = new MailWorker(inline, mails, judging, comeBack, enclosures, publishing, clock);
        MailOpening opening = new MailOpening(enclosures);
        queue = new MailQueue(mails, opening, inline);
        queue.em = em;
        decisions.em = em;
        decisions.queue = queue;
        decisions.mails = mails;
        decisions.opening = opening;
        decisions.senders = judging.senders;
        decisions.publishing = publishing;
        decisions.integrations = new Integrations(em, clock);
        decisions.audit = new AuditTrail(em, clock);
        decisions.transaction = inline;
        decisions.clock = clock;
        delivery = delivered(LETTER, GATA);
        address = links.replyAddress(report.id(), HandlingScene.FORSHAGA, delivery)
                .orElseThrow();
        em.flush();
    }

    /** A letter about the report that the authority's mail server took. */
    long delivered(String messageId, String recipient) {
        long id = ((Number) em.createNativeQuery("select next value for inner_number")
                        .getSingleResult())
                .longValue();
        handling.sql(
                "insert into delivery (id, report_id, authority_code, channel, recipient, state, attempts, created_at,"
                        + " next_attempt_at, message_id, delivered_at, version) values (" + id + ", " + report.id()
                        + ", '1763', 'MAIL', '" + recipient + "', 'DELIVERED', 1, '" + SqlTime.text(clock.instant())
                        + "', '"
                        + SqlTime.text(clock.instant()) + "', '" + messageId + "', '" + SqlTime.text(clock.instant())
                        + "', 1)");
        return id;
    }

    void trusting() {
        handling.sql("insert into integration (authority_code, channel, trusts_mail, changed_at, version)"
                + " values ('1763', 'MAIL', true, '2026-01-01', 1) on duplicate key update trusts_mail = true");
    }

    /** A fixture, addressed to this report's secret address, from that sender. */
    IncomingMail fixture(String name, String from) {
        return receive(vouched(Fixtures.raw(name, address, from, LETTER)));
    }

    /** Our own mail server has found that the sender is right. */
    static byte[] vouched(byte[] raw) {
        byte[] line = ("Authentication-Results: " + MX + "; dmarc=pass\r\n").getBytes(StandardCharsets.UTF_8);
        byte[] whole = Arrays.copyOf(line, line.length + raw.length);
        System.arraycopy(raw, 0, whole, line.length, raw.length);
        return whole;
    }

    IncomingMail text(String... lines) {
        return receive(vouched(String.join("\r\n", lines).getBytes(StandardCharsets.UTF_8)));
    }

    /** Of which our mail server says only what stands there. */
    IncomingMail unvouched(String... lines) {
        return receive(String.join("\r\n", lines).getBytes(StandardCharsets.UTF_8));
    }

    /** Keeps it and has it judged. */
    IncomingMail receive(byte[] raw) {
        mails.keep(raw, false);
        worker.work();
        em.flush();
        em.clear();
        return last();
    }

    public IncomingMail last() {
        List<IncomingMail> all = em.createQuery("select m from IncomingMail m order by m.id desc", IncomingMail.class)
                .setMaxResults(1)
                .getResultList();
        return all.get(0);
    }

    List<Object> texts() {
        return handling.list(
                "select u.text from report_update u where u.report_id = " + report.id() + " order by u.id");
    }

    String status() {
        return (String) handling.list("select status from report where id = " + report.id())
                .get(0);
    }

    String state(long deliveryId) {
        return (String) handling.list("select state from delivery where id = " + deliveryId)
                .get(0);
    }
}
