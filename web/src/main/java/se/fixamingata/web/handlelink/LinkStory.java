package se.fixamingata.web.handlelink;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import se.fixamingata.handling.history.CaseEvent;
import se.fixamingata.report.HistoryEntry;
import se.fixamingata.web.text.Glyphs;
import se.fixamingata.web.text.Names;
import se.fixamingata.web.text.TextBean;

/**
 * What happened to a report, in words, as whoever answers by link reads it: what everybody may read. Notes among caseworkers are not for a
 * mail that may have been passed on.
 */
@RequestScoped
public class LinkStory {

    @Inject
    TextBean text;

    @Inject
    Glyphs glyphs;

    @Inject
    Names names;

    /** In the order of the events. */
    List<LinkEvent> of(List<CaseEvent> events, String authorityCode) {
        return events.stream()
                .filter(event -> !event.internal() && !event.isHidden())
                .map(event -> line(event, authorityCode))
                .toList();
    }

    private LinkEvent line(CaseEvent event, String authorityCode) {
        return new LinkEvent(
                event.at(),
                shape(event),
                what(event),
                who(event, authorityCode),
                event.text(),
                event.update() == null ? List.of() : event.update().photos(),
                event.update() == null ? List.of() : event.update().documents());
    }

    private String shape(CaseEvent event) {
        return switch (event.kind()) {
            case CONFIRMED -> "reported";
            case STATUS -> glyphs.shape(event.toStatus());
            default -> "comment";
        };
    }

    private String what(CaseEvent event) {
        if (event.kind() == HistoryEntry.Kind.CONFIRMED) {
            return text.of("rapport.story.reported");
        }
        return event.kind() == HistoryEntry.Kind.STATUS
                ? text.of(glyphs.key(event.toStatus()))
                : text.of("rapport.story." + event.kind().name().toLowerCase(Locale.ROOT));
    }

    private String who(CaseEvent event, String authorityCode) {
        if (event.who() != null) {
            return event.who();
        }
        return switch (event.actor()) {
            case AUTHORITY -> names.authority(authorityCode);
            case REPORTER -> text.of("rapport.story.reporter");
            case RESIDENT -> text.of("rapport.story.resident");
            case SYSTEM -> "FixaMinGata";
        };
    }
}
