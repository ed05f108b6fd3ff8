package se.fixamingata.open311.server.posting;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import se.fixamingata.apikey.ApiClient;
import se.fixamingata.apikey.ApiKeys;
import se.fixamingata.audit.AuditTrail;
import se.fixamingata.deadline.Deadlines;
import se.fixamingata.delivery.FetchedDeliveries;
import se.fixamingata.extraquestion.ReportAnswers;
import se.fixamingata.handling.NewPhoto;
import se.fixamingata.incoming.RemotePhotos;
import se.fixamingata.integration.Integrations;
import se.fixamingata.municipality.PrivateCategories;
import se.fixamingata.open311.server.Refusal;
import se.fixamingata.photo.PhotoOwner;
import se.fixamingata.photo.PhotoStore;
import se.fixamingata.report.Report;
import se.fixamingata.report.ReportChanged;
import se.fixamingata.report.ReportConfirmed;
import se.fixamingata.report.Source;

/**
 * Writes a posted report. There is nothing to confirm: the authority's own system vouches for it, so that it is public at once, or
 * private by its category, and goes the way of any other.
 */
@Stateless
public class ReportKeeping {

    @Inject
    EntityManager em;

    @Inject
    ApiKeys keys;

    @Inject
    PostedRequests posted;

    @Inject
    PostingRules rules;

    @Inject
    PhotoStore photos;

    @Inject
    RemotePhotos remotePhotos;

    @Inject
    ReportAnswers answers;

    @Inject
    PrivateCategories privateCategories;

    @Inject
    FetchedDeliveries deliveries;

    @Inject
    Integrations integrations;

    @Inject
    AuditTrail audit;

    @Inject
    Event<ReportConfirmed> confirmed;

    @Inject
    Event<ReportChanged> changed;

    @Inject
    Deadlines deadlines;

    @Inject
    Clock clock;

    /** @throws Refusal when it cannot be taken, or the key has been revoked since the request came */
    public PostedReport keep(ApiClient client, PostedRequest request, PostedPlace place, List<NewPhoto> sent) {
        Optional<Long> before = posted.before(client, request);
        if (!keys.isStillGood(client)) {
            throw Refusal.forbidden("api_key is not valid");
        }
        long id = before.orElseGet(() -> publish(client, request, place, sent));
        integrations.received(client.authorityCode());
        return new PostedReport(id, rules.notice(em.find(Report.class, id), request.language()), request.accountId());
    }

    private long publish(ApiClient client, PostedRequest request, PostedPlace place, List<NewPhoto> sent) {
        PostingRules.Complete complete = rules.complete(client, request, place);
        Instant now = clock.instant();
        Report report = Report.submit(
                complete.place(), complete.content(), complete.reporter(), request.language(), Source.API, now);
        report.keepPrivate(privateCategories.isPrivate(report.authorityCode(), report.categoryCode()));
        em.persist(report);
        // What belongs to the report points at its row.
        em.flush();
        answers.keep(report.id(), complete.answers());
        keep(sent, report);
        remotePhotos.await(
                client.authorityCode(),
                report.id(),
                null,
                request.mediaUrls().stream()
                        .limit(Report.PHOTOS_MAX - sent.size())
                        .toList());
        em.persist(report.confirm(now).atVersion(report.version()));
        deadlines.settle(report);
        audit.recordBySystem(
                client.authorityCode(), "report.submitted", "report:" + report.id(), null, Source.API.name());
        confirmed.fire(new ReportConfirmed(report.id()));
        changed.fire(new ReportChanged(report.id(), null, ReportChanged.OnMap.of(report)));
        em.flush();
        posted.keep(client, request, report.id());
        if (report.authorityCode().equals(client.authorityCode())) {
            // It knows its own, whichever way reports go to it.
            deliveries.posted(client.authorityCode(), client.name(), report.id());
        }
        return report.id();
    }

    private void keep(List<NewPhoto> sent, Report report) {
        for (NewPhoto photo : sent) {
            String id = photos.add(new PhotoOwner.Report(report.id()), photo.fileName(), photo.photo())
                    .orElseThrow();
            if (report.thumbnail() == null) {
                report.showThumbnail(id);
            }
        }
    }
}
