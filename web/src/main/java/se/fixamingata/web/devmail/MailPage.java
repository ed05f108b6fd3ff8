package se.fixamingata.web.devmail;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The HTML of {@code /dev/mail}. Every value passes {@link #add} and is escaped there. */
final class MailPage {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "d MMM HH:mm:ss", Locale.forLanguageTag("sv"))
            .withZone(ZoneId.of("Europe/Stockholm"));
    private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"]+");
    private static final Pattern NUMBER = Pattern.compile("\\[#(\\d{1,18})]");
    private static final List<String> HEADERS =
            List.of("From", "To", "Reply-To", "Date", "Message-ID", "Auto-Submitted");

    private static final String STYLE =
            """
            body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:0 auto;padding:1rem}
            ul{list-style:none;padding:0}li{border-top:1px solid #8884}li a{display:block;padding:.75rem 0}
            small,dt{opacity:.75}dl{display:grid;grid-template-columns:max-content 1fr;gap:.25rem 1rem}
            dd{margin:0;overflow-wrap:anywhere}
            pre{white-space:pre-wrap;overflow-wrap:anywhere;background:#8881;padding:1rem;border-radius:.5rem}
            iframe{width:100%;height:48rem;border:1px solid #8886;border-radius:.5rem;background:#fff}
            form{max-width:40rem}label{display:block;font-weight:600}
            select,textarea,button{font:inherit;box-sizing:border-box;max-width:100%;padding:.5rem .75rem}
            textarea,select{width:100%}.done{border-left:4px solid #1a7f37;padding:.5rem 1rem;background:#8881}
            """;

    private final StringBuilder html = new StringBuilder(8_192);

    MailPage(String title) {
        markup("<!DOCTYPE html><html lang=\"sv\"><head><meta charset=\"utf-8\">");
        add("<title>{}</title>", title);
        markup(
                "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><meta name=\"robots\" content=\"noindex\">");
        markup("<meta name=\"color-scheme\" content=\"light dark\"><style>" + STYLE + "</style></head><body><main>");
        add("<h1>{}</h1>", title);
    }

    /** Only for words of ours, never for a value. */
    MailPage markup(String ours) {
        html.append(ours);
        return this;
    }

    /** Words of ours with values, escaped, where it says <code>{}</code>. */
    private MailPage add(String ours, Object... values) {
        String[] pieces = ours.split("\\{}", -1);
        html.append(pieces[0]);
        for (int i = 0; i < values.length; i++) {
            html.append(escape(values[i].toString())).append(pieces[i + 1]);
        }
        return this;
    }

    MailPage line(String name, KeptMail mail) {
        return add(
                "<li><a href=\"/dev/mail/{}\"><strong>{}</strong><br><small>till {} · {}</small></a></li>",
                name,
                mail.header("Subject"),
                mail.header("To"),
                time(name));
    }

    MailPage headers(KeptMail mail) {
        markup("<p><a href=\"/dev/mail\">← Alla mejl</a></p><dl>");
        HEADERS.stream()
                .filter(name -> !mail.header(name).isEmpty())
                .forEach(name -> add("<dt>{}</dt><dd>{}</dd>", name, mail.header(name)));
        return markup("</dl>");
    }

    MailPage attachments(String name, KeptMail mail) {
        if (mail.attachments().isEmpty()) {
            return this;
        }
        markup("<h2>Bilagor</h2><ul>");
        mail.attachments()
                .forEach(part -> add(
                        "<li><a href=\"/dev/mail/{}/{}\">{}</a> <small>{}, {} byte</small></li>",
                        name,
                        part.number(),
                        part.fileName(),
                        part.contentType(),
                        part.content().length));
        return markup("</ul>");
    }

    /** As text, with links that can be followed. */
    MailPage text(KeptMail mail) {
        String linked = LINK.matcher(escape(mail.text())).replaceAll("<a href=\"$0\">$0</a>");
        return markup("<h2>Text</h2><pre>" + linked + "</pre>");
    }

    /** As the reader's mail program shows it: scripts and forms are off, pictures come from the message itself, a click opens on top. */
    MailPage html(KeptMail mail) {
        if (mail.html().isEmpty()) {
            return this;
        }
        return add(
                "<h2>HTML</h2><iframe title=\"Mejlet som HTML\" sandbox=\"allow-top-navigation-by-user-activation\" srcdoc=\"{}\"></iframe>",
                mail.htmlWithPictures().replaceAll("(?i)<a\\s", "<a target=\"_top\" "));
    }

    /** On top, since the form stands at the end. */
    MailPage toForm() {
        return markup("<p><a href=\"#svara\">Svara på mejlet</a></p>");
    }

    /** A form that answers as the recipient's mail program would. */
    MailPage answer(String name, KeptMail mail, String token) {
        return add(
                """
                <h2 id="svara">Svara på mejlet</h2>
                <p>Så här gör den som har fått mejlet: svarar i sitt mejlprogram. Det som står ovanför citatet blir ett svar på \
                rapporten, och en rad som ”Status: Åtgärdad” ändrar dess status.</p>
                <form method="post" action="/dev/mail/{}"><input type="hidden" name="fmg_csrf" value="{}">
                <p><label for="as">Avsändare</label><select id="as" name="as">
                <option value="recipient">{}</option>
                <option value="stranger">{} (någon som har fått tag på svarsadressen)</option>
                <option value="machine">{} (autosvar)</option>
                </select></p>
                <p><label for="text">Svar</label><textarea id="text" name="text" rows="7" required>Hej!

                Lampan är bytt i dag.

                Status: Åtgärdad</textarea></p>
                <p><button type="submit">Skicka svaret</button></p></form>
                """,
                name,
                token,
                mail.header("To"),
                Answering.STRANGER,
                mail.header("To"));
    }

    /** That it was sent, and where to look. */
    MailPage sent(KeptMail mail) {
        Matcher number = NUMBER.matcher(mail.header("Subject"));
        markup("<p role=\"status\" class=\"done\">Svaret är skickat och läses inom några sekunder.");
        if (number.find()) {
            add(" <a href=\"/rapport/{}\">Se rapporten</a>", number.group(1));
        }
        return markup("</p>");
    }

    @Override
    public String toString() {
        return html + "</main></body></html>";
    }

    private static String time(String name) {
        return TIME.format(Instant.ofEpochMilli(Long.parseLong(name.substring(0, name.indexOf('-')))));
    }

    static String escape(String value) {
        return value.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
