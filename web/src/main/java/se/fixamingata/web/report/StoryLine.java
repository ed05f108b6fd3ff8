package se.fixamingata.web.report;

import java.time.Instant;

/**
 * One thing that happened, or what is being waited for.
 *
 * @param at when; null for what has not happened yet
 * @param shape name of the glyph beside it: a status's shape, {@code comment}, {@code change}, {@code sent} or {@code waiting}
 * @param text what, in one sentence
 * @param who by whom, or null where the sentence says so
 * @param body what was written, or null
 * @param link to another report that it tells of; null for none
 * @param words what belongs to what was written; null when nothing was
 */
public record StoryLine(
        Instant at, String shape, String text, String who, String body, StoryLink link, StoryWords words) {

    /** Something without words of anybody's. */
    static StoryLine of(Instant at, String shape, String text, String who, String body) {
        return new StoryLine(at, shape, text, who, body, null, null);
    }

    /** Whether it is nothing but words that a moderator has hidden. */
    public boolean isHiddenComment() {
        return words != null && words.hidden() && shape.equals("comment");
    }
}
