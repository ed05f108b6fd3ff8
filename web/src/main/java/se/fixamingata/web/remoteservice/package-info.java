/** The page {@code /handlaggning/integration/tjanster}: which service of the authority's own Open311 server each category is. */
package se.fixamingata.web.remoteservice;
