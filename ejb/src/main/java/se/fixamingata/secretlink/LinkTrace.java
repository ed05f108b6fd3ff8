package se.fixamingata.secretlink;

import java.time.Instant;

/**
 * What became of one authority's links to one report, all together.
 *
 * @param sentAt when the last one was made
 * @param usedAt when one was used last for the first time; null when none was
 * @param revokedAt when one was made worthless last; null when none was
 * @param working how many were not made worthless
 */
public record LinkTrace(Instant sentAt, Instant usedAt, Instant revokedAt, long working) {}
