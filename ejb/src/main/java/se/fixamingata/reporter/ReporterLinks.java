package se.fixamingata.reporter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import se.fixamingata.report.Report;
import se.fixamingata.secretlink.Purpose;
import se.fixamingata.secretlink.SecretLink;
import se.fixamingata.secretlink.SecretLinks;
import se.fixamingata.settings.ServiceSettings;
import se.fixamingata.shared.SecretToken;

/** The links that only a reporter gets, and who is one. */
@ApplicationScoped
public class ReporterLinks {

    /** What the link of a question is about besides its report, when that is open. */
    private static final long WHILE_OPEN = 1;

    @Inject
    SecretLinks links;

    @Inject
    ServiceSettings service;

    @Inject
    Clock clock;

    @Inject
    @ConfigProperty(name = "fmg.reporter.link.lifetime")
    Duration pageLifetime;

    @Inject
    @ConfigProperty(name = "fmg.question.lifetime")
    Duration questionLifetime;

    /** For the container. */
    public ReporterLinks() {}

    /** For tests. */
    public ReporterLinks(
            SecretLinks links, ServiceSettings service, Clock clock, Duration pageLifetime, Duration questionLifetime) {
        this.links = links;
        this.service = service;
        this.clock = clock;
        this.pageLifetime = pageLifetime;
        this.questionLifetime = questionLifetime;
    }

    /** The report's page as its reporter sees it, for a mail that is being written. Needs a transaction. */
    public String page(long reportId) {
        return service.link(path(reportId));
    }

    /** The same without the host, for whoever has shown to be the reporter just now. Needs a transaction. */
    public String path(long reportId) {
        return "/rapport/" + reportId + "/"
                + links.issue(Purpose.REPORTER, reportId, pageLifetime).text();
    }

    /** "Is it fixed?", for a mail that is being written. Needs a transaction. */
    public String question(long reportId) {
        return service.link("/fraga/"
                + links.issue(Purpose.QUESTION, reportId, questionLifetime).text());
    }

    /** The same of a report that is still open, and can be answered as long as it is. Needs a transaction. */
    public String questionWhileOpen(long reportId) {
        return service.link("/fraga/"
                + links.issue(Purpose.QUESTION, reportId, WHILE_OPEN, questionLifetime)
                        .text());
    }

    /** Whether that link asks of an open report. */
    public static boolean isWhileOpen(SecretLink link) {
        return link.subjectId() != null && link.subjectId() == WHILE_OPEN;
    }

    /** How long that question can be answered. */
    public Duration questionLifetime() {
        return questionLifetime;
    }

    /** Whether whoever shows that is the report's reporter; nobody is once the reporter is forgotten. */
    public boolean proves(ReporterClaim claim, Report report) {
        return !report.reporter().isForgotten() && (isByLink(claim.token(), report.id()) || isByAccount(claim, report));
    }

    private static boolean isByAccount(ReporterClaim claim, Report report) {
        return claim.caller() != null
                && report.reporterAccount() != null
                && report.reporterAccount() == claim.caller().accountId();
    }

    /**
     * Whether that is a working link to that report's page.
     *
     * @param token as it came, perhaps cut by a mail program; may be null
     */
    public boolean isByLink(String token, long reportId) {
        return SecretToken.parse(token)
                .flatMap(secret -> links.find(secret, Purpose.REPORTER))
                .filter(link -> link.reportId() == reportId && !link.isRevoked() && !link.isExpired(clock.instant()))
                .isPresent();
    }
}
