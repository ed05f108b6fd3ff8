package se.fixamingata.incomingmail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import se.fixamingata.account.Account;
import se.fixamingata.account.Caller;
import se.fixamingata.account.NotPermitted;
import se.fixamingata.account.Permissions;
import se.fixamingata.account.Right;
import se.fixamingata.handling.NewDocument;
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

    /** Nobody counts further. */
    public static final int COUNTED = 100;

    private static final String FROM_SENDER = " and m.sender = :sender";

    private static final Set<MailState> UNDECIDED = EnumSet.of(MailState.WAITING, MailState.UNKNOWN);

    @Inject
    EntityManager em;

    private final IncomingMails mails;
    private final MailOpening opening;
    private final ShortTransaction transaction;

    /** For the container's proxies. */
    protected MailQueue() {
        this(null, null, null);
    }

    @Inject
    MailQueue(IncomingMails mails, MailOpening opening, ShortTransaction transaction) {
        this.mails = mails;
        this.opening = opening;
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
        List<IncomingMail> found = query(
                        caller,
                        authority,
                        folder.states(),
                        "select m",
                        " order by m.receivedAt" + order + ", m.id",
                        IncomingMail.class)
                .setFirstResult(page * PAGE)
                .setMaxResults(PAGE + 1)
                .getResultList();
        Map<Long, String> judges = judges(found);
        return found.stream().map(mail -> MailLine.of(mail, judges)).toList();
    }

    /** The names of those who have decided about these, by account. */
    private Map<Long, String> judges(List<IncomingMail> found) {
        Set<Long> accounts = found.stream()
                .map(IncomingMail::judgedBy)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return accounts.isEmpty()
                ? Map.of()
                : em.createQuery("select a from Account a where a.id in :accounts", Account.class)
                        .setParameter("accounts", accounts)
                        .getResultStream()
                        .collect(Collectors.toMap(Account::id, one -> one.name().isBlank() ? one.email() : one.name()));
    }

    /** How many there are; as {@link #list}. */
    public long count(Caller caller, Optional<String> authority, MailFolder folder) {
        return query(caller, authority, folder.states(), "select count(m)", "", Long.class)
                .getSingleResult();
    }

    /**
     * How many wait for somebody to decide, for who passes by: one query, which stops at {@link #COUNTED}.
     *
     * @param authority whose; empty for what is the operator's
     * @return 0 when it is not the caller's business
     */
    public int waiting(Caller caller, Optional<String> authority) {
        boolean may = authority
                .map(code -> Permissions.may(caller, Right.HANDLE, code))
                .orElse(caller.operator());
        Set<MailState> states = authority.isPresent() ? MailFolder.WAITING.states() : UNDECIDED;
        return may
                ? ids(query(caller, authority, states, "select m.id", "", Long.class))
                        .size()
                : 0;
    }

    /**
     * What a sender has sent that waits for somebody to decide, at most {@link #COUNTED}; as {@link #list}.
     *
     * @param sender as {@link MailLine#sender} says it
     */
    List<Long> waitingFrom(Caller caller, Optional<String> authority, String sender) {
        Set<MailState> states = authority.isPresent() ? MailFolder.WAITING.states() : UNDECIDED;
        return ids(query(caller, authority, states, "select m.id", FROM_SENDER, Long.class)
                .setParameter("sender", sender));
    }

    /** How many of them there are, the mail itself included. */
    public int countFrom(Caller caller, Optional<String> authority, MailLine line) {
        return line.sender() == null
                ? 0
                : waitingFrom(caller, authority, line.sender()).size();
    }

    private static List<Long> ids(TypedQuery<Long> query) {
        return query.setMaxResults(COUNTED).getResultList();
    }

    private <T> TypedQuery<T> query(
            Caller caller, Optional<String> authority, Set<MailState> states, String what, String rest, Class<T> type) {
        if (authority.isEmpty()) {
            Permissions.requireOperator(caller);
            return em.createQuery(what + OF_OPERATOR + rest, type).setParameter("states", states);
        }
        Permissions.require(caller, Right.HANDLE, authority.get());
        Set<String> categories = Permissions.categories(caller, authority.get());
        TypedQuery<T> query = em.createQuery(
                        what + OF_AUTHORITY + (categories.isEmpty() ? "" : IN_CATEGORIES) + rest, type)
                .setParameter("authority", authority.get())
                .setParameter("states", states);
        return categories.isEmpty() ? query : query.setParameter("categories", categories);
    }

    /** One mail; empty when it is not the caller's business. Reads pictures: call without a transaction. */
    public Optional<MailView> find(Caller caller, long id) {
        return transaction.call(() -> visible(caller, id)).map(this::view);
    }

    /** One mail as it came, with all that is in it, whatever that is; empty when it is not the caller's business. */
    public Optional<byte[]> original(Caller caller, long id) {
        return transaction.call(() -> visible(caller, id)).map(Stored::raw);
    }

    private Optional<Stored> visible(Caller caller, long id) {
        return Optional.ofNullable(em.find(IncomingMail.class, id))
                .filter(mail -> mail.state() != MailState.RECEIVED && may(caller, mail))
                .map(mail -> new Stored(MailLine.of(mail, judges(List.of(mail))), mails.raw(id)));
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
        MailOpening.Opened opened = opening.open(mail.line.id(), mail.raw);
        Enclosures.Found files = opened.files();
        return new MailView(
                mail.line,
                opened.words(),
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
