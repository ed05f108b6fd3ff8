/**
 * The shell around the pages of those who work here: the rail of the template {@code desk.xhtml}, and who is signed in.
 *
 * <p>Knows no feature; each page's state lives with the page.
 */
package se.fixamingata.web.desk;
