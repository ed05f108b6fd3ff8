package se.fixamingata.extraquestion;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.fixamingata.shared.Language;

/** Numbers and days in the forms in which people and systems write them. */
final class AnswerForms {

    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,15}(\\.\\d{1,6})?");
    private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0\\u202f\\u2009]+");
    private static final Pattern DAY = Pattern.compile("(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})");
    private static final Pattern COMPACT = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
    private static final Pattern LOCAL_MOMENT =
            Pattern.compile("(\\d{4}-\\d{2}-\\d{2})[T ]\\d{2}:\\d{2}(:\\d{2}(\\.\\d+)?)?");
    private static final int EARLIEST = 1900;
    private static final int LATEST = 2199;
    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");

    private AnswerForms() {}

    /** With a point and nothing needless; a decimal comma, a typographic minus and blanks between thousands are understood. */
    static Optional<String> number(String typed) {
        String plain =
                SPACES.matcher(typed.strip()).replaceAll("").replace(',', '.').replace('\u2212', '-');
        if (!NUMBER.matcher(plain).matches()) {
            return Optional.empty();
        }
        BigDecimal number = new BigDecimal(plain).stripTrailingZeros();
        return Optional.of(number.signum() == 0 ? "0" : number.toPlainString());
    }

    /** A day of the calendar; of a moment the day that it is in Sweden then. */
    static Optional<LocalDate> day(String typed) {
        String text = typed.strip();
        Matcher local = LOCAL_MOMENT.matcher(text);
        return moment(text)
                .or(() -> parts(local.matches() ? local.group(1) : text))
                .filter(day -> day.getYear() >= EARLIEST && day.getYear() <= LATEST);
    }

    private static Optional<LocalDate> moment(String text) {
        try {
            Instant moment = OffsetDateTime.parse(text).toInstant();
            return Optional.of(LocalDate.ofInstant(moment, SWEDEN));
        } catch (DateTimeParseException noMoment) {
            return Optional.empty();
        }
    }

    private static Optional<LocalDate> parts(String text) {
        Matcher day = DAY.matcher(text);
        Matcher compact = COMPACT.matcher(text);
        Matcher found = day.matches() ? day : compact;
        if (found == compact && !compact.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.of(
                    Integer.parseInt(found.group(1)),
                    Integer.parseInt(found.group(2)),
                    Integer.parseInt(found.group(3))));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    static String inWords(LocalDate day, Language language) {
        return DateTimeFormatter.ofPattern("d MMMM uuuu", language.locale()).format(day);
    }
}
