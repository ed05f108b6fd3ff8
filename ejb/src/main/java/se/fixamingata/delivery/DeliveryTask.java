package se.fixamingata.delivery;

import se.fixamingata.mail.ReportFacts;

/**
 * One delivery to be tried, apart from its row.
 *
 * @param messageId the same for every attempt, with angle brackets
 * @param resent whether it was handed over before and nothing was heard
 */
public record DeliveryTask(
        long deliveryId, ChannelKind channel, String recipient, String messageId, boolean resent, ReportFacts facts) {}
