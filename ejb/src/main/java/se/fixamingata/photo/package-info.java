/**
 * Photos: what a file must be to become one, how it is made harmless, and where it is kept.
 *
 * <p>A photo comes in as a file that nobody trusts ({@link se.fixamingata.photo.PhotoIntake}), leaves as two JPEGs of our own making, and
 * belongs to a draft until the report is sent, then to the report ({@link se.fixamingata.photo.PhotoStore}). Drafts and reports are known
 * here by their numbers only; who may write to a draft is decided in {@code submission}. Nothing here talks to a network.
 */
package se.fixamingata.photo;
