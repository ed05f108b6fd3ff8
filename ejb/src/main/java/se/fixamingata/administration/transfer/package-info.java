/**
 * An authority's settings as a file (JSON, versioned): taken out, compared with what holds, and taken over whole or not at all.
 *
 * <p>Not here: the rules of each setting, which are asked where they live. The start is a decision and no setting; it is not in the file.
 */
package se.fixamingata.administration.transfer;
