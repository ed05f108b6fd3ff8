package se.fixamingata.web.handling;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import se.fixamingata.handling.HandlingResult;
import se.fixamingata.handling.Merging;
import se.fixamingata.web.security.CurrentCaller;
import se.fixamingata.web.text.TextBean;

/** Making one of two reports, and two of one again. */
@RequestScoped
public class MergePosting {

    @Inject
    CurrentCaller callers;

    @Inject
    PostedForm form;

    @Inject
    Merging merging;

    @Inject
    TextBean text;

    /** Null when no number was given. */
    HandlingResult merge(long report) {
        Optional<Long> main = form.number("main");
        if (main.isEmpty()) {
            form.refuse("main", text.of("arende.merge.number"));
            return null;
        }
        return merging.merge(callers.get(), report, form.version(), main.get(), form.typed("text"));
    }

    HandlingResult undo(long report) {
        return merging.undo(callers.get(), report, form.version(), form.typed("text"));
    }
}
