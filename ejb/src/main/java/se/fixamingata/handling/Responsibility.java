package se.fixamingata.handling;

import static se.fixamingata.handling.AnswerRules.invalid;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Optional;
import se.fixamingata.category.Category;
import se.fixamingata.handling.HandlingResult.Invalid;
import se.fixamingata.municipality.Authority;
import se.fixamingata.municipality.CategoryCatalogue;
import se.fixamingata.report.Report;
import se.fixamingata.report.ReportHandedOver;
import se.fixamingata.report.StatusGroup;

/** Who may have a report, and in which category. */
@ApplicationScoped
class Responsibility {

    /** Where what fits nowhere belongs. */
    private static final String OTHER = "other";

    @Inject
    EntityManager em;

    @Inject
    CategoryCatalogue catalogue;

    @Inject
    Event<ReportHandedOver> handedOver;

    /** Whether the authority takes reports of that category: state roads are Trafikverket's, and all that it has. */
    boolean takes(String authorityCode, String categoryCode) {
        boolean stateRoad = Category.STATE_ROAD.equals(categoryCode);
        return Authority.STATE_ROADS.equals(authorityCode)
                ? stateRoad
                : !stateRoad && (OTHER.equals(categoryCode) || catalogue.isAvailable(authorityCode, categoryCode));
    }

    /** What a report of that category is at that authority. */
    String categoryAt(String authorityCode, String categoryCode) {
        if (takes(authorityCode, categoryCode)) {
            return categoryCode;
        }
        return Authority.STATE_ROADS.equals(authorityCode) ? Category.STATE_ROAD : OTHER;
    }

    /** Why the report cannot go to that authority; asked fresh, since it may refuse reports since a second ago. */
    Optional<Invalid> problem(Report report, String authorityCode) {
        Authority target = authorityCode == null ? null : em.find(Authority.class, authorityCode);
        if (target == null) {
            return invalid("authority", "handling.authority.unknown");
        }
        if (target.code().equals(report.authorityCode())) {
            return invalid("authority", "handling.authority.same");
        }
        if (target.refuses()) {
            return invalid("authority", "handling.authority.refuses");
        }
        return report.status().group() == StatusGroup.OPEN
                ? Optional.empty()
                : invalid("status", "handling.authority.closed");
    }

    /** Tells everybody who has to know. */
    void handedOver(Report report, String from) {
        em.flush();
        handedOver.fire(new ReportHandedOver(report.id(), from, report.authorityCode()));
    }
}
