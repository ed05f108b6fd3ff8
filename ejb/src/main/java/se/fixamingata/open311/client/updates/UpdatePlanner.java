package se.fixamingata.open311.client.updates;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import se.fixamingata.comment.AuthorityUpdates;
import se.fixamingata.mail.MessageIds;
import se.fixamingata.report.Report;
import se.fixamingata.sending.SendingDue;
import se.fixamingata.update.ReportUpdate;

/** Writes the row in the transaction that publishes a resident's words, for authorities whose own server takes them. */
@ApplicationScoped
public class UpdatePlanner implements AuthorityUpdates {

    @Inject
    EntityManager em;

    @Inject
    UpdateRoutes routes;

    @Inject
    MessageIds messageIds;

    @Inject
    Event<SendingDue> due;

    @Inject
    Clock clock;

    @Override
    public boolean take(ReportUpdate update, Report report) {
        UpdateRoutes.Way way = routes.of(report.id(), report.authorityCode()).way();
        if (way == UpdateRoutes.Way.LETTER) {
            return false;
        }
        em.persist(new UpdateDelivery(
                report.id(),
                update.id(),
                report.authorityCode(),
                way == UpdateRoutes.Way.SERVER ? UpdateDeliveryState.DUE : UpdateDeliveryState.WAITING_FOR_NUMBER,
                messageIds.next(),
                clock.instant()));
        due.fire(new SendingDue());
        return true;
    }
}
