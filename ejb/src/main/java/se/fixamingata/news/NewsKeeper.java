package se.fixamingata.news;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import se.fixamingata.report.Report;
import se.fixamingata.report.ReportChanged;
import se.fixamingata.report.ReportChanged.OnMap;
import se.fixamingata.report.ReportStatus;
import se.fixamingata.report.StatusGroup;
import se.fixamingata.sending.SendingDue;

/**
 * Writes down what subscribers of areas are to know, in the transaction in which it happens: one row, however many they are. What is not
 * public any more is no news any more.
 */
@ApplicationScoped
public class NewsKeeper {

    @Inject
    EntityManager em;

    @Inject
    Event<SendingDue> due;

    @Inject
    @ConfigProperty(name = "fmg.subscription.news.age")
    Duration newsAge;

    @Inject
    Clock clock;

    /** For the container. */
    public NewsKeeper() {}

    /** For tests. */
    NewsKeeper(EntityManager em, Event<SendingDue> due, Duration newsAge, Clock clock) {
        this.em = em;
        this.due = due;
        this.newsAge = newsAge;
        this.clock = clock;
    }

    void changed(@Observes ReportChanged change) {
        if (change.after() == null) {
            forget(change);
            return;
        }
        Report report = em.find(Report.class, change.reportId());
        if (isNewThere(change.before(), change.after()) && isFresh(report.confirmedAt())) {
            em.persist(new AreaNews(report, NewsKind.NEW, previous(report), at(change)));
            due.fire(new SendingDue());
        }
        if (isFixed(change.before(), change.after()) && isFresh(at(change))) {
            em.persist(new AreaNews(report, NewsKind.FIXED, null, at(change)));
        }
    }

    private void forget(ReportChanged change) {
        if (change.before() != null) {
            em.createNamedQuery("AreaNews.forget")
                    .setParameter("report", change.reportId())
                    .executeUpdate();
        }
    }

    private static Instant at(ReportChanged change) {
        return change.after().changedAt();
    }

    private static boolean isNewThere(OnMap before, OnMap after) {
        return after.status().group() == StatusGroup.OPEN
                && (before == null
                        || !before.position().equals(after.position())
                        || !before.categoryCode().equals(after.categoryCode()));
    }

    private static boolean isFixed(OnMap before, OnMap after) {
        return after.status() == ReportStatus.FIXED && before != null && before.status() != ReportStatus.FIXED;
    }

    private boolean isFresh(Instant moment) {
        return moment.isAfter(clock.instant().minus(newsAge));
    }

    private Long previous(Report report) {
        return em.createNamedQuery("AreaNews.ofReport", AreaNews.class)
                .setParameter("report", report.id())
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .map(AreaNews::id)
                .orElse(null);
    }
}
