package se.fixamingata.web.reminder;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.fixamingata.reminder.ReminderOutlook;
import se.fixamingata.reminder.ReminderPreview;
import se.fixamingata.web.desk.CurrentDesk;
import se.fixamingata.web.security.CurrentCaller;
import se.fixamingata.web.security.CurrentLanguage;
import se.fixamingata.web.text.Names;
import se.fixamingata.web.text.TextBean;

/** The page {@code /handlaggning/paminnelser}. */
@Named("remindersPage")
@RequestScoped
public class RemindersPage {

    @Inject
    CurrentCaller callers;

    @Inject
    CurrentDesk desk;

    @Inject
    ReminderPreview preview;

    @Inject
    CurrentLanguage language;

    @Inject
    TextBean text;

    @Inject
    Names names;

    private ReminderOutlook outlook;

    /** Before rendering. */
    public void open() {
        outlook = preview.find(callers.get(), desk.get().code());
    }

    public List<ReminderOutlook.Recipient> getRecipients() {
        return outlook.recipients();
    }

    /** Whether there are recipients that are not shown. */
    public boolean isMore() {
        return outlook.more();
    }

    /** When the mails go: "Tisdag 24 november kl. 07:00". */
    public String getMorning() {
        String day = day(outlook.day());
        return outlook.hour() == null
                ? text.of("paminnelser.day", day)
                : text.of("paminnelser.morning", day, outlook.hour().toString());
    }

    private String day(LocalDate day) {
        return DateTimeFormatter.ofPattern("EEEE d MMMM", language.get().locale())
                .format(day);
    }

    /** How often one report is reminded of. */
    public String getRule() {
        return text.of("paminnelser.rule", outlook.rounds(), outlook.every());
    }

    /** Why there are none although something may be late; empty when there is no such reason. */
    public String getHindrance() {
        if (!outlook.live()) {
            return text.of("paminnelser.not-live", desk.getName());
        }
        return outlook.paused() ? text.of("paminnelser.paused") : "";
    }

    /** Reports of which nobody can be told, in words; empty when there are none. */
    public String getNobodys() {
        return outlook.nobodys() == 0 ? "" : text.of("paminnelser.nobody", outlook.nobodys());
    }

    /** "3 väntar på svar, 2 är försenade". */
    public String gist(ReminderOutlook.Recipient one) {
        return Stream.of(
                        count("paminnelser.unanswered", one.unanswered()),
                        count("paminnelser.unsolved", one.unsolved()),
                        count("paminnelser.escalated", one.escalated()))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private String count(String key, long many) {
        return many == 0 ? "" : text.of(key, many);
    }

    /** What was missed, and which reminder this is. */
    public String missed(ReminderOutlook.Item item) {
        String key = "paminnelser.missed." + item.kind().name().toLowerCase(Locale.ROOT);
        String which = item.escalated()
                ? text.of("paminnelser.item.escalated")
                : text.of("paminnelser.item.round", item.round());
        String dueOn = DateTimeFormatter.ofPattern("d MMMM uuuu", language.get().locale())
                .format(item.dueOn());
        return text.of(key, dueOn) + " · " + which;
    }

    public String category(ReminderOutlook.Item item) {
        return names.category(item.categoryCode());
    }

    /** The other reports of that mail, in words; empty when all are shown. */
    public String rest(ReminderOutlook.Recipient one) {
        return one.rest() == 0 ? "" : text.of("paminnelser.rest", one.rest());
    }
}
