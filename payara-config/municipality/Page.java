import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;

/** The half for people: every case, and a form to say what is done about it. */
final class Page {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.of("Europe/Stockholm"));

    private static final Map<String, String> STATUSES = Map.of(
            "OPEN", "Ny",
            "INVESTIGATING", "Utreds",
            "PLANNED", "Planerad",
            "IN_PROGRESS", "Pågår",
            "FIXED", "Åtgärdad",
            "NO_FURTHER_ACTION", "Ingen åtgärd");

    private static final List<String> ORDER =
            List.of("OPEN", "INVESTIGATING", "PLANNED", "IN_PROGRESS", "FIXED", "NO_FURTHER_ACTION");

    static final String STYLE =
            """
            :root {
              color-scheme: light dark;
              --ink: #22302b; --quiet: #4d5e57; --line: #cdd8d2; --field: #6a7d74; --ground: #fff; --band: #1e4d3b; --band-ink: #fff;
              --new: #b3261e; --under-way: #8a5300; --done: #1b6b36; --closed: #4f6470;
            }
            @media (prefers-color-scheme: dark) {
              :root {
                --ink: #e6eeea; --quiet: #b4c2bb; --line: #3a4a43; --field: #8ea198; --ground: #17201c; --band: #12362a;
                --new: #ff9a90; --under-way: #ffb95c; --done: #86d29a; --closed: #b3c4ce;
              }
            }
            * { box-sizing: border-box; }
            body { margin: 0; background: var(--ground); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif; }
            header { background: var(--band); color: var(--band-ink); }
            header div, main { max-width: 62rem; margin: 0 auto; padding: 1rem; }
            h1 { margin: 0; font-size: 1.35rem; } h2 { margin: 0 0 .25rem; font-size: 1.1rem; }
            header p { margin: .25rem 0 0; max-width: 44rem; }
            p, ol, dl { margin: .4rem 0; }
            article { padding: 1.25rem 0; border-bottom: 1px solid var(--line); }
            .quiet, dt { color: var(--quiet); }
            .state { display: inline-block; padding: 0 .6rem; border: 1px solid currentColor; border-radius: 1rem; font-size: .875rem; }
            .state--OPEN { color: var(--new); }
            .state--INVESTIGATING, .state--PLANNED, .state--IN_PROGRESS { color: var(--under-way); }
            .state--FIXED { color: var(--done); } .state--NO_FURTHER_ACTION { color: var(--closed); }
            .told, dd, li { overflow-wrap: anywhere; white-space: pre-line; }
            dl { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: .1rem 1rem; } dd { margin: 0; }
            ol { padding: 0; list-style: none; } li { padding: .35rem 0 .35rem .9rem; border-left: 3px solid var(--line); }
            img { max-width: 100%; max-height: 12rem; border-radius: 6px; }
            form { display: grid; grid-template-columns: 11rem minmax(0, 1fr) auto; gap: .25rem .75rem; align-items: end; margin-top: .75rem; }
            label { font-size: .875rem; color: var(--quiet); } label > * { display: block; width: 100%; color: var(--ink); }
            input, select, button { min-height: 2.75rem; padding: 0 .75rem; border: 1px solid var(--field); border-radius: 6px;
              background: var(--ground); font: inherit; }
            button { border-color: var(--band); background: var(--band); color: var(--band-ink); font-weight: 600; cursor: pointer; }
            :focus-visible { outline: 3px solid #ffbf47; outline-offset: 2px; }
            @media (max-width: 40rem) {
              dl, form { grid-template-columns: minmax(0, 1fr); } dd { margin-bottom: .3rem; }
            }
            """;

    private Page() {}

    static String of(List<Book.Case> cases, List<Book.Word> words) {
        StringBuilder page = new StringBuilder("<!DOCTYPE html><html lang=\"sv\"><head><meta charset=\"utf-8\">"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"
                + "<title>Karlstads ärendesystem (påhittat)</title><link rel=\"stylesheet\" href=\"/stil.css\"></head><body>"
                + "<header><div><h1>Karlstads ärendesystem</h1><p>Påhittat, för demonstrationen. Rapporter i Karlstad kommer hit"
                + " över Open311. Det du svarar syns på rapportens sida inom någon minut.</p></div></header><main>");
        if (cases.isEmpty()) {
            page.append("<p><strong>Inga ärenden än.</strong> Rapportera något i Karlstad och bekräfta det.</p>");
        }
        cases.forEach(one -> article(page, one, words));
        return page.append("</main></body></html>").toString();
    }

    private static void article(StringBuilder page, Book.Case one, List<Book.Word> words) {
        String service = Book.service(one.said("service_code")).map(Book.Service::name).orElse("");
        page.append("<article><h2>")
                .append(Tree.escaped(one.number == null ? "Väntar på nummer" : one.number))
                .append(" · ")
                .append(service)
                .append(" <span class=\"state state--")
                .append(one.status)
                .append("\">")
                .append(STATUSES.getOrDefault(one.status, one.status))
                .append("</span></h2><p class=\"told\">")
                .append(Tree.escaped(one.said("description")))
                .append("</p><dl>");
        fact(page, "Kom in", TIME.format(one.at));
        fact(page, "Plats", one.said("address_string"));
        fact(page, "Anmälare", (one.said("first_name") + " " + one.said("last_name")).strip());
        fact(page, "E-post", one.said("email"));
        fact(page, "Telefon", one.said("phone"));
        one.told.forEach((name, value) -> {
            if (name.startsWith("attribute[")) {
                fact(page, name.substring("attribute[".length()).replaceFirst("\\].*", ""), value);
            }
        });
        page.append("</dl>");
        if (one.said("media_url").startsWith("http")) {
            page.append("<p><img alt=\"Bild från anmälaren\" src=\"")
                    .append(Tree.escaped(one.said("media_url")))
                    .append("\"></p>");
        }
        said(page, words.stream().filter(word -> word.number().equals(one.number)).toList());
        if (one.number != null) {
            form(page, one);
        }
        page.append("</article>");
    }

    private static void fact(StringBuilder page, String name, String value) {
        if (!value.isBlank()) {
            page.append("<dt>")
                    .append(Tree.escaped(name))
                    .append("</dt><dd>")
                    .append(Tree.escaped(value))
                    .append("</dd>");
        }
    }

    private static void said(StringBuilder page, List<Book.Word> words) {
        if (words.isEmpty()) {
            return;
        }
        page.append("<ol>");
        words.forEach(word -> page.append("<li><span class=\"quiet\">")
                .append(TIME.format(word.at()))
                .append(word.ours() ? " · Vi" : " · Från FixaMinGata")
                .append(word.ours() ? " · " + STATUSES.getOrDefault(word.status(), word.status()) : "")
                .append("</span>\n")
                .append(Tree.escaped(word.text()))
                .append("</li>"));
        page.append("</ol>");
    }

    private static void form(StringBuilder page, Book.Case one) {
        page.append("<form method=\"post\" action=\"/arende\"><input type=\"hidden\" name=\"number\" value=\"")
                .append(Tree.escaped(one.number))
                .append("\"><label>Status<select name=\"status\">");
        ORDER.forEach(status -> page.append("<option value=\"")
                .append(status)
                .append(status.equals(one.status) ? "\" selected>" : "\">")
                .append(STATUSES.get(status))
                .append("</option>"));
        page.append("</select></label><label>Svar till den som anmälde<input name=\"text\" maxlength=\"2000\"></label>"
                + "<button>Svara</button></form>");
    }

    static boolean isStatus(String code) {
        return STATUSES.containsKey(code);
    }
}
