package se.fixamingata.incomingmail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.fixamingata.delivery.Delivery;
import se.fixamingata.incomingmail.reading.AutomaticMail;
import se.fixamingata.incomingmail.reading.ReadMail;
import se.fixamingata.incomingmail.reading.Reply;
import se.fixamingata.integration.Integration;
import se.fixamingata.integration.Integrations;
import se.fixamingata.mail.SmtpSettings;
import se.fixamingata.report.Report;
import se.fixamingata.secretlink.AnswerLinks;
import se.fixamingata.secretlink.SecretLink;

/**
 * Decides what is to become of a mail. Published without anybody's approval is only what came to a secret address, from the authority
 * that got it, which trusts its own mail, and which says something that can be understood. Everything else waits for somebody, or is
 * the operator's.
 */
@ApplicationScoped
class MailJudging {

    /** More mails about one report within an hour are no conversation between people. */
    static final int MANY = 10;

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Pattern NUMBER = Pattern.compile("\\[#(\\d{1,12})]");

    @Inject
    EntityManager em;

    @Inject
    IncomingMails mails;

    @Inject
    AnswerLinks links;

    @Inject
    Senders senders;

    @Inject
    Integrations integrations;

    @Inject
    SmtpSettings smtp;

    @Inject
    Clock clock;

    /** Whether it is a letter of our own that somebody, or something, has sent back to us. */
    boolean isOurOwn(ReadMail mail) {
        return mail.headers().all("X-Loop").stream()
                .anyMatch(loop -> loop.strip().equalsIgnoreCase(smtp.from()));
    }

    /** What the address says to which it was sent; empty when that is none of our secrets. */
    Optional<SecretLink> link(ReadMail mail) {
        return mail.recipients().stream()
                .map(links::byReplyAddress)
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** When it was written, if that is possible: not before the letter that it answers. */
    Optional<Instant> written(ReadMail mail) {
        Optional<Instant> sent = link(mail).map(SecretLink::createdAt);
        return mail.date().filter(at -> sent.filter(at::isBefore).isEmpty());
    }

    /** @param whole whether all of it was kept and read */
    Verdict judge(IncomingMail mail, ReadMail read, Reply reply, Enclosures.Found files, boolean whole) {
        Optional<SecretLink> link = link(read);
        if (link.isEmpty()) {
            return withoutSecret(read);
        }
        Verdict about = new Verdict(
                MailState.WAITING,
                null,
                link.get().authorityCode(),
                link.get().reportId(),
                link.get().subjectId());
        if (AutomaticMail.is(read)) {
            return about.because(MailState.AUTOMATIC, "machine");
        }
        if (!mails.isOf(about.reportId(), about.authorityCode())) {
            return about.because(MailState.UNKNOWN, "moved");
        }
        if (mails.isThereAlready(mail, about.reportId(), reply)) {
            return about.because(MailState.HANDLED, "twice");
        }
        return obstacle(mail, read, reply, files, whole, link.get())
                .map(why -> about.because(MailState.WAITING, why))
                .orElseGet(() -> about.because(MailState.PUBLISHED, null));
    }

    private Optional<String> obstacle(
            IncomingMail mail, ReadMail read, Reply reply, Enclosures.Found files, boolean whole, SecretLink link) {
        if (link.isRevoked() || link.isExpired(clock.instant())) {
            return Optional.of("revoked");
        }
        if (!whole) {
            return Optional.of("cut");
        }
        if (read.isLocked()) {
            return Optional.of("locked");
        }
        if (senders.isForged(read)) {
            return Optional.of("forged");
        }
        if (read.sender()
                .filter(from -> senders.isOf(link.authorityCode(), from))
                .isEmpty()) {
            return Optional.of("stranger");
        }
        if (mails.lately(mail, link.reportId(), HOUR) >= MANY) {
            return Optional.of("many");
        }
        if (reply.text().isEmpty() && (reply.status().isEmpty() || !files.isEmpty())) {
            return Optional.of("empty");
        }
        if (!reply.unclearStatus().isEmpty()) {
            return Optional.of("status");
        }
        boolean trusted = integrations
                .find(link.authorityCode())
                .filter(Integration::trustsMail)
                .isPresent();
        if (senders.isVerified(read)) {
            return trusted ? Optional.empty() : Optional.of("approval");
        }
        // Without a mail server whose word counts, everybody's sender is unproved: said only where it makes the
        // difference.
        return Optional.of(trusted || senders.isVerifying() ? "unverified" : "approval");
    }

    /** Something may still tell what it is about, but nothing that proves who may answer. */
    private Verdict withoutSecret(ReadMail read) {
        if (AutomaticMail.is(read)) {
            return Verdict.nobodys(MailState.AUTOMATIC, "machine");
        }
        Optional<Delivery> answered = mails.deliveryOf(read.references()).map(id -> em.find(Delivery.class, id));
        if (answered.isPresent()) {
            Delivery letter = answered.get();
            Verdict about = new Verdict(
                    MailState.WAITING, "secretless", letter.authorityCode(), letter.reportId(), letter.id());
            return mails.isOf(letter.reportId(), letter.authorityCode())
                    ? about
                    : about.because(MailState.UNKNOWN, "moved");
        }
        Long report = mails.reportOfNotification(read.references())
                .or(() -> numbered(read.subject()))
                .orElse(null);
        return new Verdict(MailState.UNKNOWN, "unknown", null, report, null);
    }

    private Optional<Long> numbered(String subject) {
        Matcher number = NUMBER.matcher(subject);
        return number.find()
                ? Optional.ofNullable(em.find(Report.class, Long.valueOf(number.group(1))))
                        .filter(Report::isConfirmed)
                        .map(Report::id)
                : Optional.empty();
    }
}
