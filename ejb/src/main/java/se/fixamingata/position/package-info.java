/**
 * Points, boxes and cells on the ground: pure arithmetic, WGS 84 degrees and web-mercator cells.
 *
 * <p>The position index of the whole product is {@link se.fixamingata.position.MapCell}. What lies at a point is {@code geography}'s
 * business, not this package's.
 */
package se.fixamingata.position;
