package se.fixamingata.incomingmail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import se.fixamingata.incomingmail.reading.Bounce;
import se.fixamingata.incomingmail.reading.BounceReader;
import se.fixamingata.incomingmail.reading.MailReader;
import se.fixamingata.incomingmail.reading.ReadMail;
import se.fixamingata.incomingmail.reading.Reply;
import se.fixamingata.sending.ShortTransaction;

/**
 * Judges the mails that came in, one by one; several servers may do so at once. A mail is taken apart with no transaction open. One
 * that makes us fail, or stops the server, is tried a few times and then left to the operator.
 */
@ApplicationScoped
public class MailWorker {

    private static final System.Logger LOG = System.getLogger(MailWorker.class.getName());

    /** Longer than any mail takes. */
    private static final Duration LEASE = Duration.ofMinutes(2);

    private static final int MOST = 500;

    private static final Enclosures.Found NO_FILES = new Enclosures.Found(List.of(), List.of(), List.of());

    private final ShortTransaction transaction;
    private final IncomingMails mails;
    private final MailJudging judging;
    private final ComeBack comeBack;
    private final Enclosures enclosures;
    private final MailPublishing publishing;
    private final Clock clock;

    /** For the container's proxies. */
    protected MailWorker() {
        this(null, null, null, null, null, null, null);
    }

    @Inject
    MailWorker(
            ShortTransaction transaction,
            IncomingMails mails,
            MailJudging judging,
            ComeBack comeBack,
            Enclosures enclosures,
            MailPublishing publishing,
            Clock clock) {
        this.transaction = transaction;
        this.mails = mails;
        this.judging = judging;
        this.comeBack = comeBack;
        this.enclosures = enclosures;
        this.publishing = publishing;
        this.clock = clock;
    }

    /** Judges what there is. Call without a transaction. @return how many mails were looked at */
    public int work() {
        int looked = 0;
        while (looked < MOST && one()) {
            looked++;
        }
        return looked;
    }

    private boolean one() {
        Optional<Taken> next = transaction.call(this::take);
        next.filter(taken -> taken.raw != null).ifPresent(taken -> {
            try {
                judge(taken);
            } catch (RuntimeException | VirtualMachineError | LinkageError broken) {
                // Whatever a mail does to us, the others are judged.
                LOG.log(
                        System.Logger.Level.ERROR,
                        "Incoming mail " + taken.id + ": incident " + UUID.randomUUID(),
                        broken);
            }
        });
        return next.isPresent();
    }

    private Optional<Taken> take() {
        return mails.lockDue().map(mail -> {
            boolean cut = "cut".equals(mail.reason());
            if (mail.take(LEASE, clock.instant())) {
                return new Taken(mail.id(), mail.attempts(), mails.raw(mail.id()), cut);
            }
            mail.become(MailState.UNKNOWN, "failed", clock.instant());
            return new Taken(mail.id(), mail.attempts(), null, cut);
        });
    }

    private void judge(Taken taken) {
        ReadMail read = MailReader.read(taken.raw);
        Optional<Bounce> bounce = BounceReader.read(read);
        Reply reply = bounce.isPresent() ? Reply.NOTHING : Reply.of(read);
        boolean whole = read.whole() && !taken.cut;
        // Only what came to a secret address is worth the work.
        boolean known = transaction.call(() -> judging.link(read).isPresent());
        Enclosures.Found files = known && bounce.isEmpty() ? enclosures.of(read) : NO_FILES;
        transaction.run(() -> mails.lock(taken.id)
                .filter(mail -> mail.state() == MailState.RECEIVED && mail.attempts() == taken.attempt)
                .ifPresent(mail -> settle(mail, read, bounce, reply, files, whole)));
    }

    private void settle(
            IncomingMail mail,
            ReadMail read,
            Optional<Bounce> bounce,
            Reply reply,
            Enclosures.Found files,
            boolean whole) {
        mail.describe(read.messageId().orElse(null), read.sender().orElse(null), read.subject());
        Verdict verdict = verdict(mail, read, bounce, reply, files, whole);
        mail.belongsTo(verdict.authorityCode(), verdict.reportId(), verdict.deliveryId());
        mail.says(reply.text(), reply.status().orElse(null));
        if (verdict.state() == MailState.RECEIVED) {
            // Not now; it is looked at again when the lease is over.
            return;
        }
        if (verdict.state() == MailState.PUBLISHED) {
            publishing.publish(
                    mail,
                    judging.written(read).orElse(null),
                    reply.text(),
                    reply.status().orElse(null),
                    files);
        } else {
            mail.become(verdict.state(), verdict.reason(), clock.instant());
        }
        LOG.log(
                System.Logger.Level.INFO,
                "Mail {0} is {1} ({2}), report {3}",
                String.valueOf(mail.id()),
                mail.state(),
                mail.reason(),
                String.valueOf(mail.reportId()));
    }

    private Verdict verdict(
            IncomingMail mail,
            ReadMail read,
            Optional<Bounce> bounce,
            Reply reply,
            Enclosures.Found files,
            boolean whole) {
        if (judging.isOurOwn(read)) {
            return Verdict.nobodys(MailState.AUTOMATIC, "loop");
        }
        return bounce.map(letter -> comeBack.judge(letter, judging.link(read)))
                .orElseGet(() -> judging.judge(mail, read, reply, files, whole));
    }

    /** @param raw null for one that is given up */
    private record Taken(long id, int attempt, byte[] raw, boolean cut) {}
}
