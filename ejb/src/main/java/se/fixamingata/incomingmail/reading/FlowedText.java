package se.fixamingata.incomingmail.reading;

import java.util.ArrayList;
import java.util.List;

/** {@code format=flowed} (RFC 3676): lines that a mail program broke only to send them are made whole again. */
final class FlowedText {

    private FlowedText() {}

    static boolean isFlowed(MailPart part) {
        return "flowed".equalsIgnoreCase(part.parameters().get("format"));
    }

    static String join(MailPart part) {
        boolean drop = "yes".equalsIgnoreCase(part.parameters().get("delsp"));
        List<String> whole = new ArrayList<>();
        StringBuilder paragraph = null;
        int depth = 0;
        for (String line : part.text().lines().toList()) {
            int quotes = quotes(line);
            String content = unstuffed(line.substring(quotes));
            if (paragraph != null && quotes == depth && !content.equals("-- ")) {
                paragraph.append(content);
            } else {
                close(whole, paragraph);
                paragraph = new StringBuilder(quotes > 0 ? ">".repeat(quotes) + " " + content : content);
                depth = quotes;
            }
            if (content.endsWith(" ") && !content.equals("-- ")) {
                if (drop) {
                    paragraph.setLength(paragraph.length() - 1);
                }
            } else {
                close(whole, paragraph);
                paragraph = null;
            }
        }
        close(whole, paragraph);
        return String.join("\n", whole);
    }

    private static void close(List<String> whole, StringBuilder paragraph) {
        if (paragraph != null) {
            whole.add(paragraph.toString());
        }
    }

    private static int quotes(String line) {
        int depth = 0;
        while (depth < line.length() && line.charAt(depth) == '>') {
            depth++;
        }
        return depth;
    }

    private static String unstuffed(String content) {
        return content.startsWith(" ") ? content.substring(1) : content;
    }
}
