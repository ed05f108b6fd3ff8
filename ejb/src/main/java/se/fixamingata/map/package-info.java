/**
 * What the browsing map shows: single reports and counted clusters by tile, and the counts that make the coarse zooms cheap.
 *
 * <p>Only this package reads or writes {@code map_cell} and {@code map_version}; both follow from {@code report} and can be made again
 * from it ({@link se.fixamingata.map.MapCounts#rebuild()}). No JSON and no HTTP here: that is the web module's business.
 */
package se.fixamingata.map;
