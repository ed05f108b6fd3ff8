package se.fixamingata.open311.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import se.fixamingata.delivery.DeliveryTask;
import se.fixamingata.extraquestion.GivenAnswer;
import se.fixamingata.open311.wire.ServiceAttribute;
import se.fixamingata.open311.wire.WireArguments;
import se.fixamingata.open311.wire.WireTime;
import se.fixamingata.photo.Photo;
import se.fixamingata.report.Report;
import se.fixamingata.report.Reporter;

/**
 * A report as their server takes it: what the specification knows, and the attributes that the service's definition offers, no more.
 *
 * <p>Our page stands at the end of the description. People follow it, and by it we find the request again when we were not told whether
 * it arrived.
 */
final class RequestForm {

    /** Characters, as the specification has it. */
    static final int DESCRIPTION_MAX = 4000;

    /** mySociety's name for the sender's own number. */
    private static final String OWN_ID = "fixmystreet_id";

    private final DeliveryTask task;
    private final Report report;
    private final ServiceLink service;
    private final EndpointDialect dialect;
    private final List<GivenAnswer> answers;

    RequestForm(DeliveryTask task, ServiceLink service, EndpointDialect dialect, List<GivenAnswer> answers) {
        this.task = task;
        this.report = task.facts().report();
        this.service = service;
        this.dialect = dialect;
        this.answers = answers;
    }

    WireArguments arguments() {
        Reporter reporter = report.reporter();
        String name = reporter.name() == null ? "" : reporter.name().strip();
        int gap = name.lastIndexOf(' ');
        WireArguments form = WireArguments.none()
                .add("service_code", service.code())
                .add("lat", degrees(report.position().lat()))
                .add("long", degrees(report.position().lon()))
                .add("address_string", report.address())
                .add("email", reporter.email())
                .add("first_name", gap < 0 ? name : name.substring(0, gap))
                .add("last_name", gap < 0 ? "" : name.substring(gap + 1))
                .add("phone", reporter.phone())
                .add("description", description())
                .add(
                        "media_url",
                        photos().stream().findFirst().map(task::photoUrl).orElse(""));
        service.attributes().forEach(attribute -> addAttribute(form, attribute));
        return form;
    }

    private List<Photo> photos() {
        return task.facts().photos();
    }

    static String degrees(double angle) {
        return String.format(Locale.ROOT, "%.6f", angle);
    }

    /** What the resident wrote, cut if it must be; the rest stands whole. */
    String description() {
        String end = rest();
        String words = clean(report.title() + "\n\n" + report.description().strip());
        int room = DESCRIPTION_MAX - end.length();
        return (words.length() <= room ? words : words.substring(0, room - 1) + "…") + end;
    }

    private String rest() {
        Set<String> offered =
                service.attributes().stream().map(ServiceAttribute::code).collect(Collectors.toSet());
        List<String> lines = new ArrayList<>();
        answers.stream()
                .filter(answer -> !offered.contains(answer.code()))
                .map(answer -> answer.question() + " " + answer.shown().replace("\n", ", "))
                .forEach(lines::add);
        photos().stream().skip(1).map(task::photoUrl).forEach(lines::add);
        lines.add(task.facts().url());
        StringBuilder end = new StringBuilder("\n\n" + clean(String.join("\n", lines)));
        int most = DESCRIPTION_MAX / 2;
        if (end.length() > most) {
            // Long answers give way; our page does not.
            end.setLength(most - task.facts().url().length() - 2);
            end.append("…\n").append(task.facts().url());
        }
        return end.toString();
    }

    /** Without what XML could not carry back. */
    private static String clean(String text) {
        return text.replaceAll("[\\p{Cntrl}&&[^\\t\\n]]", "");
    }

    private void addAttribute(WireArguments form, ServiceAttribute attribute) {
        if (!attribute.variable() || "server_set".equals(attribute.automated())) {
            return;
        }
        if (attribute.code().equals(dialect.ownIdAttribute()) || OWN_ID.equals(attribute.code())) {
            form.add(name(attribute), String.valueOf(report.id()));
            return;
        }
        answers.stream()
                .filter(answer -> answer.code().equals(attribute.code()))
                .findFirst()
                .ifPresent(answer -> values(attribute, answer).forEach(value -> form.add(name(attribute), value)));
    }

    private String name(ServiceAttribute attribute) {
        boolean brackets = attribute.isMultiple() && dialect.attributeStyle() == AttributeStyle.BRACKETS;
        return "attribute[" + attribute.code() + "]" + (brackets ? "[]" : "");
    }

    private List<String> values(ServiceAttribute attribute, GivenAnswer answer) {
        if (attribute.isMultiple()) {
            return answer.value().lines().toList();
        }
        if ("datetime".equals(attribute.datatype())) {
            return List.of(WireTime.parse(answer.value(), dialect.timeZone())
                    .map(WireTime::text)
                    .orElse(answer.value()));
        }
        return List.of(answer.value());
    }
}
