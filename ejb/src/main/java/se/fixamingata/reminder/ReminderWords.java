package se.fixamingata.reminder;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.fixamingata.category.Categories;
import se.fixamingata.municipality.Municipalities;
import se.fixamingata.municipality.Municipality;
import se.fixamingata.reminder.ReminderReading.Line;
import se.fixamingata.reminder.ReminderReading.Part;
import se.fixamingata.shared.Language;

/** The few words of a reminder that depend on numbers and codes. */
@ApplicationScoped
public class ReminderWords {

    @Inject
    Categories categories;

    @Inject
    Municipalities municipalities;

    /** For the container. */
    public ReminderWords() {}

    /** For tests. */
    ReminderWords(Categories categories, Municipalities municipalities) {
        this.categories = categories;
        this.municipalities = municipalities;
    }

    /** "3 rapporter väntar på svar, 1 är försenad". */
    String gist(List<Part> parts, Language language) {
        long unanswered = parts.stream().mapToLong(Part::unanswered).sum();
        long unsolved = parts.stream().mapToLong(Part::unsolved).sum();
        boolean english = language == Language.EN;
        String waiting = english ? waitingInEnglish(unanswered) : waitingInSwedish(unanswered);
        String late = english ? lateInEnglish(unsolved, unanswered == 0) : lateInSwedish(unsolved, unanswered == 0);
        return Stream.of(waiting, late).filter(part -> !part.isEmpty()).collect(Collectors.joining(", "));
    }

    private static String waitingInSwedish(long many) {
        return many == 0 ? "" : many + (many == 1 ? " rapport väntar på svar" : " rapporter väntar på svar");
    }

    private static String lateInSwedish(long many, boolean alone) {
        if (many == 0) {
            return "";
        }
        String what = many == 1 ? " rapport" : " rapporter";
        return many + (alone ? what : "") + (many == 1 ? " är försenad" : " är försenade");
    }

    private static String waitingInEnglish(long many) {
        return many == 0 ? "" : many + (many == 1 ? " report awaits an answer" : " reports await an answer");
    }

    private static String lateInEnglish(long many, boolean alone) {
        if (many == 0) {
            return "";
        }
        String what = many == 1 ? " report" : " reports";
        return many + (alone ? what : "") + (many == 1 ? " is overdue" : " are overdue");
    }

    /** "Gatubelysning · Storgatan 1, Forshaga". */
    String facts(Line line, Language language) {
        String category = categories
                .find(line.categoryCode())
                .map(one -> one.name(language))
                .orElse(line.categoryCode());
        String municipality = municipalities
                .find(line.municipalityCode())
                .map(Municipality::name)
                .orElse(line.municipalityCode());
        return category + " · "
                + (line.address() == null || line.address().isBlank()
                        ? municipality
                        : line.address() + ", " + municipality);
    }

    /** "Skulle ha besvarats senast 12 november. Andra påminnelsen." */
    String missed(Line line, boolean escalated, Language language) {
        boolean english = language == Language.EN;
        String day = day(line.dueOn(), language);
        String what;
        if (line.kind() == ReminderKind.ANSWER) {
            what = english ? "Was to be answered by " + day : "Skulle ha besvarats senast " + day;
        } else {
            what = english ? "Was to be fixed by " + day : "Skulle ha åtgärdats senast " + day;
        }
        String silent = "";
        if (line.kind() == ReminderKind.SOLVE && line.silent()) {
            silent = english ? ", and has not been answered" : ", och är obesvarad";
        }
        return what + silent + "." + round(line, escalated, english);
    }

    private static String round(Line line, boolean escalated, boolean english) {
        if (escalated) {
            int before = line.round() - 1;
            return english ? " Reminders so far: " + before + "." : " Påminnelser hittills: " + before + ".";
        }
        if (line.round() == 1) {
            return "";
        }
        return english ? " Reminder no. " + line.round() + "." : " Påminnelse nr " + line.round() + ".";
    }

    private static String day(LocalDate day, Language language) {
        return DateTimeFormatter.ofPattern("d MMMM uuuu", language.locale()).format(day);
    }
}
