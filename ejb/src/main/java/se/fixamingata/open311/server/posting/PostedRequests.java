package se.fixamingata.open311.server.posting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import se.fixamingata.apikey.ApiClient;
import se.fixamingata.incoming.ContentHash;
import se.fixamingata.shared.OneAtATime;
import se.fixamingata.shared.SqlTime;

/**
 * Which reports an authority's systems have posted, so that the same one again is known: also with another key, since keys are replaced
 * (open311.md 6.1, rule 13).
 */
@ApplicationScoped
class PostedRequests {

    /** Without a number of the client's own, the same words about the same place are the same report for that long. */
    private static final Duration SAME = Duration.ofMinutes(15);

    private static final String FIND =
            """
            select report_id from posted_request
             where authority_code = ?1 and client_hash = ?2 and posted_at >= ?3""";

    private static final String KEEP =
            """
            insert into posted_request (authority_code, client_hash, report_id, posted_at) values (?1, ?2, ?3, ?4)
            on duplicate key update report_id = values(report_id), posted_at = values(posted_at)""";

    @Inject
    EntityManager em;

    @Inject
    OneAtATime turns;

    @Inject
    Clock clock;

    /** For the container. */
    PostedRequests() {}

    /** For tests. */
    PostedRequests(EntityManager em, OneAtATime turns, Clock clock) {
        this.em = em;
        this.turns = turns;
        this.clock = clock;
    }

    /** The report that it became before. What the client posts at the same moment waits until this transaction ends. */
    Optional<Long> before(ApiClient client, PostedRequest request) {
        turns.enter("open311:" + client.authorityCode());
        Instant since = request.ownId() == null ? clock.instant().minus(SAME) : Instant.EPOCH;
        @SuppressWarnings("unchecked")
        List<Object> found = em.createNativeQuery(FIND)
                .setParameter(1, client.authorityCode())
                .setParameter(2, hash(request))
                .setParameter(3, SqlTime.text(since))
                .getResultList();
        return found.stream().findFirst().map(id -> ((Number) id).longValue());
    }

    /** It has become that report, which is written. */
    void keep(ApiClient client, PostedRequest request, long reportId) {
        em.createNativeQuery(KEEP)
                .setParameter(1, client.authorityCode())
                .setParameter(2, hash(request))
                .setParameter(3, reportId)
                .setParameter(4, SqlTime.text(clock.instant()))
                .executeUpdate();
    }

    /** The client's own number, or what it says: of what, where, in which words, from whom. */
    private static byte[] hash(PostedRequest request) {
        return request.ownId() != null
                ? ContentHash.of("id", request.ownId())
                : ContentHash.of(Stream.of(
                                "words",
                                request.serviceCode(),
                                request.position()
                                        .map(at -> String.format(Locale.ROOT, "%.5f %.5f", at.lat(), at.lon()))
                                        .orElse(request.address()),
                                request.description(),
                                request.email(),
                                request.phone())
                        .toArray(String[]::new));
    }
}
