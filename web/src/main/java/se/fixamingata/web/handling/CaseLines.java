package se.fixamingata.web.handling;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import se.fixamingata.handling.HandlingResult;
import se.fixamingata.handling.reading.CaseDossier;
import se.fixamingata.handling.reading.Colleague;

/** What has happened to the report of {@link CasePage}, the newest first. */
@Named("caseLines")
@RequestScoped
public class CaseLines {

    @Inject
    CasePage page;

    @Inject
    CaseStory story;

    private List<CaseLine> all;

    public List<CaseLine> getAll() {
        if (all == null) {
            CaseDossier dossier = page.getDossier();
            all = dossier == null ? List.of() : story.of(dossier.events(), authority(), colleagues());
        }
        return all;
    }

    /** What happened while somebody wrote; empty when nobody was faster. */
    public List<CaseLine> getSince() {
        HandlingResult.Conflict conflict = page.getOutcome().conflict();
        return conflict == null ? List.of() : story.of(conflict.since(), authority(), colleagues());
    }

    private String authority() {
        return page.getReport() == null ? "" : page.getReport().authorityCode();
    }

    /** Names by the numbers of their accounts. */
    private Map<Long, String> colleagues() {
        return page.getDossier() == null
                ? Map.of()
                : page.getDossier().colleagues().stream()
                        .collect(Collectors.toMap(Colleague::accountId, Colleague::name, (a, b) -> a));
    }
}
