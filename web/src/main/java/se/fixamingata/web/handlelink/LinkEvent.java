package se.fixamingata.web.handlelink;

import java.time.Instant;
import java.util.List;
import se.fixamingata.handling.history.CaseDocument;
import se.fixamingata.handling.history.CasePhoto;

/**
 * One thing that happened to the report, for whoever answers by link.
 *
 * @param shape name of the glyph beside it
 * @param who by whom
 * @param body what was written, or null
 */
public record LinkEvent(
        Instant at,
        String shape,
        String what,
        String who,
        String body,
        List<CasePhoto> photos,
        List<CaseDocument> documents) {}
