package se.fixamingata.municipality;

/** The operator's file of authorities was taken over. Fired inside the transaction that does it. */
public record AuthoritiesImported(int authorities) {}
