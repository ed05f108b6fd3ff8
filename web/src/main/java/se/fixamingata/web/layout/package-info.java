/**
 * The shell around every page: header, footer, and the assets (styles, scripts, pictures) with their versioned addresses.
 *
 * <p>Knows no feature of the product; a page's own state lives with the page.
 */
package se.fixamingata.web.layout;
