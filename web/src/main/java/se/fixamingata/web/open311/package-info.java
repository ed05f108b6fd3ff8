/**
 * The door of our Open311 server: {@code /open311/v2/…} for the country, {@code /open311/v2/{slug}/…} for one authority.
 *
 * <p>{@link se.fixamingata.web.open311.CallFilter} takes an address apart before anything else looks at it (the end of the address decides the
 * format, whatever {@code Accept} says), finds whose reports are asked for and who asks, and counts. Resources then stand at one address
 * each, ask the domain once and write the answer; whatever goes wrong becomes an answer in that same format ({@link se.fixamingata.web.open311.ProblemMapper}).
 */
package se.fixamingata.web.open311;
