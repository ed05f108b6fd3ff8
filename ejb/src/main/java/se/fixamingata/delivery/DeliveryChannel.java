package se.fixamingata.delivery;

import se.fixamingata.integration.ChannelKind;
import se.fixamingata.sending.AttemptResult;
import se.fixamingata.sending.HandOver;

/** A way in which an authority takes reports. */
public interface DeliveryChannel {

    /** Which deliveries are this channel's. */
    ChannelKind kind();

    /** Opens the way for one round of deliveries. Nothing is connected before the first. */
    Round open();

    /** Several deliveries over one connection. For one thread. */
    interface Round extends AutoCloseable {

        /**
         * Delivers one report, with no transaction open.
         *
         * @param handOver to be committed at the last moment before which the other side certainly has nothing
         */
        AttemptResult deliver(DeliveryTask task, HandOver handOver);

        @Override
        void close();
    }
}
