package se.fixamingata.monthly;

import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import se.fixamingata.shared.Language;
import se.fixamingata.statistics.reading.Figure;
import se.fixamingata.statistics.reading.Measure;
import se.fixamingata.statistics.reading.TimeFigure;

/** The words of a letter that depend on numbers and months, in one language. */
record MonthlyWords(Language language) {

    private String either(String swedish, String english) {
        return language == Language.EN ? english : swedish;
    }

    /** "oktober 2026". */
    String month(YearMonth month) {
        return DateTimeFormatter.ofPattern("LLLL uuuu", language.locale()).format(month);
    }

    /** "o": what stands under a column of the chart. */
    String initial(YearMonth month) {
        return month.getMonth()
                .getDisplayName(TextStyle.NARROW_STANDALONE, language.locale())
                .toUpperCase(Locale.ROOT);
    }

    private String day(LocalDate day) {
        return DateTimeFormatter.ofPattern("d MMMM uuuu", language.locale()).format(day);
    }

    /** "1 204", or that it is not shown. */
    String figure(Figure figure) {
        return figure.hidden() ? either("visas inte", "not shown") : number(figure.number());
    }

    String number(long number) {
        return NumberFormat.getIntegerInstance(language.locale()).format(number);
    }

    String measure(Measure measure) {
        return switch (measure) {
            case REPORTED -> either("Rapporterade", "Reported");
            case ANSWERED -> either("Besvarade", "Answered");
            case FIXED -> either("Åtgärdade", "Fixed");
            case CLOSED -> either("Avslutade utan åtgärd", "Closed without being fixed");
            case REOPENED -> either("Öppnade igen", "Reopened");
            case OPEN -> either("Öppna vid månadens slut", "Open at the end of the month");
            case OVERDUE -> either("Försenade vid månadens slut", "Overdue at the end of the month");
        };
    }

    /** "12 rapporterade, 8 åtgärdade"; what is not shown is left out. */
    String gist(Figure reported, Figure fixed) {
        List<String> parts = new ArrayList<>();
        if (!reported.hidden()) {
            parts.add(number(reported.number()) + either(" rapporterade", " reported"));
        }
        if (!fixed.hidden()) {
            parts.add(number(fixed.number()) + either(" åtgärdade", " fixed"));
        }
        return parts.isEmpty() ? either("månadens siffror", "figures of the month") : String.join(", ", parts);
    }

    /** The first answer, in a sentence of its own. */
    String answer(TimeFigure time, LocalDate until) {
        String year = either("Under tolv månader till och med ", "In the twelve months up to ") + day(until);
        if (time.hidden()) {
            return year
                    + either(
                            " är svaren för få för att visa hur lång tid ett första svar tar.",
                            " there are too few answers to show how long a first answer takes.");
        }
        if (time.median() == null) {
            return year
                    + either(
                            " har mindre än hälften av rapporterna fått ett svar.",
                            " fewer than half of the reports were answered.");
        }
        return year
                + either(
                        " fick hälften av rapporterna ett första svar inom ",
                        " half of the reports had a first answer within ")
                + days(time.median()) + ".";
    }

    /** The same for what was fixed. */
    String fixed(TimeFigure time) {
        if (time.hidden()) {
            return either(
                    "Rapporterna är för få för att visa hur lång tid det tar innan de är åtgärdade.",
                    "There are too few reports to show how long it takes to fix them.");
        }
        if (time.median() == null) {
            return either("Mindre än hälften har åtgärdats.", "Fewer than half were fixed.");
        }
        return either("Hälften var åtgärdade inom ", "Half were fixed within ") + days(time.median()) + ".";
    }

    private String days(int days) {
        return number(days) + (days == 1 ? either(" dag", " day") : either(" dagar", " days"));
    }

    /** What the chart says, for who does not see it: every number in it. */
    String picture(List<YearMonth> months, List<Figure> reported, List<Figure> fixed) {
        return either("Rapporterade och åtgärdade per månad. ", "Reported and fixed by month. ")
                + IntStream.range(0, months.size())
                        .mapToObj(i -> month(months.get(i)) + ": " + figure(reported.get(i)) + either(" och ", " and ")
                                + figure(fixed.get(i)))
                        .collect(Collectors.joining("; "))
                + ".";
    }
}
