package se.fixamingata.handling.reading;

import java.util.List;
import se.fixamingata.handling.history.CaseEvent;
import se.fixamingata.report.NearbyReport;
import se.fixamingata.report.ReportSummary;

/** Everything that the one-report page shows of a report, read at once. */
public record CaseDossier(
        CaseView report,
        List<CaseEvent> events,
        List<SentMail> mails,
        List<NearbyReport> near,
        List<ReportSummary> sameReporter,
        List<Colleague> colleagues) {}
