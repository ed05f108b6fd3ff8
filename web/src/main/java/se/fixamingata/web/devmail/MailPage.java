package se.fixamingata.web.devmail;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The HTML of {@code /dev/mail}. Every value passes {@link #escape}. */
final class MailPage {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "d MMM HH:mm:ss", Locale.forLanguageTag("sv"))
            .withZone(ZoneId.of("Europe/Stockholm"));
    private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"]+");
    private static final Pattern NUMBER = Pattern.compile("\\[#(\\d{1,18})]");
    private static final Pattern CONTENT_ID = Pattern.compile("cid:([^\"')\\s>]+)");

    private final StringBuilder html = new StringBuilder(8_192);

    MailPage(String title) {
        html.append("<!DOCTYPE html><html lang=\"sv\"><head><meta charset=\"utf-8\"><title>")
                .append(escape(title))
                .append("</title><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
                .append(
                        "<meta name=\"robots\" content=\"noindex\"><meta name=\"color-scheme\" content=\"light dark\"><style>")
                .append("body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:0 auto;padding:1rem}")
                .append(
                        "ul{list-style:none;padding:0}li{border-top:1px solid #8884}li a{display:block;padding:.75rem 0}")
                .append(
                        "small,dt{opacity:.75}dl{display:grid;grid-template-columns:max-content 1fr;gap:.25rem 1rem}dd{margin:0;overflow-wrap:anywhere}")
                .append(
                        "pre{white-space:pre-wrap;overflow-wrap:anywhere;background:#8881;padding:1rem;border-radius:.5rem}")
                .append("iframe{width:100%;height:48rem;border:1px solid #8886;border-radius:.5rem;background:#fff}")
                .append(
                        "form{max-width:40rem}label{display:block;font-weight:600}select,textarea,button{font:inherit;box-sizing:border-box;max-width:100%;padding:.5rem .75rem}")
                .append(
                        "textarea,select{width:100%}.done{border-left:4px solid #1a7f37;padding:.5rem 1rem;background:#8881}")
                .append("</style></head><body><main><h1>")
                .append(escape(title))
                .append("</h1>");
    }

    MailPage line(String name, KeptMail mail) {
        html.append("<li><a href=\"/dev/mail/")
                .append(escape(name))
                .append("\"><strong>")
                .append(escape(mail.header("Subject")))
                .append("</strong><br><small>till ")
                .append(escape(mail.header("To")))
                .append(" · ")
                .append(escape(time(name)))
                .append("</small></a></li>");
        return this;
    }

    /** Only for words of ours, never for a value. */
    MailPage markup(String ours) {
        html.append(ours);
        return this;
    }

    MailPage headers(KeptMail mail) {
        html.append("<p><a href=\"/dev/mail\">← Alla mejl</a></p><dl>");
        for (String name : new String[] {"From", "To", "Reply-To", "Date", "Message-ID", "Auto-Submitted"}) {
            String value = mail.header(name);
            if (!value.isEmpty()) {
                html.append("<dt>")
                        .append(name)
                        .append("</dt><dd>")
                        .append(escape(value))
                        .append("</dd>");
            }
        }
        html.append("</dl>");
        return this;
    }

    MailPage attachments(String name, KeptMail mail) {
        if (!mail.attachments().isEmpty()) {
            html.append("<h2>Bilagor</h2><ul>");
            for (KeptMail.Attachment part : mail.attachments()) {
                html.append("<li><a href=\"/dev/mail/")
                        .append(escape(name))
                        .append('/')
                        .append(part.number())
                        .append("\">")
                        .append(escape(part.fileName()))
                        .append("</a> <small>")
                        .append(escape(part.contentType()))
                        .append(", ")
                        .append(part.content().length)
                        .append(" byte</small></li>");
            }
            html.append("</ul>");
        }
        return this;
    }

    /** As text, with links that can be followed. */
    MailPage text(KeptMail mail) {
        html.append("<h2>Text</h2><pre>")
                .append(LINK.matcher(escape(mail.text())).replaceAll("<a href=\"$0\">$0</a>"))
                .append("</pre>");
        return this;
    }

    /** As the reader's mail program shows it: scripts and forms are off, pictures come from the message itself, a click opens on top. */
    MailPage html(KeptMail mail) {
        if (!mail.html().isEmpty()) {
            String shown = withPictures(mail).replaceAll("(?i)<a\\s", "<a target=\"_top\" ");
            html.append("<h2>HTML</h2><iframe title=\"Mejlet som HTML\"")
                    .append(" sandbox=\"allow-top-navigation-by-user-activation\" srcdoc=\"")
                    .append(escape(shown))
                    .append("\"></iframe>");
        }
        return this;
    }

    /** On top, since the form stands at the end. */
    MailPage toForm() {
        html.append("<p><a href=\"#svara\">Svara på mejlet</a></p>");
        return this;
    }

    /** A form that answers as the recipient's mail program would. */
    MailPage answer(String name, KeptMail mail, String token) {
        html.append(
                        "<h2 id=\"svara\">Svara på mejlet</h2><p>Så här gör den som har fått mejlet: svarar i sitt mejlprogram. ")
                .append(
                        "Det som står ovanför citatet blir ett svar på rapporten, och en rad som ”Status: Åtgärdad” ändrar dess status.</p>")
                .append("<form method=\"post\" action=\"/dev/mail/")
                .append(escape(name))
                .append("\"><input type=\"hidden\" name=\"fmg_csrf\" value=\"")
                .append(escape(token))
                .append(
                        "\"><p><label for=\"as\">Avsändare</label><select id=\"as\" name=\"as\"><option value=\"recipient\">")
                .append(escape(mail.header("To")))
                .append("</option><option value=\"stranger\">")
                .append(Answering.STRANGER)
                .append(" (någon som har fått tag på svarsadressen)</option><option value=\"machine\">")
                .append(escape(mail.header("To")))
                .append(" (autosvar)</option></select></p><p><label for=\"text\">Svar</label>")
                .append(
                        "<textarea id=\"text\" name=\"text\" rows=\"7\" required>Hej!\n\nLampan är bytt i dag.\n\nStatus: Åtgärdad</textarea></p>")
                .append("<p><button type=\"submit\">Skicka svaret</button></p></form>");
        return this;
    }

    /** That it was sent, and where to look. */
    MailPage sent(KeptMail mail) {
        Matcher number = NUMBER.matcher(mail.header("Subject"));
        html.append("<p role=\"status\" class=\"done\">Svaret är skickat och läses inom några sekunder.");
        if (number.find()) {
            html.append(" <a href=\"/rapport/").append(number.group(1)).append("\">Se rapporten</a>");
        }
        html.append("</p>");
        return this;
    }

    private static String withPictures(KeptMail mail) {
        return CONTENT_ID
                .matcher(mail.html())
                .replaceAll(match -> Matcher.quoteReplacement(mail.attachments().stream()
                        .filter(part -> part.contentId().equals(match.group(1)))
                        .filter(part ->
                                part.contentType().toLowerCase(Locale.ROOT).startsWith("image/"))
                        .findFirst()
                        .map(part -> "data:" + part.contentType() + ";base64,"
                                + Base64.getEncoder().encodeToString(part.content()))
                        .orElse(match.group())));
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
