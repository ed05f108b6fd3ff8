package se.fixamingata.delivery;

/** The ways in which an authority can take reports. */
public enum ChannelKind {
    /** A letter to an address (R21). */
    MAIL
}
