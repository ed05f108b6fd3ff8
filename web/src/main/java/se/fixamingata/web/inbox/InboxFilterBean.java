package se.fixamingata.web.inbox;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import se.fixamingata.account.Permissions;
import se.fixamingata.category.Categories;
import se.fixamingata.category.Category;
import se.fixamingata.deadline.Lateness;
import se.fixamingata.inbox.DeskFlag;
import se.fixamingata.inbox.Due;
import se.fixamingata.report.Priority;
import se.fixamingata.report.ReportStatus;
import se.fixamingata.web.desk.CurrentDesk;
import se.fixamingata.web.security.CurrentCaller;

/** The filter row of the inbox: what may be chosen, and what is. */
@Named("inboxFilter")
@RequestScoped
public class InboxFilterBean {

    private static final List<String> AGES =
            List.of("newer-1", "newer-7", "newer-30", "older-7", "older-14", "older-30", "older-90", "older-365");
    private static final List<String> SORTS = List.of(
            "-confirmed",
            "confirmed",
            "-changed",
            "changed",
            "-priority",
            "priority",
            "deadline",
            "-deadline",
            "expected",
            "-expected",
            "status",
            "category");

    @Inject
    InboxBacking inbox;

    @Inject
    FilterWords words;

    @Inject
    Categories categories;

    @Inject
    CurrentCaller caller;

    @Inject
    CurrentDesk desk;

    private AddressParts parts() {
        return AddressParts.of(inbox.getAddress());
    }

    /** The groups, then each status. */
    public List<FilterOption> getStatuses() {
        Set<String> chosen = parts().values("status");
        Stream<String> codes = Stream.concat(
                Stream.of("open", "closed", "all"),
                Arrays.stream(ReportStatus.values())
                        .filter(status -> status != ReportStatus.UNCONFIRMED)
                        .map(ReportStatus::code));
        return codes.map(code -> new FilterOption(
                        code,
                        words.of("status", code),
                        chosen.contains(code) || chosen.isEmpty() && code.equals("open")))
                .toList();
    }

    /** The categories that the caller's view is limited to, or all. */
    public List<FilterOption> getCategories() {
        Set<String> limit = Permissions.categories(caller.get(), desk.get().code());
        return options(
                "category",
                categories.all().stream()
                        .map(Category::code)
                        .filter(code -> limit.isEmpty() || limit.contains(code))
                        .toList());
    }

    public List<FilterOption> getAssignees() {
        return options(
                "assignee",
                Stream.concat(
                                Stream.of("me", "nobody"),
                                words.colleagues().keySet().stream()
                                        .filter(id -> id != caller.get().accountId())
                                        .map(String::valueOf))
                        .toList());
    }

    public List<FilterOption> getPriorities() {
        List<String> urgentFirst = Stream.of(Priority.URGENT, Priority.HIGH, Priority.NORMAL, Priority.LOW)
                .map(Priority::code)
                .toList();
        return options("priority", urgentFirst);
    }

    public List<FilterOption> getFlags() {
        return options(
                "flag", Arrays.stream(DeskFlag.values()).map(DeskFlag::code).toList());
    }

    public List<FilterOption> getDues() {
        return options("due", Arrays.stream(Due.values()).map(Due::code).toList());
    }

    public List<FilterOption> getDeadlines() {
        return options(
                "deadline", Arrays.stream(Lateness.values()).map(Lateness::code).toList());
    }

    /** The usual ages, and the one that is chosen when it is another. */
    public List<FilterOption> getAges() {
        return options(
                "age",
                Stream.concat(AGES.stream(), parts().values("age").stream())
                        .distinct()
                        .toList());
    }

    public List<FilterOption> getSorts() {
        String chosen = parts().value("sort");
        return SORTS.stream()
                .map(code -> new FilterOption(
                        code, words.of("sort", code), code.equals(chosen.isEmpty() ? SORTS.get(0) : chosen)))
                .toList();
    }

    private List<FilterOption> options(String name, List<String> codes) {
        Set<String> chosen = parts().values(name);
        return codes.stream()
                .map(code -> new FilterOption(code, words.of(name, code), chosen.contains(code)))
                .toList();
    }

    /** The one value of a parameter; empty when there is none. */
    public String value(String name) {
        return parts().value(name);
    }

    /** What is chosen, in a word or two. */
    public String summary(String name) {
        return words.summary(name, parts());
    }
}
