package se.fixamingata.sending;

/** There is something to send as soon as the running transaction has committed. Fired inside it by whoever writes the row. */
public record SendingDue() {}
