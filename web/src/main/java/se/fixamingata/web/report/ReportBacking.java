package se.fixamingata.web.report;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;
import se.fixamingata.delivery.Deliveries;
import se.fixamingata.delivery.DeliveryView;
import se.fixamingata.municipality.Authority;
import se.fixamingata.report.ReportPages;
import se.fixamingata.report.ReportView;
import se.fixamingata.settings.ServiceSettings;
import se.fixamingata.web.security.CurrentLanguage;

/**
 * The page {@code /rapport/{id}}, and for its reporter {@code /rapport/{id}/{token}}. What is unconfirmed, hidden or nonsense is not
 * there, nor for anybody but its reporter what is private.
 */
@Named("reportPage")
@RequestScoped
public class ReportBacking {

    /** A bigint has at most 19 digits; 18 keep clear of its end. */
    private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,17}");

    private static final String PAGE = "sida";
    private static final Pattern STORY_PAGE = Pattern.compile("[1-9]\\d{0,3}");

    @Inject
    HttpServletRequest request;

    @Inject
    ReportPages reports;

    @Inject
    Deliveries deliveries;

    @Inject
    ReporterProof proof;

    @Inject
    Story story;

    @Inject
    ServiceSettings settings;

    @Inject
    CurrentLanguage language;

    @Inject
    AttemptLog attempts;

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
        if (found.filter(ReportBacking::isThere).isEmpty()) {
            Faces.responseSendError(404, "No such report");
            return;
        }
        report = found.get();
        ways = deliveries.ofReport(report.id());
        lines = story.of(report, ways);
    }

    private Optional<ReportView> find(long id) {
        proof.keepSecret();
        int page = page();
        return proof.of(id) ? reports.findForReporter(id, page) : reports.find(id, page);
    }

    private int page() {
        String typed = request.getParameter(PAGE);
        return typed != null && STORY_PAGE.matcher(typed).matches() ? Integer.parseInt(typed) : 1;
    }

    /** A page of the story beyond its beginning is none. */
    private static boolean isThere(ReportView found) {
        return found.history().isNewest() || !found.history().entries().isEmpty();
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

    /** Where to turn instead, in words; null unless the authority refuses reports. */
    public String getRefusal() {
        return story.refusing(ways).flatMap(a -> a.refusal(language.get())).orElse(null);
    }

    /** The page where the refusing authority takes reports; null when there is none. */
    public String getRefusalUrl() {
        return story.refusing(ways).flatMap(Authority::refusalUrl).orElse(null);
    }

    public ReportShare getShare() {
        return ReportShare.of(report, settings);
    }

    /** Every attempt to send it, oldest first. */
    public List<AttemptLine> getAttempts() {
        return attempts.of(ways);
    }

    /** The page with what happened before; null when there is none. */
    public String getOlder() {
        return report.history().older() ? storyPage(report.history().number() + 1) : null;
    }

    /** The page with what happened after; null for the newest. */
    public String getNewer() {
        return report.history().isNewest() ? null : storyPage(report.history().number() - 1);
    }

    private String storyPage(int page) {
        return proof.path(report.id()) + (page == 1 ? "" : "?" + PAGE + "=" + page) + "#story";
    }
}
