package se.fixamingata.open311.client;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import se.fixamingata.delivery.DeliveryTask;
import se.fixamingata.extraquestion.GivenAnswer;
import se.fixamingata.extraquestion.ReportAnswers;
import se.fixamingata.open311.wire.ServiceAttribute;

/** What has to be known before a report is posted; read in one short transaction. */
@ApplicationScoped
class RequestBook {

    private static final String SERVICE =
            """
            select s.service_code, s.type, s.definition
              from open311_mapping m
              join open311_service s on s.authority_code = m.authority_code and s.service_code = m.service_code
             where m.authority_code = ?1 and m.category_code = ?2""";

    /**
     * All of it.
     *
     * @param endpoint empty when the authority has given up its server
     * @param service empty when the category is none of theirs
     */
    record Page(
            Optional<RemoteRequest> arrived,
            Optional<Endpoint> endpoint,
            Optional<ServiceLink> service,
            List<GivenAnswer> answers) {}

    @Inject
    EntityManager em;

    private final Endpoints endpoints;
    private final RemoteRequests requests;
    private final ReportAnswers answers;
    private final Clock clock;

    /** For the container's proxies. */
    protected RequestBook() {
        this(null, null, null, null);
    }

    @Inject
    RequestBook(Endpoints endpoints, RemoteRequests requests, ReportAnswers answers, Clock clock) {
        this.endpoints = endpoints;
        this.requests = requests;
        this.answers = answers;
        this.clock = clock;
    }

    Page page(DeliveryTask task) {
        String authority = task.facts().authority().code();
        return new Page(
                requests.find(task.deliveryId()),
                endpoints.find(authority),
                service(authority, task.facts().category().code()),
                answers.of(task.facts().report().id()));
    }

    /** It was silent lately and has taken a report: it is asked now what has happened, which wakes what waits for it. */
    void answersAgain(Endpoint endpoint) {
        endpoints.askNow(endpoint.authorityCode(), clock.instant());
    }

    private Optional<ServiceLink> service(String authority, String category) {
        List<?> found = em.createNativeQuery(SERVICE)
                .setParameter(1, authority)
                .setParameter(2, category)
                .getResultList();
        return found.stream()
                .map(Object[].class::cast)
                .map(row -> new ServiceLink((String) row[0], (String) row[1], ServiceAttribute.read((String) row[2])))
                .findFirst();
    }
}
