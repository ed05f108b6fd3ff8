/**
 * The base map over HTTP: tiles and still pictures, cacheable by everyone. Drawing is the domain's ({@code se.fixamingata.basemap});
 * here are addresses, limits and cache headers only.
 */
package se.fixamingata.web.basemap;
