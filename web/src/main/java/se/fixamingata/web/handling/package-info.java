/**
 * The page {@code /handlaggning/rapport/{id}}, where a caseworker spends the day. It keeps nothing between two requests, so that no
 * session can expire under a text: what was typed comes with the form, and goes back with it until it is done.
 *
 * <p>{@link se.fixamingata.web.handling.CasePage} reads, the {@code …Posting} classes do what the buttons say, one for each group of
 * them. Nothing is decided here: what somebody may see and do, the use cases in {@code se.fixamingata.handling} say.
 */
package se.fixamingata.web.handling;
