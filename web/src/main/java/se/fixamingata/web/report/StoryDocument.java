package se.fixamingata.web.report;

/**
 * A document that goes with an answer.
 *
 * @param name with its kind and size
 */
public record StoryDocument(String address, String name) {}
