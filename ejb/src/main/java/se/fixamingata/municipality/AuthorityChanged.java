package se.fixamingata.municipality;

/** What an authority takes, or how far it has come, may have changed. Fired inside the transaction that changes it. */
public record AuthorityChanged(String authorityCode) {}
