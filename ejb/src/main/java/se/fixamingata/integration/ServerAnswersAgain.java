package se.fixamingata.integration;

/** Fired in a transaction when an authority's server, which did not answer lately, has answered: what waits for it need not wait longer. */
public record ServerAnswersAgain(String authorityCode) {}
