package se.fixamingata.subscription;

/** Whether a subscriber is told anything. */
public enum SubscriptionState {
    /** Somebody typed the address, and nobody has shown that it is theirs; deleted after 30 days. */
    UNCONFIRMED,
    /** Is told. */
    ACTIVE,
    /** Is told no more; deleted after 30 days. */
    ENDED
}
