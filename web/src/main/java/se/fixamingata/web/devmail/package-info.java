/**
 * {@code /dev/mail}: the mails that the demonstration's own mail server kept, for reading in the browser.
 *
 * <p>There only when {@code fmg.dev.mail} names the directory; anywhere else the address does not exist. What is shown came in over SMTP and is
 * treated as hostile: everything is escaped, HTML is shown in a frame that may run nothing.
 */
package se.fixamingata.web.devmail;
