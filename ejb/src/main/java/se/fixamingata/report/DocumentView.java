package se.fixamingata.report;

/**
 * A document that goes with an answer, at {@code /dokument/{id}}.
 *
 * @param length in bytes
 */
public record DocumentView(String id, String fileName, int length) {}
