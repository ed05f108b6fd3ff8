package se.fixamingata.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import se.fixamingata.integration.ChannelKind;
import se.fixamingata.mail.MailConnection;
import se.fixamingata.mail.Mailer;
import se.fixamingata.sending.AttemptResult;
import se.fixamingata.sending.HandOver;

/** Reports by letter (R21). */
@ApplicationScoped
public class MailChannel implements DeliveryChannel {

    private final Mailer mailer;
    private final WorkOrder workOrder;

    /** For the container's proxies. */
    protected MailChannel() {
        this(null, null);
    }

    @Inject
    public MailChannel(Mailer mailer, WorkOrder workOrder) {
        this.mailer = mailer;
        this.workOrder = workOrder;
    }

    @Override
    public ChannelKind kind() {
        return ChannelKind.MAIL;
    }

    @Override
    public Round open() {
        return new Letters(mailer.connection());
    }

    private final class Letters implements Round {

        private final MailConnection connection;

        private Letters(MailConnection connection) {
            this.connection = connection;
        }

        @Override
        public AttemptResult deliver(DeliveryTask task, HandOver handOver) {
            return connection.send(workOrder.write(task), handOver);
        }

        @Override
        public void close() {
            connection.close();
        }
    }
}
