package se.fixamingata.incomingmail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import se.fixamingata.delivery.CameBack;
import se.fixamingata.delivery.Delivery;
import se.fixamingata.delivery.DeliveryRescue;
import se.fixamingata.delivery.DeliveryState;
import se.fixamingata.incomingmail.reading.Bounce;
import se.fixamingata.integration.FaultAction;
import se.fixamingata.integration.Faults;
import se.fixamingata.report.Actor;
import se.fixamingata.secretlink.SecretLink;
import se.fixamingata.shared.SqlTime;

/** Letters of ours that came back (R26): the delivery waits for a better address, and the authority and the operator are told. */
@ApplicationScoped
class ComeBack {

    /** Whether the same delivery has been tried again since that letter. */
    private static final String LATER = "select 1 from secret_link where subject_id = ?1 and purpose = 'REPLY' and "
            + SqlTime.micros("created_at") + " > ?2 limit 1";

    private static final String HEARD_SINCE =
            "select count(h) from HistoryEntry h where h.reportId = :report and h.at > :delivered and h.actor = :authority";

    /** Mail servers try for five days, some for a week. */
    private static final Duration GIVEN_UP_WITHIN = Duration.ofDays(14);

    @Inject
    EntityManager em;

    @Inject
    IncomingMails mails;

    @Inject
    DeliveryRescue rescue;

    @Inject
    Faults faults;

    @Inject
    Clock clock;

    /** @param link what the address says to which the mail server wrote; empty when that is none of our secrets */
    Verdict judge(Bounce bounce, Optional<SecretLink> link) {
        Optional<Delivery> letter = link.map(SecretLink::subjectId)
                .or(() -> mails.deliveryOf(bounce.messageIds()))
                .map(id -> em.find(Delivery.class, id));
        Verdict about = letter.map(
                        one -> new Verdict(MailState.BOUNCE, null, one.authorityCode(), one.reportId(), one.id()))
                .or(() ->
                        link.map(one -> new Verdict(MailState.BOUNCE, null, one.authorityCode(), one.reportId(), null)))
                .or(() -> mails.reportOfNotification(bounce.messageIds())
                        .map(report -> new Verdict(MailState.BOUNCE, null, null, report, null)))
                .orElse(Verdict.nobodys(MailState.AUTOMATIC, "foreign-bounce"));
        if (about.reportId() == null) {
            return about;
        }
        return switch (bounce.kind()) {
            case DELAYED -> about.because(MailState.AUTOMATIC, "delayed");
            case DELIVERED -> about.because(MailState.AUTOMATIC, "delivered");
            case FAILED -> failed(bounce, link, letter, about);
        };
    }

    private Verdict failed(Bounce bounce, Optional<SecretLink> link, Optional<Delivery> letter, Verdict about) {
        if (letter.isPresent() && isOfEarlierAddress(bounce, link, letter.get())) {
            return about.because(MailState.BOUNCE, "late");
        }
        boolean doubted = letter.filter(one -> one.state() == DeliveryState.DELIVERED && one.recipient() != null)
                .filter(one -> !isProved(bounce, one))
                .isPresent();
        if (doubted) {
            rescue.saidToHaveBounced(letter.get().id(), "The letter is said to have come back: " + bounce.diagnosis());
            note(about, "bounce-unproved", bounce);
            return about.because(MailState.BOUNCE, "unproved");
        }
        CameBack outcome = letter.map(one -> rescue.bounced(one.id(), "The letter came back: " + bounce.diagnosis()))
                .orElse(CameBack.ELSEWHERE);
        if (outcome == CameBack.BUSY) {
            return about.because(MailState.RECEIVED, null);
        }
        note(about, "bounced", bounce);
        return about.because(MailState.BOUNCE, outcome == CameBack.STOPPED ? "bounced" : "bounced-other");
    }

    /**
     * Whoever has the letter, or any mail out of it, can write to its secret address what a mail server would. So it has to be about
     * the very recipient, in the days in which mail servers give up, and the authority must not have shown since that it has the report.
     */
    private boolean isProved(Bounce bounce, Delivery letter) {
        return bounce.isAbout(letter.recipient())
                && letter.deliveredAt().plus(GIVEN_UP_WITHIN).isAfter(clock.instant())
                && em.createQuery(HEARD_SINCE, Long.class)
                                .setParameter("report", letter.reportId())
                                .setParameter("delivered", letter.deliveredAt())
                                .setParameter("authority", Actor.AUTHORITY)
                                .getSingleResult()
                        == 0;
    }

    private void note(Verdict about, String reason, Bounce bounce) {
        if (about.authorityCode() != null) {
            faults.note(
                    about.authorityCode(),
                    FaultAction.MAIL,
                    reason,
                    "report:" + about.reportId(),
                    null,
                    bounce.diagnosis());
        }
    }

    /** A letter to an address that has been mended since must not stop the one that was sent to the better. */
    private boolean isOfEarlierAddress(Bounce bounce, Optional<SecretLink> link, Delivery letter) {
        boolean elsewhere =
                !bounce.recipients().isEmpty() && letter.recipient() != null && !bounce.isAbout(letter.recipient());
        return elsewhere
                && link.filter(one -> !em.createNativeQuery(LATER)
                                .setParameter(1, letter.id())
                                .setParameter(2, micros(one))
                                .getResultList()
                                .isEmpty())
                        .isPresent();
    }

    private static long micros(SecretLink link) {
        return link.createdAt().getEpochSecond() * 1_000_000 + link.createdAt().getNano() / 1000;
    }
}
