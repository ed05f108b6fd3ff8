package se.fixamingata.handling.history;

/**
 * A document that went with an answer, at {@code /dokument/{id}}.
 *
 * @param length in bytes
 */
public record CaseDocument(String id, String fileName, int length) {}
