package se.fixamingata.subscription;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import se.fixamingata.account.Caller;
import se.fixamingata.audit.AuditTrail;
import se.fixamingata.report.Report;
import se.fixamingata.settings.ServiceSettings;
import se.fixamingata.shared.Language;

/** What is sent to an address, seen and changed by its owner: signed in, or by the link in every mail. */
@Stateless
public class Managing {

    /** Shown at once; who follows more reports sees the newest. */
    public static final int MOST = 200;

    @Inject
    EntityManager em;

    @Inject
    Subscriptions subscriptions;

    @Inject
    ManageTokens tokens;

    @Inject
    AreaNames names;

    @Inject
    ServiceSettings service;

    @Inject
    AuditTrail audit;

    @Inject
    Clock clock;

    /** For the container. */
    public Managing() {}

    /** For tests. */
    Managing(
            EntityManager em,
            Subscriptions subscriptions,
            ManageTokens tokens,
            AreaNames names,
            ServiceSettings service,
            AuditTrail audit,
            Clock clock) {
        this.em = em;
        this.subscriptions = subscriptions;
        this.tokens = tokens;
        this.names = names;
        this.service = service;
        this.audit = audit;
        this.clock = clock;
    }

    /** Whether a link works. */
    public enum LinkState {
        GOOD,
        EXPIRED,
        UNKNOWN
    }

    /** @param token as it came; may be null */
    public LinkState look(String token) {
        return tokens.read(token)
                .map(said -> said.expired() || em.find(Subscription.class, said.subscriptionId()) == null
                        ? LinkState.EXPIRED
                        : LinkState.GOOD)
                .orElse(LinkState.UNKNOWN);
    }

    /** Everything that is told to the caller, the newest first. */
    public List<ManagedSubscription> list(Caller caller, Language language) {
        return list(Holder.of(caller), language);
    }

    /** Everything that is told to the address that the link was sent to; nothing when the link is not good. */
    public List<ManagedSubscription> list(String token, Language language) {
        return holder(token).map(holder -> list(holder, language)).orElse(List.of());
    }

    /**
     * To which address; empty when the link is not good.
     *
     * @param token as it came; may be null
     */
    public Optional<String> address(String token) {
        return holder(token).map(Holder::email);
    }

    /** From now on that often. */
    public void tell(Caller caller, long id, Frequency frequency) {
        change(Holder.of(caller), id, row -> row.tell(frequency, clock.instant()), "subscription.changed");
    }

    /** From now on that often. */
    public void tell(String token, long id, Frequency frequency) {
        holder(token)
                .ifPresent(holder ->
                        change(holder, id, row -> row.tell(frequency, clock.instant()), "subscription.changed"));
    }

    /** Not told any more. */
    public void end(Caller caller, long id) {
        change(Holder.of(caller), id, row -> row.end(clock.instant()), "subscription.ended");
    }

    /** Not told any more. */
    public void end(String token, long id) {
        holder(token).ifPresent(holder -> change(holder, id, row -> row.end(clock.instant()), "subscription.ended"));
    }

    /** In which language everything is written to the address. */
    public void speak(String token, Language language) {
        holder(token).ifPresent(holder -> subscriptions.of(holder, MOST).forEach(row -> row.speak(language)));
    }

    private void change(Holder holder, long id, Consumer<Subscription> what, String verb) {
        Subscription row = em.find(Subscription.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (row != null && row.isActive() && holder.has(row)) {
            what.accept(row);
            audit.record(holder.actor(), verb, "subscription:" + id, null);
        }
    }

    private Optional<Holder> holder(String token) {
        return tokens.read(token)
                .filter(said -> !said.expired())
                .map(said -> em.find(Subscription.class, said.subscriptionId()))
                .filter(Objects::nonNull)
                .map(row -> new Holder(row.email(), null));
    }

    private List<ManagedSubscription> list(Holder holder, Language language) {
        List<Subscription> rows = subscriptions.of(holder, MOST);
        List<Long> ids = rows.stream()
                .map(Subscription::reportId)
                .filter(Objects::nonNull)
                .toList();
        Map<Long, Report> reports = ids.isEmpty()
                ? Map.of()
                : em
                        .createQuery("select r from Report r where r.id in :ids", Report.class)
                        .setParameter("ids", ids)
                        .getResultList()
                        .stream()
                        .collect(Collectors.toMap(Report::id, Function.identity()));
        return rows.stream()
                .map(row -> row.area().isPresent()
                        ? area(row, row.area().get(), language)
                        : report(row, reports.get(row.reportId())))
                .toList();
    }

    private ManagedSubscription area(Subscription row, Area area, Language language) {
        return new ManagedSubscription(
                row.id(),
                row.kind(),
                names.name(area, language),
                names.page(area).substring(service.publicUrl().length()),
                names.feed(area),
                null,
                row.frequency(),
                row.confirmedAt());
    }

    /** What is not public any more shows no title to followers. */
    private static ManagedSubscription report(Subscription row, Report report) {
        String page = report.isListed() ? "/rapport/" + report.id() : null;
        return new ManagedSubscription(
                row.id(),
                row.kind(),
                report.isListed() ? report.title() : "#" + report.id(),
                page,
                report.isListed() ? "/atom/rapport/" + report.id() : null,
                report.isListed() ? report.status() : null,
                row.frequency(),
                row.confirmedAt());
    }
}
