package se.fixamingata.sitemessage;

/** A message was written, changed or ended. Fired inside the transaction that does it. */
public record SiteMessagesChanged(long id) {}
