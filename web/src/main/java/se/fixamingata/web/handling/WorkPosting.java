package se.fixamingata.web.handling;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import se.fixamingata.account.Caller;
import se.fixamingata.handling.CaseWork;
import se.fixamingata.handling.HandlingResult;
import se.fixamingata.position.Position;
import se.fixamingata.report.Priority;
import se.fixamingata.web.security.CurrentCaller;
import se.fixamingata.web.text.TextBean;

/** The buttons that change something about a report without answering. */
@RequestScoped
public class WorkPosting {

    @Inject
    CurrentCaller callers;

    @Inject
    PostedForm form;

    @Inject
    CaseWork work;

    @Inject
    AuthorityNames authorities;

    @Inject
    TextBean text;

    /** Null when the form itself was wrong, or the button means nothing. */
    HandlingResult receive(long report) {
        Caller caller = callers.get();
        int version = form.version();
        return switch (form.getAction()) {
            case "note" -> work.note(caller, report, version, form.typed("text"));
            case "ask" -> work.ask(caller, report, version, form.typed("text"));
            case "assign-me" -> work.assign(caller, report, version, caller.accountId());
            case "assign" ->
                work.assign(caller, report, version, form.number("assignee").orElse(null));
            case "priority" -> prioritise(caller, report);
            case "expect" -> expect(caller, report);
            case "category" -> work.categorise(caller, report, version, form.typed("category"));
            case "move" -> move(caller, report);
            case "handover" -> handOver(caller, report);
            case "read" -> work.markRead(caller, report, version);
            case "release" -> work.release(caller, report, version);
            default -> null;
        };
    }

    private HandlingResult prioritise(Caller caller, long report) {
        Optional<Priority> chosen = Arrays.stream(Priority.values())
                .filter(one -> one.code().equals(form.typed("priority")))
                .findFirst();
        if (chosen.isEmpty()) {
            form.refuse("priority", text.of("arende.priority.wrong"));
            return null;
        }
        return work.prioritise(caller, report, form.version(), chosen.get());
    }

    private HandlingResult expect(Caller caller, long report) {
        LocalDate day = form.day("expectedOn").orElse(null);
        return form.isWrong() ? null : work.expect(caller, report, form.version(), day);
    }

    private HandlingResult move(Caller caller, long report) {
        Optional<Position> place = position(form.typed("lat"), form.typed("lon"));
        if (place.isEmpty()) {
            form.refuse("place", text.of("arende.place.wrong"));
            return null;
        }
        return work.move(caller, report, form.version(), place.get());
    }

    /** Degrees, with a point or a comma. */
    private static Optional<Position> position(String lat, String lon) {
        String number = "-?\\d{1,3}([.,]\\d{1,15})?";
        return lat.strip().matches(number) && lon.strip().matches(number)
                ? Position.find(degrees(lat), degrees(lon))
                : Optional.empty();
    }

    private static double degrees(String typed) {
        return Double.parseDouble(typed.strip().replace(',', '.'));
    }

    private HandlingResult handOver(Caller caller, long report) {
        Optional<String> code = authorities.code(form.typed("authority"));
        if (code.isEmpty()) {
            form.refuse("authority", text.of("handling.authority.unknown"));
            return null;
        }
        return work.handOver(caller, report, form.version(), code.get(), form.typed("text"));
    }
}
