package se.fixamingata.comment;

import java.util.ArrayList;
import java.util.List;
import se.fixamingata.photo.PhotoStore;
import se.fixamingata.submission.FieldProblem;
import se.fixamingata.submission.FieldRules;
import se.fixamingata.update.ReportUpdate;

/** What a draft must be to become a comment: words neither too few nor too many, and somebody whom a mail reaches. */
final class CommentRules {

    static final int TEXT_MIN = 2;

    private static final String KEYS = "comment.";

    private CommentRules() {}

    /** Everything that is wrong with it, in the order of the form; empty when it may be sent. */
    static List<FieldProblem> problems(CommentFields fields, int photos, CommentWriter writer) {
        List<FieldProblem> problems = new ArrayList<>();
        FieldRules.length("text", KEYS + "text", fields.text(), TEXT_MIN, ReportUpdate.TEXT_MAX)
                .ifPresent(problems::add);
        if (photos > PhotoStore.MAX_PER_OWNER) {
            problems.add(new FieldProblem("photos", "comment.photos.many", PhotoStore.MAX_PER_OWNER));
        }
        if (!writer.isKnown()) {
            FieldRules.name(fields.name()).ifPresent(problems::add);
            FieldRules.email(fields.email()).ifPresent(problems::add);
        }
        return problems;
    }
}
