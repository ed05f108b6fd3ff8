package se.fixamingata.sitemessage;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import se.fixamingata.account.Caller;
import se.fixamingata.account.NotPermitted;
import se.fixamingata.account.Permissions;
import se.fixamingata.account.Right;
import se.fixamingata.audit.AuditTrail;
import se.fixamingata.category.Categories;
import se.fixamingata.municipality.Authorities;

/** The operator writes messages to the whole country, and an authority's administrators to those whom it concerns. */
@Stateless
@PermitAll
public class MessageDesk {

    /** More are not listed: those that ended last, and all that are to come. */
    public static final int MOST = 50;

    @Inject
    EntityManager em;

    @Inject
    Authorities authorities;

    @Inject
    Categories categories;

    @Inject
    AuditTrail audit;

    @Inject
    Event<SiteMessagesChanged> changed;

    @Inject
    Clock clock;

    /** For the container. */
    public MessageDesk() {}

    /** For tests. */
    MessageDesk(
            EntityManager em,
            Authorities authorities,
            Categories categories,
            AuditTrail audit,
            Event<SiteMessagesChanged> changed,
            Clock clock) {
        this.em = em;
        this.authorities = authorities;
        this.categories = categories;
        this.audit = audit;
        this.changed = changed;
        this.clock = clock;
    }

    /**
     * Those that end last first.
     *
     * @param desk code of the authority at whose desk the caller sits; null for the operator's own
     */
    public List<SiteNotice> list(Caller caller, String desk) {
        require(caller, desk);
        return (desk == null
                        ? em.createNamedQuery("SiteMessage.all", SiteMessage.class)
                        : em.createNamedQuery("SiteMessage.ofAuthority", SiteMessage.class)
                                .setParameter("authority", desk))
                .setMaxResults(MOST)
                .getResultStream()
                .map(SiteMessage::notice)
                .toList();
    }

    /** As a form shows it; empty when that desk has no such. */
    public Optional<MessageForm> find(Caller caller, String desk, long id) {
        require(caller, desk);
        return Optional.ofNullable(em.find(SiteMessage.class, id))
                .filter(message -> isOf(desk, message))
                .map(SiteMessage::notice)
                .map(one -> new MessageForm(
                        one.id(),
                        one.version(),
                        Objects.requireNonNullElse(one.authorityCode(), ""),
                        Objects.requireNonNullElse(one.categoryCode(), ""),
                        one.level().code(),
                        one.textSv(),
                        Objects.requireNonNullElse(one.textEn(), ""),
                        MessageRules.typed(one.startsAt()),
                        MessageRules.typed(one.endsAt())));
    }

    /** Writes a new one or changes one; at an authority's desk it is that authority's, whatever the form says. */
    public MessageResult save(Caller caller, String desk, MessageForm typed) {
        require(caller, desk);
        MessageForm form = desk == null ? typed : of(desk, typed);
        MessageRules rules = new MessageRules(clock.instant());
        SiteNotice said = rules.judge(form, code -> authorities.find(code).isPresent(), code -> categories
                .find(code)
                .isPresent());
        if (!rules.problems().isEmpty()) {
            return new MessageResult.Invalid(rules.problems());
        }
        if (form.id() == 0) {
            SiteMessage message = new SiteMessage(said);
            em.persist(message);
            return told(caller, message, "message.written", null, said.textSv());
        }
        SiteMessage message = lock(desk, form.id(), form.version());
        if (message == null) {
            return new MessageResult.Conflict();
        }
        String before = message.notice().textSv();
        message.say(said);
        return told(caller, message, "message.changed", before, said.textSv());
    }

    private static MessageForm of(String desk, MessageForm typed) {
        return new MessageForm(
                typed.id(),
                typed.version(),
                desk,
                typed.category(),
                typed.level(),
                typed.sv(),
                typed.en(),
                typed.from(),
                typed.until());
    }

    /** Takes it away now. @return false when somebody else has changed it meanwhile, or it was over */
    public boolean end(Caller caller, String desk, long id, int version) {
        require(caller, desk);
        SiteMessage message = lock(desk, id, version);
        if (message == null || message.notice().isOver(clock.instant())) {
            return false;
        }
        message.end(clock.instant());
        told(caller, message, "message.ended", message.notice().textSv(), null);
        return true;
    }

    /** Null when there is no such of that desk, or not of that version. */
    private SiteMessage lock(String desk, long id, int version) {
        SiteMessage message = em.find(SiteMessage.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (message != null && !isOf(desk, message)) {
            throw new NotPermitted();
        }
        return message == null || message.version() != version ? null : message;
    }

    private static boolean isOf(String desk, SiteMessage message) {
        return desk == null || desk.equals(message.authorityCode());
    }

    private MessageResult told(Caller caller, SiteMessage message, String action, String before, String after) {
        audit.record(caller.accountId(), message.authorityCode(), action, "message:" + message.id(), before, after);
        changed.fire(new SiteMessagesChanged(message.id()));
        return new MessageResult.Saved(message.id());
    }

    private static void require(Caller caller, String desk) {
        if (desk == null) {
            Permissions.requireOperator(caller);
        } else {
            Permissions.require(caller, Right.ADMINISTER, desk);
        }
    }
}
