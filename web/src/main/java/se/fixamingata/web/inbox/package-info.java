/**
 * The inbox of the back office and its start page.
 *
 * <p>The address is the only state: what a page, a script or a saved filter wants to see it says as a query, the server reads it
 * ({@link se.fixamingata.inbox.InboxAddress}), shows it, and answers with the one way of writing it, which the browser puts into its
 * address bar. The table is PrimeFaces'; map, keyboard and selection are scripts of our own ({@code js/inbox*.js}).
 */
package se.fixamingata.web.inbox;
