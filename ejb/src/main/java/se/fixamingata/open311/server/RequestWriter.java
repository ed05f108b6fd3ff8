package se.fixamingata.open311.server;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.fixamingata.category.Categories;
import se.fixamingata.extraquestion.Question;
import se.fixamingata.handling.mail.StatusWords;
import se.fixamingata.municipality.Authorities;
import se.fixamingata.municipality.Authority;
import se.fixamingata.photo.PhotoLinks;
import se.fixamingata.report.ReportStatus;
import se.fixamingata.report.StatusGroup;
import se.fixamingata.settings.ServiceSettings;

/**
 * Writes requests as GeoReport v2 names their parts.
 *
 * <p>A report has a title and GeoReport none: it is the first line of {@code description}, unless the description begins with it as it
 * is (a system that knows no titles gets back what it posted), or both are longer than the 4,000 characters that a client must have room for. {@code requested_datetime} is when it became public, so that nobody who asks for what is new misses one that was
 * confirmed late. Closed is not fixed: for who takes only {@code open} and {@code closed}, {@code status_notes} begins with our own word.
 */
@ApplicationScoped
public class RequestWriter {

    private static final int DESCRIPTION_MAX = 4_000;
    /** After a comma, and not a house's number: {@code Storgatan 5, 653 40 Karlstad}. */
    private static final Pattern ZIPCODE =
            Pattern.compile("(?:^|,)\\s*(?:SE?-\\s*)?([1-9]\\d{2})\\s?(\\d{2})(?=\\s+\\p{L}|\\s*,|\\s*$)");

    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");

    @Inject
    Categories categories;

    @Inject
    Authorities authorities;

    @Inject
    ServiceSettings settings;

    @Inject
    PhotoLinks photoLinks;

    /** For the container. */
    public RequestWriter() {}

    /** For tests. */
    public RequestWriter(
            Categories categories, Authorities authorities, ServiceSettings settings, PhotoLinks photoLinks) {
        this.categories = categories;
        this.authorities = authorities;
        this.settings = settings;
        this.photoLinks = photoLinks;
    }

    public void write(AnswerWriter out, List<ServiceRequest> requests, Reader reader) throws IOException {
        out.beginList("service_requests", "request");
        for (ServiceRequest request : requests) {
            out.beginItem();
            write(out, request, reader);
            out.end();
        }
        out.end();
    }

    private void write(AnswerWriter out, ServiceRequest request, Reader reader) throws IOException {
        out.text("service_request_id", Long.toString(request.id()));
        out.text("status", RequestStatus.of(request.status(), reader.extended()));
        out.text("status_notes", notes(request, reader));
        out.text(
                "service_name",
                categories
                        .find(request.categoryCode())
                        .map(category -> category.name(reader.language()))
                        .orElse(request.categoryCode()));
        out.text("service_code", request.categoryCode());
        out.text("description", description(request));
        out.optional(
                "agency_responsible",
                authorities.find(request.authorityCode()).map(Authority::name).orElse(null));
        out.moment("requested_datetime", request.requested());
        out.moment("updated_datetime", request.updated());
        if (request.expectedOn() != null && request.status().group() == StatusGroup.OPEN) {
            out.moment(
                    "expected_datetime",
                    request.expectedOn()
                            .plusDays(1)
                            .atStartOfDay(SWEDEN)
                            .minusSeconds(1)
                            .toInstant());
        }
        out.text("address", request.address());
        out.text("address_id", null);
        out.text("zipcode", zipcode(request.address()));
        out.degrees("lat", request.lat());
        out.degrees("long", request.lon());
        out.text("media_url", photo(request));
        if (request.confidential() != null) {
            write(out, request.confidential());
        }
    }

    static String description(ServiceRequest request) {
        if (request.description().startsWith(request.title().replaceFirst("…$", ""))) {
            return request.description();
        }
        String both = request.title() + "\n\n" + request.description();
        return both.codePointCount(0, both.length()) > DESCRIPTION_MAX ? request.description() : both;
    }

    /** Five digits, where the address says them: what is only near a postcode's middle may be in another. */
    static String zipcode(String address) {
        Matcher found = ZIPCODE.matcher(address == null ? "" : address);
        return found.find() ? found.group(1) + found.group(2) : null;
    }

    private static String notes(ServiceRequest request, Reader reader) {
        String words = request.words() == null ? "" : request.words();
        if (reader.extended() || request.status() == ReportStatus.REPORTED) {
            return words;
        }
        String status = StatusWords.of(request.status(), reader.language());
        return words.isEmpty() ? status : status + ": " + words;
    }

    private String photo(ServiceRequest request) {
        if (request.photo() == null) {
            return null;
        }
        String url = settings.link("/bild/" + request.photo() + "/full");
        boolean forEverybody =
                request.confidential() == null || !request.confidential().isPrivate();
        return forEverybody ? url : url + "?" + photoLinks.proof(request.photo(), request.authorityCode());
    }

    /** mySociety's names for what GeoReport has none for. */
    private static void write(AnswerWriter out, ServiceRequest.Confidential confidential) throws IOException {
        out.flag("non_public", confidential.isPrivate());
        out.text("contact_name", confidential.name());
        out.text("contact_email", confidential.email());
        out.optional("contact_phone", confidential.phone());
        if (!confidential.answers().isEmpty()) {
            out.beginObject("extras");
            for (Map.Entry<String, String> answer : confidential.answers().entrySet()) {
                out.text(name(Question.key(answer.getKey())), answer.getValue());
            }
            out.end();
        }
    }

    /** XML wants no digit first, and keeps what begins like its own name for itself. */
    private static String name(String code) {
        return Character.isLetter(code.charAt(0))
                        && !code.toLowerCase(Locale.ROOT).startsWith("xml")
                ? code
                : "_" + code;
    }
}
