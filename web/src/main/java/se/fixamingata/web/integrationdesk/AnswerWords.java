package se.fixamingata.web.integrationdesk;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.fixamingata.web.text.TextBean;

/** What is noted about an attempt, in the reader's words: our own notes are short and English, what servers say stays as they said it. */
@Named("answerWords")
@RequestScoped
public class AnswerWords {

    /** Our own notes, by how they begin. */
    private static final Map<String, String> NOTES = new LinkedHashMap<>();

    static {
        NOTES.put("Had arrived before: ", "arrived");
        NOTES.put("The letter came back: ", "came-back");
        NOTES.put("The letter is said to have come back: ", "unproved");
        NOTES.put("Looked for and found: ", "found");
        NOTES.put("Looked for, could not ask: ", "not-asked");
        NOTES.put("It may have arrived and may not, somebody has to look: ", "undecided");
        NOTES.put("The authority has no server any more", "no-server");
        NOTES.put("Not called: it did not answer a moment ago", "rests");
        NOTES.put("The category is none of their services any more", "no-service");
        NOTES.put("Our own fault, incident ", "own");
        NOTES.put("fetched by ", "fetched");
        NOTES.put("posted by ", "posted");
    }

    /** "503 unavailable: Back at noon", "unreachable". */
    private static final Pattern REASON = Pattern.compile("(?:(\\d{3}) )?([a-z-]+)(?:: (.*))?");

    /** "200 service_request_id KS-2026-2601". */
    private static final Pattern NUMBER = Pattern.compile("(?:\\d{3} )?service_request_id (.+)");

    @Inject
    TextBean text;

    /** Null for null. */
    public String of(String answer) {
        if (answer == null) {
            return null;
        }
        return NOTES.entrySet().stream()
                .filter(note -> answer.startsWith(note.getKey()))
                .findFirst()
                .map(note -> text.of(
                        "integration.said." + note.getValue(),
                        said(answer.substring(note.getKey().length()))))
                .orElseGet(() -> said(answer));
    }

    private String said(String answer) {
        Matcher number = NUMBER.matcher(answer);
        if (number.matches()) {
            return text.of("integration.said.number", number.group(1));
        }
        if (answer.matches("(?:\\d{3} )?token .+")) {
            return text.of("integration.said.token");
        }
        if (answer.matches("(?:\\d{3} )?no number")) {
            return text.of("integration.said.numberless");
        }
        Matcher coded = REASON.matcher(answer);
        if (!coded.matches()) {
            return answer;
        }
        try {
            String words = text.of("integration.fault." + coded.group(2));
            String status = coded.group(1) == null ? "" : " (" + coded.group(1) + ")";
            return words + status + (coded.group(3) == null ? "" : ": " + coded.group(3));
        } catch (MissingResourceException notOurs) {
            return answer;
        }
    }
}
