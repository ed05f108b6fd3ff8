package se.fixamingata.photo;

import java.time.Instant;

/**
 * What a photo belongs to, and whether a moderator has hidden it.
 *
 * @param updateId null when it is the report's own
 */
public record PhotoPlace(String photoId, long reportId, Long updateId, boolean hidden, Instant uploadedAt) {}
