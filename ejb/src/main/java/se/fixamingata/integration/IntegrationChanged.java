package se.fixamingata.integration;

/** Fired in the transaction that gives an authority another way, or closes or opens the one it has: what waits is looked at anew. */
public record IntegrationChanged(String authorityCode) {}
