package se.fixamingata.incomingmail;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import se.fixamingata.account.Caller;
import se.fixamingata.account.Permissions;
import se.fixamingata.account.Right;
import se.fixamingata.audit.AuditTrail;
import se.fixamingata.incoming.Received;
import se.fixamingata.integration.ChannelKind;
import se.fixamingata.integration.Integration;
import se.fixamingata.integration.Integrations;
import se.fixamingata.report.Report;
import se.fixamingata.report.ReportStatus;
import se.fixamingata.sending.ShortTransaction;
import se.fixamingata.shared.TypedText;

/** What people decide about mails that came in. Pictures are read before the transaction in which it is decided. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class MailDecisions {

    private static final Set<MailState> OPEN = EnumSet.of(MailState.WAITING, MailState.UNKNOWN, MailState.AUTOMATIC);

    @Inject
    EntityManager em;

    @Inject
    MailQueue queue;

    @Inject
    IncomingMails mails;

    @Inject
    MailOpening opening;

    @Inject
    Senders senders;

    @Inject
    MailPublishing publishing;

    @Inject
    Integrations integrations;

    @Inject
    AuditTrail audit;

    @Inject
    ShortTransaction transaction;

    @Inject
    Clock clock;

    /**
     * Publishes a mail, perhaps with other words.
     *
     * @param text as typed; null or blank for none
     * @param status null leaves it
     * @throws se.fixamingata.account.NotPermitted when it is not the caller's business
     */
    public MailOutcome approve(Caller caller, long id, String text, ReportStatus status) {
        byte[] raw = transaction.call(() -> mails.raw(queue.lock(caller, id).id()));
        Enclosures.Found files = opening.open(id, raw).files();
        String words = TypedText.lines(text, IncomingMail.TEXT_MAX);
        boolean silent = !TypedText.isVisible(words);
        if (silent && status == null && files.isEmpty()) {
            return MailOutcome.EMPTY;
        }
        return decide(caller, id, mail -> {
            if (mail.authorityCode() == null || mail.reportId() == null) {
                return MailOutcome.NO_REPORT;
            }
            String before = mail.state().name();
            mail.says(silent ? null : words, status);
            Received received = publishing.publish(mail, null, silent ? null : words, status, files);
            if (mail.state() != MailState.UNKNOWN) {
                mail.judged(mail.state(), caller.accountId(), clock.instant());
            }
            note(caller, mail, "mail.approved", before);
            return outcome(received);
        });
    }

    private static MailOutcome outcome(Received received) {
        return switch (received.kind()) {
            case APPLIED -> MailOutcome.PUBLISHED;
            case WORDS_ONLY -> MailOutcome.WORDS_ONLY;
            case NOTHING -> MailOutcome.NOTHING_NEW;
            case FOREIGN -> MailOutcome.MOVED;
            case UNKNOWN_REPORT -> MailOutcome.NO_REPORT;
        };
    }

    /**
     * Nothing of it will be published. The reason stays with the mail, for colleagues who look for it, and goes to nobody else: a sender
     * that nobody vouches for is not to be written to, and a reporter may be somebody whom the mail was never meant for.
     *
     * @param reason as typed
     * @throws se.fixamingata.account.NotPermitted when it is not the caller's business
     */
    public MailOutcome refuse(Caller caller, long id, String reason) {
        String why = TypedText.lines(reason, IncomingMail.REFUSAL_MAX);
        if (!TypedText.isVisible(why)) {
            return MailOutcome.NO_REASON;
        }
        return decide(caller, id, mail -> {
            String before = mail.state().name();
            mail.refused(why, caller.accountId(), clock.instant());
            note(caller, mail, "mail.refused", before);
            return MailOutcome.REFUSED;
        });
    }

    /**
     * Nothing of what that mail's sender has sent will be published: against a flood of it. At most {@link MailQueue#COUNTED} at a time.
     *
     * @param authority at whose desk the caller sits; empty for the operator's own
     * @throws se.fixamingata.account.NotPermitted when it is not the caller's business
     */
    public MailOutcome refuseSender(Caller caller, Optional<String> authority, long id) {
        return transaction.call(() -> {
            IncomingMail mail = queue.lock(caller, id);
            if (mail.sender() == null) {
                return MailOutcome.EMPTY;
            }
            int refused = mails.refuse(queue.waitingFrom(caller, authority, mail.sender()), caller.accountId());
            audit.record(
                    caller.accountId(), mail.authorityCode(), "mail.refused-sender", "mail:" + id, null, refused + "");
            return refused == 0 ? MailOutcome.DECIDED_ALREADY : MailOutcome.REFUSED_ALL;
        });
    }

    /** Somebody has answered the report, or whoever wrote, by other means. */
    public MailOutcome handled(Caller caller, long id) {
        return decide(caller, id, mail -> {
            String before = mail.state().name();
            mail.judged(MailState.HANDLED, caller.accountId(), clock.instant());
            note(caller, mail, "mail.handled", before);
            return MailOutcome.HANDLED;
        });
    }

    /**
     * Says which report a mail is about that nobody else could tell: its authority decides then.
     *
     * @throws se.fixamingata.account.NotPermitted unless the caller is an operator
     */
    public MailOutcome attach(Caller caller, long id, long reportId) {
        Permissions.requireOperator(caller);
        return decide(caller, id, mail -> {
            Optional<Report> report =
                    Optional.ofNullable(em.find(Report.class, reportId)).filter(Report::isConfirmed);
            if (report.isEmpty()) {
                return MailOutcome.NO_REPORT;
            }
            String before = mail.state().name();
            mail.belongsTo(report.get().authorityCode(), reportId, null);
            mail.become(MailState.WAITING, "attached", clock.instant());
            note(caller, mail, "mail.attached", before);
            return MailOutcome.ATTACHED;
        });
    }

    private MailOutcome decide(Caller caller, long id, Function<IncomingMail, MailOutcome> decision) {
        return transaction.call(() -> {
            IncomingMail mail = queue.lock(caller, id);
            return OPEN.contains(mail.state()) ? decision.apply(mail) : MailOutcome.DECIDED_ALREADY;
        });
    }

    private void note(Caller caller, IncomingMail mail, String action, String before) {
        audit.record(
                caller.accountId(),
                mail.authorityCode(),
                action,
                mail.reportId() == null ? "mail:" + mail.id() : "report:" + mail.reportId(),
                before,
                mail.state().name());
    }

    /**
     * Whether replies from the authority's own addresses are published at once (R21).
     *
     * @throws se.fixamingata.account.NotPermitted unless the caller administers the authority
     */
    public void trust(Caller caller, String authorityCode, boolean trusts) {
        Permissions.require(caller, Right.ADMINISTER, authorityCode);
        transaction.run(() -> {
            Integration integration = integrations.find(authorityCode).orElseGet(() -> {
                Integration first = new Integration(authorityCode, ChannelKind.MAIL, clock.instant());
                em.persist(first);
                return first;
            });
            if (integration.trustsMail() != trusts) {
                integration.trustMail(trusts, clock.instant());
                audit.record(
                        caller.accountId(),
                        authorityCode,
                        "integration.trust",
                        "authority:" + authorityCode,
                        trusts ? "off" : "on",
                        trusts ? "on" : "off");
            }
        });
    }

    /** Whether this installation finds out who a mail is from; else nothing is published without approval, whoever is trusted. */
    public boolean isVerifying() {
        return senders.isVerifying();
    }

    /** Whether they are. */
    public boolean trusts(Caller caller, String authorityCode) {
        Permissions.require(caller, Right.HANDLE, authorityCode);
        return transaction.call(() ->
                integrations.find(authorityCode).filter(Integration::trustsMail).isPresent());
    }
}
