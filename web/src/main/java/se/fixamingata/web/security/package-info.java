/**
 * What stands at the door: security headers, the reader's language, request sizes, rate limits, the check that a POST comes from one
 * of our own pages, and what happens to the unexpected.
 *
 * <p>Filters only translate between the request and small pure classes that carry the rules and the tests. Who may do what is the
 * domain's decision, not a filter's.
 */
package se.fixamingata.web.security;
