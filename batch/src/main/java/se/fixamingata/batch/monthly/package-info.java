/** The job {@code monthly-letters}: what a month was like, to the administrators of each live municipality. */
package se.fixamingata.batch.monthly;
