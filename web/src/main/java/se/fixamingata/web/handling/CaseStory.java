package se.fixamingata.web.handling;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import se.fixamingata.handling.history.CaseEvent;
import se.fixamingata.report.HistoryEntry.Kind;
import se.fixamingata.web.security.CurrentLanguage;
import se.fixamingata.web.text.Glyphs;
import se.fixamingata.web.text.Names;
import se.fixamingata.web.text.TextBean;

/** Tells what happened to a report, and to whom it was told, in a caseworker's words. */
@RequestScoped
public class CaseStory {

    private static final String KEY = "arende.event.";

    /** What a reporter may have answered. */
    private static final Set<String> REPLIES = Set.of("yes", "no", "unknown");

    @Inject
    TextBean text;

    @Inject
    Names names;

    @Inject
    Glyphs glyphs;

    @Inject
    CurrentLanguage language;

    /**
     * The newest first.
     *
     * @param authorityCode who has the report, and speaks where nobody is named
     * @param colleagues names by the numbers of their accounts
     */
    List<CaseLine> of(List<CaseEvent> events, String authorityCode, Map<Long, String> colleagues) {
        List<CaseLine> lines = new ArrayList<>();
        for (int i = events.size() - 1; i >= 0; i--) {
            CaseEvent event = events.get(i);
            lines.add(new CaseLine(
                    event.at(),
                    shape(event),
                    what(event, colleagues),
                    who(event, authorityCode),
                    event.internal(),
                    marks(event),
                    event.text(),
                    event.update() == null ? List.of() : event.update().photos(),
                    event.update() == null ? List.of() : event.update().documents()));
        }
        return lines;
    }

    private String shape(CaseEvent event) {
        return switch (event.kind()) {
            case CONFIRMED -> "reported";
            case STATUS -> glyphs.shape(event.toStatus());
            case COMMENT -> "comment";
            case NOTE, ASKED -> "note";
            default -> "change";
        };
    }

    private String what(CaseEvent event, Map<Long, String> colleagues) {
        String detail = event.detail() == null ? "" : event.detail();
        return switch (event.kind()) {
            case STATUS ->
                text.of(KEY + "status", text.of(glyphs.key(event.fromStatus())), text.of(glyphs.key(event.toStatus())));
            case COMMENT -> text.of(KEY + "comment." + event.actor().name().toLowerCase(Locale.ROOT));
            case CATEGORY -> fromTo(event.kind(), detail, names::category);
            case HANDED_OVER -> fromTo(event.kind(), detail, names::authority);
            case PRIORITY -> fromTo(event.kind(), detail, code -> text.of("priority." + code));
            case EXPECTED -> detail.isEmpty() ? text.of(KEY + "expected.none") : text.of(KEY + "expected", day(detail));
            case MERGED, UNMERGED -> text.of(key(event.kind()), detail);
            case ASSIGNED -> assigned(detail, colleagues);
            case REPLIED -> text.of(key(event.kind()) + "." + (REPLIES.contains(detail) ? detail : "unknown"));
            default -> text.of(key(event.kind()));
        };
    }

    private static String key(Kind kind) {
        return KEY + kind.name().toLowerCase(Locale.ROOT);
    }

    private String fromTo(Kind kind, String detail, UnaryOperator<String> name) {
        String[] ends = detail.split(">", 2);
        return ends.length == 2 ? text.of(key(kind), name.apply(ends[0]), name.apply(ends[1])) : detail;
    }

    private String assigned(String account, Map<Long, String> colleagues) {
        return account.isEmpty()
                ? text.of(KEY + "assigned.none")
                : text.of(KEY + "assigned", colleagues.getOrDefault(Long.valueOf(account), text.of("arende.somebody")));
    }

    /** "1 december 2026". */
    String day(String iso) {
        return DateTimeFormatter.ofPattern("d MMMM uuuu", language.get().locale())
                .format(LocalDate.parse(iso));
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

    private List<String> marks(CaseEvent event) {
        List<String> marks = new ArrayList<>();
        if (event.update() != null && event.update().looksFixed()) {
            marks.add(text.of("arende.mark.looks-fixed"));
        }
        if (event.update() != null && event.update().edited()) {
            marks.add(text.of("arende.mark.edited"));
        }
        if (event.isHidden()) {
            marks.add(text.of("arende.mark.hidden"));
        }
        return marks;
    }
}
