package se.fixamingata.incomingmail.reading;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/**
 * HTML of a mail as the plain text that its writer saw, with what mail programs mark as quoted or as signature taken out. What they do
 * not mark is left to {@link QuoteCutter} and {@link SignatureCutter}, which look at words alone.
 */
final class HtmlText {

    /** Stands for what a mail program has marked as quoted. */
    static final String QUOTED = ">";

    /** Stands for the place from which on everything is the mail that is answered. */
    static final String ANSWERED = "-----Original Message-----";

    private static final int LENGTH_MAX = 1_000_000;

    private static final String UNSEEN = "head, script, style, title, template, object, iframe, svg, noscript,"
            + " [style~=(?i)display\\s*:\\s*none], [hidden]";

    private static final String QUOTES = "blockquote[type=cite], blockquote[class~=(?i)quote],"
            + " blockquote[style~=(?i)border-left], div.yahoo_quoted, div.protonmail_quote > blockquote";

    private static final String SIGNATURES =
            ".gmail_signature, .gmail_signature_prefix, .moz-signature, #Signature, #signature,"
                    + " #AppleMailSignature, #ms-outlook-mobile-signature, #x_Signature, [data-smartmail=gmail_signature]";

    private static final String HEADERS_OF_THE_ANSWERED =
            "#divRplyFwdMsg, #x_divRplyFwdMsg, #appendonsend, #OLK_SRC_BODY_SECTION,"
                    + " #stopSpelling, #mail-editor-reference-message-container, .OutlookMessageHeader,"
                    + " div[style~=(?i)border-top:\\s*solid\\s+#(e1e1e1|b5c4df)]";

    private static final Set<String> BLOCKS = Set.of(
            "address",
            "article",
            "aside",
            "blockquote",
            "center",
            "dd",
            "div",
            "dl",
            "dt",
            "fieldset",
            "figure",
            "footer",
            "form",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "header",
            "hr",
            "li",
            "main",
            "ol",
            "p",
            "pre",
            "section",
            "table",
            "tr",
            "ul");

    /** After these a line stays empty, as on the screen. */
    private static final Set<String> PARAGRAPHS = Set.of("p", "ul", "ol", "table", "h1", "h2", "h3", "h4", "h5", "h6");

    private static final Pattern SPACES = Pattern.compile("[ \\t\\n\\r\\f\\u00A0]+");
    private static final Pattern MANY_LINES = Pattern.compile("\\n{3,}");
    private static final Pattern NO_MARGIN = Pattern.compile("(?i)margin(-bottom)?:\\s*0");

    private HtmlText() {}

    /** Lines broken where the writer broke them, quotes as lines that begin with {@value #QUOTED}. */
    static String read(String html) {
        String some = html.length() <= LENGTH_MAX ? html : html.substring(0, LENGTH_MAX);
        String own = read(some, true);
        // Some write inside what their mail program takes for the signature.
        return own.isBlank() ? read(some, false) : own;
    }

    private static String read(String html, boolean withoutSignature) {
        Document page = Jsoup.parse(html);
        page.select(UNSEEN).remove();
        page.select(QUOTES).forEach(quote -> quote.replaceWith(new Element("p").text(QUOTED)));
        Element answered = page.selectFirst(HEADERS_OF_THE_ANSWERED);
        if (answered != null) {
            answered.before(new Element("p").text(ANSWERED));
        }
        if (withoutSignature) {
            page.select(SIGNATURES).remove();
        }
        Lines lines = new Lines();
        NodeTraversor.traverse(lines, page.body());
        return lines.toString();
    }

    private static final class Lines implements NodeVisitor {

        private final StringBuilder text = new StringBuilder();
        private int preformatted;

        @Override
        public void head(Node node, int depth) {
            if (node instanceof TextNode words) {
                text.append(
                        preformatted > 0
                                ? words.getWholeText()
                                : SPACES.matcher(words.getWholeText()).replaceAll(" "));
            } else if (node instanceof Element element) {
                begin(element);
            }
        }

        private void begin(Element element) {
            String name = element.normalName();
            if (name.equals("pre")) {
                preformatted++;
            }
            if (name.equals("br")) {
                text.append('\n');
            } else if (name.equals("td") || name.equals("th")) {
                text.append(' ');
            } else if (BLOCKS.contains(name)) {
                newLine();
                if (name.equals("li")) {
                    text.append("- ");
                }
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (node.normalName().equals("pre")) {
                preformatted--;
            }
            if (node instanceof Element element && BLOCKS.contains(element.normalName())) {
                newLine();
                if (PARAGRAPHS.contains(element.normalName()) && !isTight(element)) {
                    text.append('\n');
                }
            }
        }

        /** Outlook writes every line as a paragraph without margin, empty lines included. */
        private static boolean isTight(Element paragraph) {
            return paragraph.classNames().stream().anyMatch(name -> name.startsWith("Mso"))
                    || NO_MARGIN.matcher(paragraph.attr("style")).find();
        }

        private void newLine() {
            if (text.length() > 0 && text.charAt(text.length() - 1) != '\n') {
                text.append('\n');
            }
        }

        @Override
        public String toString() {
            String tidy = text.toString().lines().map(String::strip).collect(Collectors.joining("\n"));
            return MANY_LINES.matcher(tidy).replaceAll("\n\n").strip();
        }
    }
}
