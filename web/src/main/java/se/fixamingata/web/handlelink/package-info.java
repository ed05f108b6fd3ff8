/** The page behind the link in an authority's mail, and what the back office sees of that link. */
package se.fixamingata.web.handlelink;
