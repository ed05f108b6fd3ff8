/**
 * The authorities' questions in forms (P3): what a form shows of them, and what comes back. Which answers may be sent is decided in
 * {@code se.fixamingata.extraquestion}.
 */
package se.fixamingata.web.extraquestion;
