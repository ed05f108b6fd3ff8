package se.fixamingata.open311.client;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.fixamingata.delivery.DeliveryTask;
import se.fixamingata.extraquestion.GivenAnswer;
import se.fixamingata.open311.wire.ServiceAttribute;
import se.fixamingata.open311.wire.WireArguments;
import se.fixamingata.open311.wire.WireTime;
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
    private final List<String> photos;

    /** @param photos their addresses: the first goes where the specification has room for one, the others are named in the words */
    RequestForm(
            DeliveryTask task,
            ServiceLink service,
            EndpointDialect dialect,
            List<GivenAnswer> answers,
            List<String> photos) {
        this.task = task;
        this.photos = photos;
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
                .add("media_url", photos.isEmpty() ? "" : photos.get(0));
        service.attributes().forEach(attribute -> addAttribute(form, attribute));
        return form;
    }

    static String degrees(double angle) {
        return String.format(Locale.ROOT, "%.6f", angle);
    }

    /** What the resident wrote, cut if it must be; the rest stands whole. */
    String description() {
        String end = rest();
        String words = clean(report.title() + "\n\n" + report.description().strip());
        int room = DESCRIPTION_MAX - end.length();
        return shortened(words, room) + end;
    }

    /** Never half a character. */
    private static String shortened(String text, int room) {
        if (text.length() <= room) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(room - 2)) ? room - 2 : room - 1;
        return text.substring(0, end) + "…";
    }

    /** Long answers give way; the pictures and our page do not. */
    private String rest() {
        Set<String> offered =
                service.attributes().stream().map(ServiceAttribute::code).collect(Collectors.toSet());
        String answered = answers.stream()
                .filter(answer -> !offered.contains(answer.code()))
                .map(answer -> answer.question() + " " + answer.shown().replace("\n", ", ") + "\n")
                .collect(Collectors.joining());
        String links = Stream.concat(
                        photos.stream().skip(1), Stream.of(task.facts().url()))
                .collect(Collectors.joining("\n"));
        String given = clean(answered);
        int most = DESCRIPTION_MAX / 2 - links.length() - 1;
        return "\n\n" + (given.length() <= most ? given : shortened(given, most) + "\n") + links;
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
