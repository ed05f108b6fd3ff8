/**
 * Photos: what a file must be to become one, how it is made harmless, and where it is kept.
 *
 * <p>A photo comes in as a file that nobody trusts ({@link se.fixamingata.photo.PhotoIntake}), leaves as two JPEGs of our own making, and
 * belongs to a draft until that is sent, then to the report or the update that it became ({@link se.fixamingata.photo.PhotoStore}).
 * Those are known here by their numbers only, and who may write to them is decided elsewhere; who may <em>see</em> a photo is decided
 * here, in one query, for everybody ({@link se.fixamingata.photo.PhotoViewer}). Nothing here talks to a network.
 */
package se.fixamingata.photo;
