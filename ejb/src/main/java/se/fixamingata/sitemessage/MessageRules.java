package se.fixamingata.sitemessage;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import se.fixamingata.shared.TypedText;

/** Judges a message that was typed. */
final class MessageRules {

    static final int TEXT_MAX = 600;
    static final Duration LONGEST = Duration.ofDays(90);

    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");

    private final Map<String, String> problems = new TreeMap<>();
    private final Instant now;

    MessageRules(Instant now) {
        this.now = now;
    }

    /** Field by field; the notice is worth something only when there are none. */
    Map<String, String> problems() {
        return problems;
    }

    /**
     * @param authorities whether there is one with that code
     * @param categories as {@code authorities}
     */
    SiteNotice judge(MessageForm form, Predicate<String> authorities, Predicate<String> categories) {
        String sv = text("sv", form.sv());
        String en = text("en", form.en());
        if (!TypedText.isVisible(sv)) {
            problems.put("sv", "meddelanden.missing");
        }
        known("authority", form.authority(), authorities);
        known("category", form.category(), categories);
        Optional<MessageLevel> level = MessageLevel.find(form.level());
        if (level.isEmpty()) {
            problems.put("level", "meddelanden.level.missing");
        }
        Instant from = form.from().isEmpty() ? now : moment("from", form.from());
        Instant until = until(form.until(), from);
        return new SiteNotice(
                form.id(),
                orNull(form.authority()),
                orNull(form.category()),
                level.orElse(null),
                sv,
                TypedText.isVisible(en) ? en : null,
                from,
                until,
                form.version());
    }

    private String text(String field, String typed) {
        String text = TypedText.lines(typed, TEXT_MAX + 1);
        if (TypedText.length(text) > TEXT_MAX) {
            problems.put(field, "meddelanden.long");
        }
        return text;
    }

    private void known(String field, String code, Predicate<String> codes) {
        if (!code.isEmpty() && !codes.test(code)) {
            problems.put(field, "meddelanden.unknown");
        }
    }

    private Instant until(String typed, Instant from) {
        if (typed.isEmpty()) {
            problems.put("until", "meddelanden.until.missing");
            return null;
        }
        Instant until = moment("until", typed);
        if (until != null && from != null) {
            if (!until.isAfter(from) || !until.isAfter(now)) {
                problems.put("until", "meddelanden.until.early");
            } else if (until.isAfter(from.plus(LONGEST))) {
                problems.put("until", "meddelanden.until.late");
            }
        }
        return until;
    }

    private Instant moment(String field, String typed) {
        try {
            return LocalDateTime.parse(typed).atZone(SWEDEN).toInstant();
        } catch (DateTimeException noMoment) {
            problems.put(field, "meddelanden.moment");
            return null;
        }
    }

    /** As a form writes it. */
    static String typed(Instant moment) {
        return LocalDateTime.ofInstant(moment, SWEDEN).withSecond(0).withNano(0).toString();
    }

    private static String orNull(String code) {
        return code.isEmpty() ? null : code;
    }
}
