package se.fixamingata.open311.client.polling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import se.fixamingata.incoming.IncomingUpdates;
import se.fixamingata.incoming.IncomingWord;
import se.fixamingata.incoming.Received;
import se.fixamingata.integration.FaultAction;
import se.fixamingata.integration.Faults;
import se.fixamingata.open311.client.Endpoint;
import se.fixamingata.open311.client.WireAnswer;
import se.fixamingata.report.ReportStatus;
import se.fixamingata.sending.ShortTransaction;

/** Takes what was heard to where it is judged, each thing in a transaction of its own: one bad thing costs no other. */
@ApplicationScoped
class Listening {

    private static final System.Logger LOG = System.getLogger(Listening.class.getName());
    private static final String SOURCE = "poll";

    /** Numbers in one query. */
    private static final int PORTION = 500;

    private static final String NUMBERED =
            """
            select service_request_id, report_id from remote_request
             where authority_code = ? and state = 'NUMBERED' and service_request_id in (%s)""";

    @Inject
    EntityManager em;

    private IncomingUpdates incoming;
    private Faults faults;
    private ShortTransaction transaction;

    /** For the container's proxies. */
    protected Listening() {}

    @Inject
    Listening(IncomingUpdates incoming, Faults faults, ShortTransaction transaction) {
        this.incoming = incoming;
        this.faults = faults;
        this.transaction = transaction;
    }

    /** Our reports by what they are called there; what is somebody else's case is not among them. */
    Map<String, Long> reports(String authorityCode, Collection<String> requestIds) {
        Map<String, Long> reports = new HashMap<>();
        if (requestIds.isEmpty()) {
            return reports;
        }
        List<String> ids = List.copyOf(requestIds);
        for (int from = 0; from < ids.size(); from += PORTION) {
            List<String> some = ids.subList(from, Math.min(ids.size(), from + PORTION));
            Query query = em.createNativeQuery(NUMBERED.formatted("?" + ", ?".repeat(some.size() - 1)));
            query.setParameter(1, authorityCode);
            for (int i = 0; i < some.size(); i++) {
                query.setParameter(i + 2, some.get(i));
            }
            query.getResultList()
                    .forEach(row ->
                            reports.put((String) ((Object[]) row)[0], ((Number) ((Object[]) row)[1]).longValue()));
        }
        return reports;
    }

    /** @param remoteId under which the same is the same */
    Received hear(Endpoint endpoint, long reportId, String remoteId, Said said) {
        return incoming.receive(new IncomingWord(
                endpoint.authorityCode(),
                SOURCE,
                remoteId,
                reportId,
                said.at(),
                said.status(),
                endpoint.dialect().extendedStatuses(),
                ReportStatus.find(endpoint.dialect().closedMeans()).orElse(ReportStatus.FIXED),
                said.text(),
                null,
                null,
                said.media()));
    }

    /** An answer that makes no sense, or none, for people to look at. */
    void note(Endpoint endpoint, WireAnswer answer) {
        transaction.run(() -> faults.note(
                endpoint.authorityCode(), FaultAction.POLL, answer.reason(), null, answer.request(), answer.raw()));
    }

    /** Something of ours went wrong with one thing that was heard; it is asked for again. */
    void note(Endpoint endpoint, long reportId, RuntimeException broken) {
        LOG.log(System.Logger.Level.ERROR, "What was heard about report " + reportId + " could not be taken", broken);
        transaction.run(
                () -> faults.note(endpoint.authorityCode(), FaultAction.POLL, "own", "report:" + reportId, null, null));
    }
}
