/**
 * The job {@code statistics}: one municipality after the other in two halves at once, then the counties and the country, then everybody
 * may read it. What is counted, and how, is in the domain's {@code statistics}; here is only the walking.
 *
 * <p>The checkpoint is the last municipality's code. Killed and restarted, it goes on behind it; the one that was being counted is
 * counted again. One that cannot be counted is left out with the reason and keeps the figures of the night before.
 */
package se.fixamingata.batch.statistics;
