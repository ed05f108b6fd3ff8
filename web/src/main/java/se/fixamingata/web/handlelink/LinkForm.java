package se.fixamingata.web.handlelink;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import se.fixamingata.handling.Answer;
import se.fixamingata.handling.NewDocument;
import se.fixamingata.handling.NewPhoto;
import se.fixamingata.report.ReportStatus;

/** What stands in the form of {@code /svar}, as it was typed. */
public record LinkForm(String name, String status, String text, int version) {

    static final LinkForm EMPTY = new LinkForm("", "", "", 0);

    static LinkForm of(HttpServletRequest request) {
        String version = typed(request, "version");
        return new LinkForm(
                typed(request, "name"),
                typed(request, "status"),
                typed(request, "text"),
                version.matches("\\d{1,9}") ? Integer.parseInt(version) : 0);
    }

    private static String typed(HttpServletRequest request, String field) {
        String value = request.getParameter(field);
        return value == null ? "" : value;
    }

    Answer answer(long report, List<NewPhoto> photos, List<NewDocument> documents) {
        return new Answer(report, version, next(), text, false, null, photos, documents);
    }

    /** Null leaves it. What is no status is one that no report may become. */
    private ReportStatus next() {
        return status.isEmpty() ? null : ReportStatus.find(status).orElse(ReportStatus.UNCONFIRMED);
    }
}
