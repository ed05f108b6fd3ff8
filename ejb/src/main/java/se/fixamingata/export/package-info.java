/**
 * An authority's reports to take along (product.md, P15): reads what the filter means in portions, so that 100,000 rows never stand in
 * memory together, and leaves out what the reader may not see. How a file of them looks is the web module's business.
 */
package se.fixamingata.export;
