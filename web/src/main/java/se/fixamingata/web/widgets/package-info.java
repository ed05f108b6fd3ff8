/**
 * PrimeFaces behind our own door: its scripts run under the nonce that {@link se.fixamingata.web.security.SecurityHeadersFilter} has
 * given to the page, and it sends no policy of its own ({@code primefaces.CSP=policyProvided}).
 *
 * <p>Knows no page. Pages that use widgets have the template {@code desk.xhtml}; residents' pages use none and load nothing of it, but for
 * the charts of {@code web.statistics}, which load three scripts themselves.
 */
package se.fixamingata.web.widgets;
