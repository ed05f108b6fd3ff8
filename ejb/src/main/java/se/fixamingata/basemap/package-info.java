/**
 * The map that the server draws itself: tiles and still pictures, with Java2D, from the reference data's shapes. It is there with no
 * tile server, no script and no network, in mails and in PDFs too.
 *
 * <p>Drawing is a pure function of data, zoom and place. Everything that could differ between two tiles (which names show, where dashes
 * begin, which points are left out) is decided for the whole country per zoom, so that tiles fit at their borders.
 *
 * <p>Not here: reading files ({@code geography}), the letters' outlines ({@code lettering}), HTTP ({@code web.basemap}), the clusters
 * of reports ({@code map}).
 */
package se.fixamingata.basemap;
