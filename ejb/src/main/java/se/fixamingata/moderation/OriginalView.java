package se.fixamingata.moderation;

import java.time.Instant;

/**
 * What stood in a field before a moderator changed it.
 *
 * @param moderatedAt when it was changed
 */
public record OriginalView(long id, ModeratedField field, String text, Instant moderatedAt) {}
