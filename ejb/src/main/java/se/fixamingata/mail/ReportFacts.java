package se.fixamingata.mail;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import se.fixamingata.category.Category;
import se.fixamingata.extraquestion.GivenAnswer;
import se.fixamingata.municipality.Authority;
import se.fixamingata.municipality.Municipality;
import se.fixamingata.photo.Photo;
import se.fixamingata.position.Position;
import se.fixamingata.position.Sweref99Tm;
import se.fixamingata.report.Report;
import se.fixamingata.settings.ServiceSettings;
import se.fixamingata.shared.Language;

/** A report as letters tell of it, read once and then apart from the database. */
public record ReportFacts(
        Report report,
        Category category,
        Authority authority,
        Municipality municipality,
        List<Photo> photos,
        List<GivenAnswer> answers,
        ServiceSettings service) {

    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");
    private static final DateTimeFormatter SWEDISH =
            DateTimeFormatter.ofPattern("d MMMM uuuu 'kl.' HH:mm", Language.SV.locale());
    private static final DateTimeFormatter ENGLISH =
            DateTimeFormatter.ofPattern("d MMMM uuuu 'at' HH:mm", Language.EN.locale());

    public ReportFacts {
        photos = List.copyOf(photos);
        answers = List.copyOf(answers);
    }

    /** The public page. */
    public String url() {
        return service.link("/rapport/" + report.id());
    }

    /** Our map with the place in its middle. */
    public String mapUrl() {
        Position place = report.position();
        return service.link(String.format(Locale.ROOT, "/karta?lat=%.6f&lon=%.6f&z=17", place.lat(), place.lon()));
    }

    /** A photo in full size. */
    public String photoUrl(Photo photo) {
        return service.link("/bild/" + photo.id() + "/full");
    }

    /** The place in one line: the nearest address if known, and the municipality. */
    public String place() {
        String address = report.address();
        return address == null || address.isBlank() ? municipality.name() : address + ", " + municipality.name();
    }

    /** The position in degrees, as maps take it. */
    public String degrees() {
        Position place = report.position();
        return String.format(Locale.ROOT, "%.6f, %.6f", place.lat(), place.lon());
    }

    /** A moment in Swedish time, in words. */
    public static String moment(Instant at, Language language) {
        return (language == Language.EN ? ENGLISH : SWEDISH).format(at.atZone(SWEDEN));
    }

    /** What every template about a report may name. */
    public Map<String, Object> values(Language language) {
        Map<String, Object> values = new HashMap<>();
        values.put("id", report.id());
        values.put("title", Subjects.oneLine(report.title()));
        values.put("category", category.name(language));
        values.put("place", place());
        values.put("municipality", municipality.name());
        values.put("authority", authority.name());
        values.put("degrees", degrees());
        values.put("sweref", Sweref99Tm.of(report.position()).text());
        values.put("url", url());
        values.put("mapUrl", mapUrl());
        values.put("home", service.publicUrl());
        values.put("homeName", service.publicHost());
        values.put("contact", service.contactEmail());
        return values;
    }
}
