package se.fixamingata.municipality;

/**
 * An authority's addresses, or whether it refuses reports, may have changed: reports that wait for an address can go. Fired inside the
 * transaction that registers them.
 */
public record AddressRegistered(String authorityCode) {}
