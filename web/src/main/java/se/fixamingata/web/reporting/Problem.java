package se.fixamingata.web.reporting;

/**
 * Something to mend, in words.
 *
 * @param field name of the field, which is also the id that the summary's link leads to
 */
public record Problem(String field, String message) {}
