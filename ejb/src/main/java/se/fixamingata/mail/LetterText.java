package se.fixamingata.mail;

/** What a letter says: a subject of one line, plain text, and HTML of equal worth. */
public record LetterText(String subject, String text, String html) {}
