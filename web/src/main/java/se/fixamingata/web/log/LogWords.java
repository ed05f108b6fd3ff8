package se.fixamingata.web.log;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import se.fixamingata.audit.AuditLine;
import se.fixamingata.web.integrationdesk.IntegrationWords;
import se.fixamingata.web.text.Names;
import se.fixamingata.web.text.TextBean;

/** The trail's codes in words. What has none yet stands there as it was written, so that no line is ever silent. */
@Named("logWords")
@RequestScoped
public class LogWords {

    /** What a log's lines can be about; the first half of their actions. */
    static final List<String> NOUNS = List.of(
            "report",
            "update",
            "photo",
            "template",
            "bulk",
            "reports",
            "membership",
            "invitation",
            "sign-in",
            "session",
            "account",
            "authority",
            "apikey",
            "delivery",
            "deadline",
            "integration",
            "service",
            "mail",
            "letter",
            "message",
            "address",
            "job",
            "retention",
            "person",
            "log");

    private static final Set<String> ACTORS = Set.of("system", "reporter", "resident", "readers");

    private final TextBean text;
    private final Names names;
    private final Map<String, UnaryOperator<String>> values;
    private final IntegrationWords settings;

    @Inject
    public LogWords(TextBean text, Names names, IntegrationWords integrations) {
        this.text = text;
        this.names = names;
        UnaryOperator<String> status = value -> word("status." + value, value);
        UnaryOperator<String> role = value -> word("logg.role." + value, value);
        UnaryOperator<String> onOff = value -> word("logg.value." + value, value);
        UnaryOperator<String> priority = value -> word("export.priority." + value, value);
        UnaryOperator<String> way = value -> word("logg.way." + value, value);
        UnaryOperator<String> mail = value -> word("post.state." + value.toLowerCase(Locale.ROOT), value);
        UnaryOperator<String> category = this::category;
        UnaryOperator<String> authority = this::authority;
        this.values = Map.ofEntries(
                Map.entry("bulk.started", status),
                Map.entry("mail.approved", mail),
                Map.entry("mail.attached", mail),
                Map.entry("mail.handled", mail),
                Map.entry("mail.refused", mail),
                Map.entry("report.status", status),
                Map.entry("report.merged", status),
                Map.entry("report.categorised", category),
                Map.entry("report.handed_over", authority),
                Map.entry("report.prioritised", priority),
                Map.entry("membership.changed", role),
                Map.entry("membership.removed", role),
                Map.entry("invitation.sent", role),
                Map.entry("sign-in.second-factor", onOff),
                Map.entry("account.operator", onOff),
                Map.entry("session.started", way),
                Map.entry("service.mapped", category),
                Map.entry("integration.way", value -> integrations.value("way", value)),
                Map.entry("integration.trust", onOff),
                Map.entry("integration.alarm", this::hours),
                Map.entry("integration.key", value -> word("logg.value." + value, value)),
                Map.entry("integration.faults-handled", integrations::fault));
        this.settings = integrations;
    }

    /** For the container's proxy. */
    protected LogWords() {
        this.text = null;
        this.names = null;
        this.values = Map.of();
        this.settings = null;
    }

    /** Until an alarm. */
    private String hours(String code) {
        return code.matches("[1-9]\\d*")
                ? text.of("logg.value.hours", Integer.valueOf(code))
                : word("logg.value." + code, code);
    }

    private String category(String code) {
        return names.category(code);
    }

    private String authority(String code) {
        return names.authority(code);
    }

    public List<String> getNouns() {
        return NOUNS;
    }

    /** What was done: the action's own words, else its verb's, which tell enough beside what it was done to. */
    public String action(AuditLine line) {
        String verb = line.action().substring(line.action().indexOf('.') + 1);
        return word("logg.action." + line.action(), word("logg.verb." + verb, line.action()));
    }

    /** By whom. */
    public String actor(AuditLine line) {
        if (line.accountId() != null) {
            if (line.email() == null) {
                return text.of("logg.actor.gone");
            }
            return line.name().isBlank() ? line.email() : line.name();
        }
        if (line.actor().startsWith("link:")) {
            return text.of("logg.actor.link", names.authority(line.actor().substring("link:".length())));
        }
        if (line.actor().startsWith("system:")) {
            return text.of(
                    "logg.actor.authority-system", names.authority(line.actor().substring("system:".length())));
        }
        if (line.actor().startsWith("account:")) {
            return text.of("logg.actor.gone");
        }
        return ACTORS.contains(line.actor()) ? text.of("logg.actor." + line.actor()) : line.actor();
    }

    /** To what. */
    public String subject(AuditLine line) {
        int colon = line.subject().indexOf(':');
        if (colon < 0) {
            return line.subject();
        }
        String kind = line.subject().substring(0, colon);
        String number = line.subject().substring(colon + 1);
        if (kind.equals("account")) {
            return line.subjectName() == null ? text.of("logg.actor.gone") : line.subjectName();
        }
        if (kind.equals("invitation") && line.subjectName() != null) {
            return text.of("logg.subject.invitation-of", line.subjectName());
        }
        if (kind.equals("category")) {
            return number.equals("*") ? text.of("tider.all") : names.category(number);
        }
        if (kind.equals("retention")) {
            return word("gallring.rule." + number, line.subject());
        }
        if (kind.equals("authority")) {
            return number.equals("*") ? text.of("logg.subject.everywhere") : names.authority(number);
        }
        try {
            return text.of("logg.subject." + kind, number);
        } catch (MissingResourceException notNamed) {
            return line.subject();
        }
    }

    public String before(AuditLine line) {
        return value(line.action(), line.before());
    }

    /** What it is now; the detail of a line that has no values. */
    public String after(AuditLine line) {
        return line.after() == null && line.before() == null
                ? value(line.action(), line.detail())
                : value(line.action(), line.after());
    }

    private String value(String action, String raw) {
        if (raw == null) {
            return "";
        }
        if (action.equals("integration.server")) {
            return raw.lines().map(settings::line).collect(Collectors.joining("\n"));
        }
        UnaryOperator<String> known = values.get(action);
        if (known == null) {
            return raw;
        }
        // "fixed: Lampan är bytt", "caseworker: lighting,park"
        int colon = raw.indexOf(": ");
        String code = colon < 0 ? raw : raw.substring(0, colon);
        String rest = colon < 0 ? "" : raw.substring(colon);
        return known.apply(code) + (action.startsWith("membership.") ? categories(rest) : rest);
    }

    private String categories(String rest) {
        return rest.isEmpty()
                ? ""
                : Arrays.stream(rest.substring(2).split(","))
                        .map(this::category)
                        .collect(Collectors.joining(", ", ": ", ""));
    }

    private String word(String key, String otherwise) {
        try {
            return text.of(key);
        } catch (MissingResourceException notNamed) {
            return otherwise;
        }
    }
}
