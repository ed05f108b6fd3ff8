/** The integration desk's pages: {@code /handlaggning/integration}, what lies below it about the authority's server, and {@code /drift/integration}. */
package se.fixamingata.web.integrationdesk;
