package se.fixamingata.incomingmail.waiting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import se.fixamingata.account.Account;
import se.fixamingata.account.Role;
import se.fixamingata.incomingmail.MailState;
import se.fixamingata.notification.NotificationKind;
import se.fixamingata.notification.Notifications;
import se.fixamingata.shared.OneAtATime;

/** Finds the authorities where replies have waited for too long, and plans one mail a day to each of their administrators. */
@ApplicationScoped
public class WaitingWatch {

    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");
    private static final Set<DayOfWeek> FREE = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
    private static final int REMEMBERED_DAYS = 30;

    private static final String LATE = "select distinct m.authorityCode from IncomingMail m where m.state = :waiting"
            + " and m.receivedAt <= :before and m.authorityCode is not null and m.reportId is not null"
            + " and not exists (select d from WaitingDigest d where d.authorityCode = m.authorityCode and d.day = :day)";

    private static final String ADMINISTRATORS = "select s.authorityCode, a from StaffMember s, Account a"
            + " where a.id = s.accountId and s.role = :administrator and s.authorityCode in :authorities order by s.id";

    @Inject
    EntityManager em;

    private final Notifications notifications;
    private final OneAtATime turns;
    private final Clock clock;
    private final int hours;

    /** For the container's proxies. */
    protected WaitingWatch() {
        this(null, null, null, 0);
    }

    /** @param hours after which a reply has waited too long; 0 for never */
    @Inject
    public WaitingWatch(
            Notifications notifications,
            OneAtATime turns,
            Clock clock,
            @ConfigProperty(name = "fmg.mailbox.waiting.hours") int hours) {
        this.notifications = notifications;
        this.turns = turns;
        this.clock = clock;
        this.hours = hours;
    }

    /** Does nothing on free days, and nothing twice a day, on however many servers. Needs a transaction. */
    public void look() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), SWEDEN);
        if (hours <= 0 || FREE.contains(today.getDayOfWeek())) {
            return;
        }
        turns.enter("waiting-digest");
        em.createNamedQuery("WaitingDigest.forget")
                .setParameter("day", today.minusDays(REMEMBERED_DAYS))
                .executeUpdate();
        Set<String> late = new TreeSet<>(em.createQuery(LATE, String.class)
                .setParameter("waiting", MailState.WAITING)
                .setParameter("before", clock.instant().minus(Duration.ofHours(hours)))
                .setParameter("day", today)
                .getResultList());
        if (!late.isEmpty()) {
            tell(late, today);
        }
    }

    private void tell(Collection<String> authorities, LocalDate today) {
        List<Object[]> administrators = em.createQuery(ADMINISTRATORS, Object[].class)
                .setParameter("administrator", Role.ADMINISTRATOR)
                .setParameter("authorities", authorities)
                .getResultList();
        Map<String, WaitingDigest> digests = new HashMap<>();
        for (Object[] row : administrators) {
            Account account = (Account) row[1];
            WaitingDigest digest = digests.computeIfAbsent((String) row[0], code -> persisted(code, today));
            notifications.plan(NotificationKind.REPLIES_WAIT, null, digest.id(), account.email(), account.language());
        }
    }

    private WaitingDigest persisted(String authorityCode, LocalDate today) {
        WaitingDigest digest = new WaitingDigest(authorityCode, today);
        em.persist(digest);
        return digest;
    }
}
