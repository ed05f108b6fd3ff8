/**
 * Open data (product.md, P23): every table of last night's figures as CSV and JSON below {@code /statistik/data}, the page that explains
 * their columns, and the catalogue that data portals read. The reports themselves are at {@code /api/reports.geojson}. All of it is free for
 * everybody (CC0) and holds nothing that the pages of figures hide.
 */
package se.fixamingata.web.opendata;
