package se.fixamingata.delivery;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Optional;
import se.fixamingata.integration.ChannelKind;
import se.fixamingata.mail.ReportReading;
import se.fixamingata.report.Report;
import se.fixamingata.secretlink.AnswerLinks;

/** What is to be sent, from today's data. */
record DeliveryTasks(ReportReading reading, AnswerLinks answerLinks) {

    /** Needs a transaction; empty when the report is gone. */
    Optional<DeliveryTask> of(Delivery delivery, EntityManager em) {
        return reading.find(delivery.reportId(), delivery.authorityCode())
                .map(facts -> new DeliveryTask(
                        delivery.id(),
                        delivery.channel(),
                        delivery.recipient(),
                        delivery.messageId(),
                        delivery.unknowns() > 0,
                        answerUrl(delivery, facts.report()),
                        replyTo(delivery, facts.report()),
                        handedOver(delivery, em),
                        Optional.ofNullable(delivery.notFoundAt()),
                        isTheirs(delivery, facts.report()),
                        facts));
    }

    static boolean isTheirs(Delivery delivery, Report report) {
        return delivery.authorityCode().equals(report.authorityCode());
    }

    /** What a server is told may stand on its pages for everybody, so that it gets no secret. */
    private String answerUrl(Delivery delivery, Report report) {
        return delivery.channel() == ChannelKind.MAIL && isTheirs(delivery, report)
                ? answerLinks.issue(report.id(), delivery.authorityCode())
                : "";
    }

    private Optional<String> replyTo(Delivery delivery, Report report) {
        return delivery.channel() == ChannelKind.MAIL && isTheirs(delivery, report)
                ? answerLinks.replyAddress(report.id(), delivery.authorityCode(), delivery.id())
                : Optional.empty();
    }

    private static Optional<Instant> handedOver(Delivery delivery, EntityManager em) {
        return em.createNamedQuery("DeliveryAttempt.silent", Instant.class)
                .setParameter("delivery", delivery.id())
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }
}
