package se.fixamingata.delivery;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import se.fixamingata.extraquestion.GivenAnswer;
import se.fixamingata.mail.ReportFacts;
import se.fixamingata.position.Sweref99Tm;
import se.fixamingata.report.Report;
import se.fixamingata.report.Reporter;
import se.fixamingata.shared.Language;

/**
 * The attachment {@value #FILE_NAME} for systems that read mail. UTF-8, one object.
 *
 * <table>
 * <caption>Version 1. Fields may be added within a version; one that changes its meaning or goes away makes a new one.</caption>
 * <tr><th>field</th><th>what</th></tr>
 * <tr><td>format, version</td><td>always {@code fixamingata-rapport} and {@code 1}</td></tr>
 * <tr><td>deliveryId</td><td>one for each report and authority; the same in a second copy of this mail, as is {@code messageId}</td></tr>
 * <tr><td>report.id, .url</td><td>the public number and page</td></tr>
 * <tr><td>report.title, .description</td><td>as the resident wrote them</td></tr>
 * <tr><td>report.status</td><td>as in our Open311 and map interfaces: {@code reported}, …</td></tr>
 * <tr><td>report.category.code, .name, .group</td><td>the code is what Open311 calls service_code</td></tr>
 * <tr><td>report.submitted, .confirmed</td><td>ISO 8601, UTC, seconds</td></tr>
 * <tr><td>report.language</td><td>{@code sv} or {@code en}: the language in which the reporter wants an answer</td></tr>
 * <tr><td>report.answerUrl</td><td>a secret link to answer this one report without an account, or null</td></tr>
 * <tr><td>place.lat, .lon</td><td>WGS 84, degrees</td></tr>
 * <tr><td>place.sweref99tm.north, .east</td><td>SWEREF 99 TM, metres</td></tr>
 * <tr><td>place.address</td><td>the nearest address in words, or null</td></tr>
 * <tr><td>place.municipality.code, .name</td><td>where it lies</td></tr>
 * <tr><td>place.mapUrl</td><td>our map at the place</td></tr>
 * <tr><td>authority.code, .name</td><td>who is to mend it: a municipality's code, or {@code TRV}</td></tr>
 * <tr><td>reporter.name, .email, .phone</td><td>each is null when there is none</td></tr>
 * <tr><td>reporter.nameIsPublic</td><td>whether the name stands on the public page</td></tr>
 * <tr><td>photos[].url, .width, .height</td><td>full size, JPEG, pixels</td></tr>
 * <tr><td>photos[].attachment</td><td>file name within this mail, or null when there was no room</td></tr>
 * <tr><td>answers[].code</td><td>of a question that was asked besides; empty list when there was none. The code is what Open311 calls
 * an attribute's code</td></tr>
 * <tr><td>answers[].question</td><td>its words when it was answered</td></tr>
 * <tr><td>answers[].value</td><td>a text, a number with a point, a day as 2026-03-01, the code of a choice; several choices are several
 * lines</td></tr>
 * <tr><td>answers[].shown</td><td>the same for people: the names of the choices</td></tr>
 * </table>
 */
final class WorkOrderJson {

    static final String FILE_NAME = "fixamingata-rapport.json";
    static final String FORMAT = "fixamingata-rapport";
    static final int VERSION = 1;

    private WorkOrderJson() {}

    static byte[] write(DeliveryTask task, List<AttachedPhoto> photos) {
        ReportFacts facts = task.facts();
        JsonObjectBuilder root = Json.createObjectBuilder()
                .add("format", FORMAT)
                .add("version", VERSION)
                .add("deliveryId", task.deliveryId())
                .add("messageId", task.messageId())
                .add("report", report(facts, task.answerUrl()))
                .add("place", place(facts))
                .add(
                        "authority",
                        Json.createObjectBuilder()
                                .add("code", facts.authority().code())
                                .add("name", facts.authority().name()))
                .add("reporter", reporter(facts.report().reporter()))
                .add("photos", photos(photos))
                .add("answers", answers(facts.answers()));
        return root.build().toString().getBytes(StandardCharsets.UTF_8);
    }

    private static JsonObjectBuilder report(ReportFacts facts, String answerUrl) {
        Report report = facts.report();
        JsonObjectBuilder told = Json.createObjectBuilder()
                .add("id", report.id())
                .add("url", facts.url())
                .add("title", report.title())
                .add("description", report.description())
                .add("status", report.status().code())
                .add(
                        "category",
                        Json.createObjectBuilder()
                                .add("code", facts.category().code())
                                .add("name", facts.category().name(Language.SV))
                                .add("group", facts.category().group().name().toLowerCase(Locale.ROOT)))
                .add("submitted", seconds(report.submittedAt()))
                .add("confirmed", seconds(report.confirmedAt()))
                .add("language", report.language().code());
        addOrNull(told, "answerUrl", answerUrl.isEmpty() ? null : answerUrl);
        return told;
    }

    private static JsonObjectBuilder place(ReportFacts facts) {
        Report report = facts.report();
        Sweref99Tm grid = Sweref99Tm.of(report.position());
        JsonObjectBuilder place = Json.createObjectBuilder()
                .add("lat", report.position().lat())
                .add("lon", report.position().lon())
                .add(
                        "sweref99tm",
                        Json.createObjectBuilder()
                                .add("north", Math.round(grid.north()))
                                .add("east", Math.round(grid.east())));
        addOrNull(place, "address", report.address());
        return place.add(
                        "municipality",
                        Json.createObjectBuilder()
                                .add("code", facts.municipality().code())
                                .add("name", facts.municipality().name()))
                .add("mapUrl", facts.mapUrl());
    }

    private static JsonObjectBuilder reporter(Reporter reporter) {
        JsonObjectBuilder person = Json.createObjectBuilder();
        addOrNull(person, "name", reporter.name());
        addOrNull(person, "email", reporter.email());
        addOrNull(person, "phone", reporter.phone());
        return person.add("nameIsPublic", reporter.showsName());
    }

    private static JsonArrayBuilder photos(List<AttachedPhoto> photos) {
        JsonArrayBuilder list = Json.createArrayBuilder();
        for (AttachedPhoto photo : photos) {
            JsonObjectBuilder one = Json.createObjectBuilder()
                    .add("url", photo.url())
                    .add("width", photo.photo().width())
                    .add("height", photo.photo().height());
            addOrNull(one, "attachment", photo.isAttached() ? photo.fileName() : null);
            list.add(one);
        }
        return list;
    }

    private static JsonArrayBuilder answers(List<GivenAnswer> answers) {
        JsonArrayBuilder list = Json.createArrayBuilder();
        for (GivenAnswer answer : answers) {
            list.add(Json.createObjectBuilder()
                    .add("code", answer.code())
                    .add("question", answer.question())
                    .add("value", answer.value())
                    .add("shown", answer.shown()));
        }
        return list;
    }

    private static void addOrNull(JsonObjectBuilder object, String field, String value) {
        if (value == null) {
            object.addNull(field);
        } else {
            object.add(field, value);
        }
    }

    private static String seconds(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
