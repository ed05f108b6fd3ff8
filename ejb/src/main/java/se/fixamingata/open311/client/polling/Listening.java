package se.fixamingata.open311.client.polling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Clock;
import java.time.Duration;
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
import se.fixamingata.shared.SqlTime;

/** Takes what was heard to where it is judged, each thing in a transaction of its own: one bad thing costs no other. */
@ApplicationScoped
class Listening {

    private static final System.Logger LOG = System.getLogger(Listening.class.getName());
    private static final String SOURCE = "poll";

    /** Numbers in one query. */
    private static final int PORTION = 500;

    /** No caseworker writes more about one report. */
    private static final int WORDS_A_DAY = 30;

    private static final Duration DAY = Duration.ofDays(1);

    private static final String WORDS =
            """
            select count(*) from incoming_update
             where report_id = ?1 and authority_code = ?2 and source = ?3 and received_at > ?4 and update_id is not null""";

    private static final String NUMBERED =
            """
            select service_request_id, report_id from remote_request
             where authority_code = ? and state = 'NUMBERED' and service_request_id in (%s)""";

    @Inject
    EntityManager em;

    private IncomingUpdates incoming;
    private Faults faults;
    private ShortTransaction transaction;
    private Clock clock;

    /** For the container's proxies. */
    protected Listening() {}

    @Inject
    Listening(IncomingUpdates incoming, Faults faults, ShortTransaction transaction, Clock clock) {
        this.incoming = incoming;
        this.faults = faults;
        this.transaction = transaction;
        this.clock = clock;
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

    /**
     * What stands on a report's page goes to people by mail, too: from a system that says something else each time that it is asked,
     * there are so many words a day and then only the status.
     *
     * @param remoteId under which the same is the same
     */
    Received hear(Endpoint endpoint, long reportId, String remoteId, Said all) {
        Said said = all.text().isEmpty() || wordsToday(endpoint, reportId) < WORDS_A_DAY ? all : all.withoutText();
        if (said != all) {
            faults.note(endpoint.authorityCode(), FaultAction.POLL, "flood", "report:" + reportId, null, all.text());
        }
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

    private long wordsToday(Endpoint endpoint, long reportId) {
        return ((Number) em.createNativeQuery(WORDS)
                        .setParameter(1, reportId)
                        .setParameter(2, endpoint.authorityCode())
                        .setParameter(3, SOURCE)
                        .setParameter(4, SqlTime.text(clock.instant().minus(DAY)))
                        .getSingleResult())
                .longValue();
    }

    /**
     * An answer that makes no sense, or none, for people to look at.
     *
     * @param about what was asked for; null for nothing in particular
     */
    void note(Endpoint endpoint, AskedRequest about, WireAnswer answer) {
        String subject = about == null ? null : "report:" + about.reportId();
        transaction.run(() -> faults.note(
                endpoint.authorityCode(), FaultAction.POLL, answer.reason(), subject, answer.request(), answer.raw()));
    }

    /** Something of ours went wrong with one thing that was heard; it is asked for again. */
    void note(Endpoint endpoint, long reportId, RuntimeException broken) {
        LOG.log(System.Logger.Level.ERROR, "What was heard about report " + reportId + " could not be taken", broken);
        transaction.run(
                () -> faults.note(endpoint.authorityCode(), FaultAction.POLL, "own", "report:" + reportId, null, null));
    }
}
