package se.fixamingata.web.handling;

import java.time.Instant;
import java.util.List;
import se.fixamingata.handling.history.CaseDocument;
import se.fixamingata.handling.history.CasePhoto;

/**
 * One thing that happened to the report, in words.
 *
 * @param shape name of the glyph beside it: a status's shape, {@code comment}, {@code note} or {@code change}
 * @param what in one sentence
 * @param who by whom
 * @param internal whether only the back office reads it
 * @param marks what else there is to know: edited, hidden, looks fixed
 * @param body what was written, or null
 */
public record CaseLine(
        Instant at,
        String shape,
        String what,
        String who,
        boolean internal,
        List<String> marks,
        String body,
        List<CasePhoto> photos,
        List<CaseDocument> documents) {}
