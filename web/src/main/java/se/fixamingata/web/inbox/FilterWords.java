package se.fixamingata.web.inbox;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import se.fixamingata.inbox.InboxAddress;
import se.fixamingata.inbox.InboxPeople;
import se.fixamingata.report.StatusGroup;
import se.fixamingata.web.desk.CurrentDesk;
import se.fixamingata.web.security.CurrentCaller;
import se.fixamingata.web.text.Names;
import se.fixamingata.web.text.TextBean;
import se.fixamingata.web.text.Times;

/** What the values of an inbox's address are called. */
@RequestScoped
public class FilterWords {

    @Inject
    TextBean text;

    @Inject
    Names names;

    @Inject
    Times times;

    @Inject
    CurrentCaller caller;

    @Inject
    CurrentDesk desk;

    @Inject
    InboxPeople people;

    private Map<Long, String> colleagues;

    /** Of the parameter with that value. */
    String of(String name, String value) {
        return switch (name) {
            case "status" -> status(value);
            case "category" -> names.category(value);
            case "assignee" -> assignee(value);
            case "priority" -> text.of("priority." + value);
            case "due" -> text.of("inbox.due." + value);
            case "deadline" -> text.of("inbox.deadline." + value);
            case "flag" -> text.of("inbox.flag." + value);
            case "age" -> age(value);
            case "since", "before" -> text.of("inbox.chip." + name, times.day(LocalDate.parse(value)));
            case "box" -> text.of("inbox.chip.box");
            case "sort" -> text.of("inbox.sort." + (value.startsWith("-") ? value.substring(1) + "-desc" : value));
            default -> text.of("inbox.chip.text", value);
        };
    }

    /** The same where nothing beside it says which field it is. */
    String chip(String name, String value) {
        String word = of(name, value);
        return Set.of("assignee", "priority", "due", "deadline").contains(name)
                ? text.of("inbox.chip.named", text.of("inbox." + name), word)
                : word;
    }

    /** What is chosen of that parameter, in a word or two; a day counts as an age. */
    String summary(String name, AddressParts parts) {
        Set<String> chosen = parts.values(name);
        if (name.equals("age")) {
            Stream.of("since", "before")
                    .filter(edge -> !parts.values(edge).isEmpty())
                    .forEach(chosen::add);
        }
        if (chosen.isEmpty()) {
            return name.equals("status") ? of(name, "open") : text.of("inbox.any");
        }
        if (chosen.size() > 1) {
            return text.of("inbox.some", chosen.size());
        }
        String only = chosen.iterator().next();
        return parts.values(name).isEmpty() ? of(only, parts.value(only)) : of(name, only);
    }

    private String status(String value) {
        boolean group = value.equals(InboxAddress.ALL);
        for (StatusGroup one : StatusGroup.values()) {
            group |= one.code().equals(value) && one != StatusGroup.FIXED;
        }
        return text.of((group ? "inbox.status." : "status.") + value);
    }

    private String assignee(String value) {
        if (value.equals("me") || value.equals("nobody")) {
            return text.of("inbox.assignee." + value);
        }
        String name = colleagues().get(Long.valueOf(value));
        return text.of("inbox.assignee.is", name == null ? text.of("inbox.assignee.gone") : name);
    }

    private String age(String value) {
        String[] parts = value.split("-", 2);
        return text.of("inbox.age." + parts[0], Integer.valueOf(parts[1]));
    }

    /** Account numbers and names of those who handle reports here. */
    Map<Long, String> colleagues() {
        if (colleagues == null) {
            colleagues = people.of(caller.get(), desk.get().code());
        }
        return colleagues;
    }
}
