package se.fixamingata.web.confirmation;

import java.util.Locale;

/**
 * Where a confirmation stands.
 *
 * @param kind of what is confirmed: the middle of its texts' keys, {@code bekrafta.{kind}.{situation}.title} and {@code .text}
 * @param title of the report that it is about; empty when it is not to be shown
 * @param address where to go on: at once when it is done, by a button otherwise; null for nowhere
 */
public record Confirmation(String kind, Situation situation, String title, String address) {

    /** What the page says. */
    public enum Situation {
        /** The link is good, and the button is to be pressed. */
        WAITING,
        /** Just now. */
        DONE,
        /** Before. */
        ALREADY,
        /** Before, and taken back since. */
        ENDED,
        /** The link is good, but there is too much of the kind already. */
        FULL,
        /** The link was good once. */
        EXPIRED;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
