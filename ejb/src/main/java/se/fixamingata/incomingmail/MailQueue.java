package se.fixamingata.incomingmail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import se.fixamingata.account.Caller;
import se.fixamingata.account.NotPermitted;
import se.fixamingata.account.Permissions;
import se.fixamingata.account.Right;
import se.fixamingata.handling.NewDocument;
import se.fixamingata.incomingmail.reading.MailReader;
import se.fixamingata.incomingmail.reading.ReadMail;
import se.fixamingata.incomingmail.reading.Reply;
import se.fixamingata.report.Report;
import se.fixamingata.sending.ShortTransaction;

/** The mails that came in, for those whose business they are: an authority's caseworkers, and the operator. */
@ApplicationScoped
public class MailQueue {

    /** A page of a list. */
    public static final int PAGE = 20;

    private static final String OF_AUTHORITY = " from IncomingMail m, Report r where r.id = m.reportId"
            + " and m.authorityCode = :authority and m.state in :states";

    private static final String IN_CATEGORIES = " and r.categoryCode in :categories";

    /** What nobody but the operator can decide: nobody's mail, and that of authorities where nobody handles reports. */
    private static final String OF_OPERATOR =
            " from IncomingMail m where m.state in :states and (m.authorityCode is null"
                    + " or m.state = se.fixamingata.incomingmail.MailState.UNKNOWN"
                    + " or not exists (select s from StaffMember s where s.authorityCode = m.authorityCode"
                    + " and s.role <> se.fixamingata.account.Role.READER))";

    @Inject
    EntityManager em;

    private final IncomingMails mails;
    private final Enclosures enclosures;
    private final ShortTransaction transaction;

    /** For the container's proxies. */
    protected MailQueue() {
        this(null, null, null);
    }

    @Inject
    MailQueue(IncomingMails mails, Enclosures enclosures, ShortTransaction transaction) {
        this.mails = mails;
        this.enclosures = enclosures;
        this.transaction = transaction;
    }

    /**
     * A page of a list, the longest waiting first where somebody has to decide, else the newest.
     *
     * @param authority whose; empty for what is the operator's
     * @param page from 0
     * @return at most one more than {@link #PAGE}, which tells that there is a next page
     */
    public List<MailLine> list(Caller caller, Optional<String> authority, MailFolder folder, int page) {
        String order = folder == MailFolder.WAITING || folder == MailFolder.UNKNOWN ? "" : " desc";
        return query(
                        caller,
                        authority,
                        folder,
                        "select m",
                        " order by m.receivedAt" + order + ", m.id",
                        IncomingMail.class)
                .setFirstResult(page * PAGE)
                .setMaxResults(PAGE + 1)
                .getResultStream()
                .map(MailLine::of)
                .toList();
    }

    /** How many there are; as {@link #list}. */
    public long count(Caller caller, Optional<String> authority, MailFolder folder) {
        return query(caller, authority, folder, "select count(m)", "", Long.class)
                .getSingleResult();
    }

    private <T> TypedQuery<T> query(
            Caller caller, Optional<String> authority, MailFolder folder, String what, String order, Class<T> type) {
        if (authority.isEmpty()) {
            Permissions.requireOperator(caller);
            return em.createQuery(what + OF_OPERATOR + order, type).setParameter("states", folder.states());
        }
        Permissions.require(caller, Right.HANDLE, authority.get());
        Set<String> categories = Permissions.categories(caller, authority.get());
        TypedQuery<T> query = em.createQuery(
                        what + OF_AUTHORITY + (categories.isEmpty() ? "" : IN_CATEGORIES) + order, type)
                .setParameter("authority", authority.get())
                .setParameter("states", folder.states());
        return categories.isEmpty() ? query : query.setParameter("categories", categories);
    }

    /** One mail; empty when it is not the caller's business. Reads pictures: call without a transaction. */
    public Optional<MailView> find(Caller caller, long id) {
        return transaction.call(() -> visible(caller, id)).map(this::view);
    }

    private Optional<Stored> visible(Caller caller, long id) {
        return Optional.ofNullable(em.find(IncomingMail.class, id))
                .filter(mail -> mail.state() != MailState.RECEIVED && may(caller, mail))
                .map(mail -> new Stored(MailLine.of(mail), mails.raw(id)));
    }

    /** Whether somebody may see a mail and decide about it. */
    boolean may(Caller caller, IncomingMail mail) {
        if (caller.operator()) {
            return true;
        }
        return mail.authorityCode() != null
                && mail.reportId() != null
                && mail.state() != MailState.UNKNOWN
                && Permissions.may(
                        caller,
                        Right.HANDLE,
                        mail.authorityCode(),
                        em.find(Report.class, mail.reportId()).categoryCode());
    }

    private MailView view(Stored mail) {
        ReadMail read = MailReader.read(mail.raw);
        Enclosures.Found files = enclosures.of(read);
        return new MailView(
                mail.line,
                Reply.all(read),
                files.photos(),
                files.documents().stream().map(NewDocument::fileName).toList(),
                files.leftOut(),
                isOpen(mail.line));
    }

    private static boolean isOpen(MailLine line) {
        return line.state() == MailState.WAITING
                || line.state() == MailState.UNKNOWN
                || line.state() == MailState.AUTOMATIC && line.reportId() != null && line.authorityCode() != null;
    }

    /** @throws NotPermitted when it is not the caller's business */
    IncomingMail lock(Caller caller, long id) {
        return mails.lock(id).filter(mail -> may(caller, mail)).orElseThrow(NotPermitted::new);
    }

    private record Stored(MailLine line, byte[] raw) {}
}
