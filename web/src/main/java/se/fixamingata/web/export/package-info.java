/**
 * Files of the back office to take along (product.md, P15): the filtered list as CSV, Excel and PDF, and one report as PDF. What is in
 * them and who may have them is decided in the domain; here is only how they look. Everything is written to a file first, so that a slow
 * reader holds nothing that others wait for.
 */
package se.fixamingata.web.export;
