package se.fixamingata.bulk;

/** There is a bulk change to work off. Observed after the commit only. */
public record BulkDue() {}
