/**
 * Text as outlines, from the one font that the project ships.
 *
 * <p>Why not {@link java.awt.Font}: it needs FreeType, fontconfig and at least one installed font, and bare servers have none of them.
 * The outlines are read straight from the TrueType file instead, so a picture looks the same on every machine.
 *
 * <p>Not here: what is written where ({@code basemap} and whoever else draws).
 */
package se.fixamingata.lettering;
