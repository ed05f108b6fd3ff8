package se.fixamingata.demonstration;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import se.fixamingata.incomingmail.IncomingMails;
import se.fixamingata.integration.ChannelKind;
import se.fixamingata.integration.Integration;
import se.fixamingata.integration.Integrations;
import se.fixamingata.secretlink.AnswerLinks;
import se.fixamingata.shared.OneAtATime;

/**
 * Forshaga answers by mail and trusts its own addresses. One answer waits for approval from the beginning: a contractor's, to whom the
 * municipality has sent a letter on. Judged as every mail is; only its way through a mailbox is left out.
 */
@Stateless
public class DemonstrationReply {

    static final String FORSHAGA = "1763";

    private static final String SENT_ON =
            """
            select r.id, d.id, d.message_id, r.title from report r join delivery d on d.report_id = r.id
             where r.authority_code = ?1 and d.authority_code = ?1 and r.status = 'REPORTED' and r.visibility = 'PUBLIC'
               and d.state = 'DELIVERED' and d.channel = 'MAIL'
             order by r.category_code = 'lighting' desc, r.id desc limit 1""";

    private static final String ANY = "select 1 from incoming_mail limit 1";

    @Inject
    EntityManager em;

    @Inject
    OneAtATime turns;

    @Inject
    Integrations integrations;

    @Inject
    IncomingMails mails;

    @Inject
    AnswerLinks links;

    @Inject
    Clock clock;

    /** For the container. */
    public DemonstrationReply() {}

    /** For tests. */
    DemonstrationReply(EntityManager em, IncomingMails mails, AnswerLinks links, Clock clock) {
        this.em = em;
        this.turns = new OneAtATime(em);
        this.integrations = new Integrations(em, clock);
        this.mails = mails;
        this.links = links;
        this.clock = clock;
    }

    /** Public because the container calls nothing else on a bean. Once: who changes their mind about trust keeps it. */
    public void load() {
        turns.enter("demonstration.reply");
        if (integrations.find(FORSHAGA).isEmpty()) {
            Integration mail = new Integration(FORSHAGA, ChannelKind.MAIL, clock.instant());
            mail.trustMail(true, clock.instant());
            em.persist(mail);
        }
        if (em.createNativeQuery(ANY).getResultList().isEmpty()) {
            sentOn().ifPresent(this::answer);
        }
    }

    @SuppressWarnings("unchecked")
    private Optional<Object[]> sentOn() {
        return ((List<Object[]>)
                        em.createNativeQuery(SENT_ON).setParameter(1, FORSHAGA).getResultList())
                .stream().findFirst();
    }

    private void answer(Object[] letter) {
        long report = ((Number) letter[0]).longValue();
        links.replyAddress(report, FORSHAGA, ((Number) letter[1]).longValue())
                .ifPresent(address -> mails.keep(mail(address, report, letter), false));
    }

    private static byte[] mail(String address, long report, Object[] letter) {
        return String.join(
                        "\r\n",
                        "Delivered-To: " + address,
                        "Authentication-Results: demonstration; dmarc=pass header.from=elfirman.example",
                        "From: Kjell Exempelsson <kjell@elfirman.example>",
                        "To: " + address,
                        "Subject: Sv: Ny rapport: " + letter[3] + " [#" + report + "]",
                        "Message-ID: <" + UUID.randomUUID() + "@elfirman.example>",
                        "In-Reply-To: " + letter[2],
                        "MIME-Version: 1.0",
                        "Content-Type: text/plain; charset=utf-8",
                        "Content-Transfer-Encoding: 8bit",
                        "",
                        "Hej!",
                        "",
                        "Vi var på plats i morse och har åtgärdat felet. Hör av er om det kommer tillbaka.",
                        "",
                        "Status: Åtgärdad",
                        "",
                        "Med vänlig hälsning",
                        "Kjell Exempelsson",
                        "Elfirman i Exempelby AB, 070-174 06 05",
                        "",
                        "-----Ursprungligt meddelande-----",
                        "Från: Forshaga kommun",
                        "Till: kjell@elfirman.example",
                        "Ämne: VB: Ny rapport: " + letter[3],
                        "",
                        "Hej Kjell, kan ni ta den här?",
                        "")
                .getBytes(StandardCharsets.UTF_8);
    }
}
