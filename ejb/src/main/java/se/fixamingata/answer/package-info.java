/**
 * Words that an authority keeps ready: response templates with placeholders, per status and category, and how they become the beginning
 * of an answer to one report. What happens to an answer once it is sent is not here but in {@code handling}.
 *
 * <p>Answers are public. A template therefore fills in a reporter's name only where the report's page shows it anyway, and nothing here
 * escapes anything: pages and mails do, each in its own way.
 */
package se.fixamingata.answer;
