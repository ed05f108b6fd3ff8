package se.fixamingata.integration;

/** The ways in which an authority can take reports. */
public enum ChannelKind {
    /** A letter to an address (R21). */
    MAIL,
    /** Their server, which we call (R23). */
    OPEN311,
    /** Our server, from which their system fetches (R24). */
    PULL
}
