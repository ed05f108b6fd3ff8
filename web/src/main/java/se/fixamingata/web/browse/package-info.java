/**
 * Looking around: the map page with its list and filters, and what every map of ours needs to know.
 *
 * <p>A page's whole state stands in its address. Which reports fit is the domain's {@code ReportSearch}; here is only how an address
 * becomes criteria and back.
 */
package se.fixamingata.web.browse;
