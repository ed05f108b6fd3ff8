import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;

/** The half for people: every case, and a form to say what is done about it. */
final class Page {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.of("Europe/Stockholm"));

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
            :root { color-scheme: light dark; }
            body { max-width: 60rem; margin: 0 auto; padding: 1rem; font: 1rem/1.5 system-ui, sans-serif; }
            article { margin: 1rem 0; padding: 1rem; border: 1px solid #8888; border-radius: 8px; }
            h1 { font-size: 1.6rem; } h2 { margin: 0; font-size: 1.15rem; }
            p, ul { margin: .4rem 0; } .told { white-space: pre-line; overflow-wrap: anywhere; }
            form { display: flex; flex-wrap: wrap; gap: .5rem; margin-top: .75rem; }
            input, select, button { min-height: 2.75rem; padding: 0 .75rem; font: inherit; }
            input { flex: 1 1 14rem; } img { max-width: 12rem; max-height: 9rem; }
            """;

    private Page() {}

    static String of(List<Book.Case> cases, List<Book.Word> words) {
        StringBuilder page = new StringBuilder("<!DOCTYPE html><html lang=\"sv\"><head><meta charset=\"utf-8\">"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"
                + "<title>Karlstads ärendesystem (påhittat)</title><link rel=\"stylesheet\" href=\"/stil.css\"></head><body>"
                + "<h1>Karlstads ärendesystem</h1><p>Påhittat, för demonstrationen. Rapporter i Karlstad kommer hit över Open311."
                + " Det du svarar syns på rapportens sida efter en stund.</p>");
        if (cases.isEmpty()) {
            page.append("<p><strong>Inga ärenden än.</strong> Rapportera något i Karlstad och bekräfta det.</p>");
        }
        cases.forEach(one -> article(page, one, words));
        return page.append("</body></html>").toString();
    }

    private static void article(StringBuilder page, Book.Case one, List<Book.Word> words) {
        String service = Book.service(one.said("service_code")).map(Book.Service::name).orElse("");
        page.append("<article><h2>")
                .append(Tree.escaped(one.number == null ? "Väntar på nummer" : one.number))
                .append(" · ")
                .append(service)
                .append(" · ")
                .append(STATUSES.getOrDefault(one.status, one.status))
                .append("</h2><p>")
                .append(TIME.format(one.at))
                .append(" · ")
                .append(Tree.escaped(one.said("address_string")))
                .append(" · ")
                .append(Tree.escaped(one.said("first_name") + " " + one.said("last_name")))
                .append("</p><p class=\"told\">")
                .append(Tree.escaped(one.said("description")))
                .append("</p>");
        if (one.said("media_url").startsWith("http")) {
            page.append("<p><img alt=\"Bild från anmälaren\" src=\"")
                    .append(Tree.escaped(one.said("media_url")))
                    .append("\"></p>");
        }
        page.append("<ul>");
        words.stream().filter(word -> word.number().equals(one.number)).forEach(word -> page.append("<li>")
                .append(TIME.format(word.at()))
                .append(word.ours() ? " Vi: " : " Från FixaMinGata: ")
                .append(word.ours() ? STATUSES.getOrDefault(word.status(), word.status()) + ". " : "")
                .append(Tree.escaped(word.text()))
                .append("</li>"));
        page.append("</ul>");
        if (one.number != null) {
            form(page, one);
        }
        page.append("</article>");
    }

    private static void form(StringBuilder page, Book.Case one) {
        page.append("<form method=\"post\" action=\"/arende\"><input type=\"hidden\" name=\"number\" value=\"")
                .append(Tree.escaped(one.number))
                .append("\"><select name=\"status\" aria-label=\"Status\">");
        ORDER.forEach(status -> page.append("<option value=\"")
                .append(status)
                .append(status.equals(one.status) ? "\" selected>" : "\">")
                .append(STATUSES.get(status))
                .append("</option>"));
        page.append("</select><input name=\"text\" maxlength=\"2000\" aria-label=\"Svar\" placeholder=\"Svar till den som anmälde\">"
                + "<button>Svara</button></form>");
    }

    static boolean isStatus(String code) {
        return STATUSES.containsKey(code);
    }
}
