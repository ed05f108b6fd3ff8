package se.fixamingata.web.report;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;
import se.fixamingata.delivery.AttemptView;
import se.fixamingata.delivery.Deliveries;
import se.fixamingata.delivery.DeliveryView;
import se.fixamingata.municipality.Authorities;
import se.fixamingata.municipality.Authority;
import se.fixamingata.municipality.Municipalities;
import se.fixamingata.municipality.Municipality;
import se.fixamingata.report.ReportPages;
import se.fixamingata.report.ReportView;
import se.fixamingata.settings.ServiceSettings;
import se.fixamingata.web.security.CurrentLanguage;
import se.fixamingata.web.text.TextBean;

/**
 * The page {@code /rapport/{id}}, and for its reporter {@code /rapport/{id}/{token}}. What is unconfirmed, hidden or nonsense is not
 * there, nor for anybody but its reporter what is private.
 */
@Named("reportPage")
@RequestScoped
public class ReportBacking {

    /** A bigint has at most 19 digits; 18 keep clear of its end. */
    private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,17}");

    @Inject
    HttpServletRequest request;

    @Inject
    ReportPages reports;

    @Inject
    Deliveries deliveries;

    @Inject
    Authorities authorities;

    @Inject
    Municipalities municipalities;

    @Inject
    ReporterProof proof;

    @Inject
    Story story;

    @Inject
    ServiceSettings settings;

    @Inject
    CurrentLanguage language;

    @Inject
    TextBean text;

    @Inject
    @Param(pathIndex = 0)
    String number;

    private ReportView report;
    private List<DeliveryView> ways = List.of();
    private List<StoryLine> lines = List.of();

    /** Before rendering. */
    public void open() {
        Optional<ReportView> found =
                number != null && NUMBER.matcher(number).matches() ? find(Long.parseLong(number)) : Optional.empty();
        if (found.isEmpty()) {
            Faces.responseSendError(404, "No such report");
            return;
        }
        report = found.get();
        ways = deliveries.ofReport(report.id());
        lines = story.of(report, ways);
    }

    private Optional<ReportView> find(long id) {
        proof.keepSecret();
        return proof.of(id) ? reports.findForReporter(id) : reports.find(id);
    }

    public ReportView getReport() {
        return report;
    }

    public List<StoryLine> getStory() {
        return lines;
    }

    /** Whether the reporter has come from the confirmation just now. */
    public boolean isJustConfirmed() {
        return request.getParameter("bekraftad") != null;
    }

    /** What happens next, for that reporter. */
    public String getNext() {
        return story.next(report, ways);
    }

    /** The name of whoever is to mend it: {@code Forshaga kommun}. */
    public String getAuthority() {
        return authorities.find(report.authorityCode()).map(Authority::name).orElse(report.authorityCode());
    }

    /** The last part of the municipality's address. */
    public String getMunicipalitySlug() {
        return municipalities
                .find(report.municipalityCode())
                .map(Municipality::slug)
                .orElse(report.municipalityCode());
    }

    /** Where to turn instead, in words; null unless the authority refuses reports. */
    public String getRefusal() {
        return story.refusing(ways).flatMap(a -> a.refusal(language.get())).orElse(null);
    }

    /** The page where the refusing authority takes reports; null when there is none. */
    public String getRefusalUrl() {
        return story.refusing(ways).flatMap(Authority::refusalUrl).orElse(null);
    }

    /** The address of this page that does not change. */
    public String getCanonical() {
        return settings.link("/rapport/" + report.id());
    }

    /** The picture that stands for the report where it is shared: its first photo, else its place on the map. */
    public String getSharePicture() {
        return report.thumbnail() != null
                ? settings.link("/bild/" + report.thumbnail() + "/full")
                : settings.link("/karta/bild.png?lat=" + report.lat() + "&lon=" + report.lon()
                        + "&z=14&w=640&h=400&pin=" + report.status().code());
    }

    /** The first words of the description, for search engines and previews. */
    public String getSummary() {
        String line = report.description().replaceAll("\\s+", " ");
        return line.length() <= 160 ? line : line.substring(0, line.offsetByCodePoints(0, 150)) + " …";
    }

    /** Every attempt to send it, oldest first. */
    public List<AttemptLine> getAttempts() {
        List<AttemptLine> log = new ArrayList<>();
        for (DeliveryView way : ways) {
            String authority =
                    authorities.find(way.authorityCode()).map(Authority::name).orElse(way.authorityCode());
            for (AttemptView attempt : way.attempts()) {
                log.add(new AttemptLine(attempt.at(), authority, outcome(attempt), seconds(attempt.took())));
            }
        }
        return log;
    }

    private String outcome(AttemptView attempt) {
        String key =
                attempt.outcome() == null ? "running" : attempt.outcome().name().toLowerCase(Locale.ROOT);
        String words = text.of("rapport.attempt." + key);
        return attempt.resentAfterUnknown() ? words + " " + text.of("rapport.attempt.repeated") : words;
    }

    private String seconds(Duration took) {
        return took == null ? "" : text.of("rapport.attempt.took", Math.round(took.toMillis() / 100.0) / 10.0);
    }
}
