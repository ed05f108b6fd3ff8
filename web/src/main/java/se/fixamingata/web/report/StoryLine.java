package se.fixamingata.web.report;

import java.time.Instant;

/**
 * One thing that happened, or what is being waited for.
 *
 * @param at when; null for what has not happened yet
 * @param shape name of the glyph beside it: a status's shape, {@code sent} or {@code waiting}
 * @param text what, in one sentence
 * @param who by whom, or null where the sentence says so
 * @param body what was written, or null
 */
public record StoryLine(Instant at, String shape, String text, String who, String body) {}
