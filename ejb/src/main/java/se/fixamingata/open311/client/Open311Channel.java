package se.fixamingata.open311.client;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import se.fixamingata.delivery.DeliveryChannel;
import se.fixamingata.delivery.DeliveryTask;
import se.fixamingata.integration.ChannelKind;
import se.fixamingata.integration.FaultAction;
import se.fixamingata.integration.Faults;
import se.fixamingata.sending.AttemptOutcome;
import se.fixamingata.sending.AttemptResult;
import se.fixamingata.sending.HandOver;
import se.fixamingata.sending.OutcomeKeeper;
import se.fixamingata.sending.ShortTransaction;

/**
 * Reports to an authority's own server (R23).
 *
 * <p>The protocol knows no "once": whoever is not told whether a request arrived must look for it before sending it again. It is looked
 * for whenever any earlier attempt ended in silence. Not found twice where things are found at once, it is sent again; where they are
 * not, somebody decides: that person's "send again" sends it. What is somebody else's by now is looked for and not sent. What their system calls it is kept before the attempt is written down as done,
 * so that a server of ours that dies in between finds it there.
 */
@ApplicationScoped
public class Open311Channel implements DeliveryChannel {

    private static final System.Logger LOG = System.getLogger(Open311Channel.class.getName());

    /** What is wrong with the server, not with a report. */
    private static final Set<String> GENERAL = Set.of(
            "address", "name", "network", "unreachable", "certificate", "slow", "busy", "unavailable", "redirect");

    private final EndpointCalls calls;
    private final RequestBook book;
    private final RequestSearch search;
    private final SecondLook look;
    private final RemoteRequests requests;
    private final EndpointRest rest;
    private final PhotoAddresses photos;
    private final Faults faults;
    private final ShortTransaction transaction;
    private final OutcomeKeeper outcomes;

    /** For the container's proxies. */
    protected Open311Channel() {
        this(null, null, null, null, null, null, null, null, null, null);
    }

    @Inject
    Open311Channel(
            EndpointCalls calls,
            RequestBook book,
            RequestSearch search,
            SecondLook look,
            RemoteRequests requests,
            EndpointRest rest,
            PhotoAddresses photos,
            Faults faults,
            ShortTransaction transaction,
            OutcomeKeeper outcomes) {
        this.calls = calls;
        this.book = book;
        this.search = search;
        this.look = look;
        this.requests = requests;
        this.rest = rest;
        this.photos = photos;
        this.faults = faults;
        this.transaction = transaction;
        this.outcomes = outcomes;
    }

    @Override
    public ChannelKind kind() {
        return ChannelKind.OPEN311;
    }

    @Override
    public Round open() {
        return new Round() {
            @Override
            public AttemptResult deliver(DeliveryTask task, HandOver handOver) {
                return Open311Channel.this.deliver(task, handOver);
            }

            @Override
            public void close() {
                // Every call has a connection of its own.
            }
        };
    }

    private AttemptResult deliver(DeliveryTask task, HandOver handOver) {
        RequestBook.Page page = transaction.call(() -> book.page(task));
        if (page.arrived().isPresent()) {
            return AttemptResult.accepted(
                    "Had arrived before: " + page.arrived().get().state());
        }
        if (page.endpoint().isEmpty()) {
            return AttemptResult.temporary("The authority has no server any more");
        }
        Optional<AttemptResult> resting = rest.instead(authority(task));
        if (resting.isPresent()) {
            return resting.get();
        }
        if (task.handedOverAt().isPresent()) {
            Optional<AttemptResult> known =
                    lookFor(task, page, task.handedOverAt().get());
            if (known.isPresent()) {
                return known.get();
            }
        }
        if (!task.isTheirs()) {
            return AttemptResult.refused("Somebody else's report by now");
        }
        return page.service()
                .map(service -> send(task, page, service, handOver))
                .orElseGet(() -> AttemptResult.refused("The category is none of their services any more"));
    }

    /** @return how the attempt ended by that; empty when it is to be sent */
    private Optional<AttemptResult> lookFor(DeliveryTask task, RequestBook.Page page, Instant since) {
        Endpoint endpoint = page.endpoint().orElseThrow();
        RequestSearch.Outcome outcome = search.search(endpoint, task, page.service(), since);
        if (outcome.failed().isPresent()) {
            WireAnswer failed = outcome.failed().get();
            rest.after(authority(task), failed);
            note(task, failed.reason(), failed);
            // Their refusal to be asked will not pass by itself.
            return Optional.of(
                    Verdict.of(failed) == AttemptOutcome.REFUSED
                            ? undecided(task, failed.told())
                            : AttemptResult.temporary("Looked for, could not ask: " + failed.told()));
        }
        if (outcome.found().isPresent()) {
            RemoteName name = outcome.found().get();
            boolean numbered = page.service().map(ServiceLink::isNumbered).orElse(true);
            if (name.equals(RemoteName.NONE) && numbered) {
                // It is there, and cannot be asked about before it has a number: that comes, and until then it is not
                // sent.
                return Optional.of(AttemptResult.temporary("Looked for and found: no number yet"));
            }
            keep(task, name);
            return Optional.of(AttemptResult.accepted("Looked for and found: " + name.told()));
        }
        if (!task.isTheirs() || !task.resent()) {
            return Optional.empty();
        }
        boolean conclusive =
                outcome.whole() && page.service().map(ServiceLink::isRealtime).orElse(false);
        if (!conclusive) {
            return Optional.of(undecided(task, "not found"));
        }
        return look.isSecond(task.notFoundAt().orElse(null)) ? Optional.empty() : Optional.of(look.notFound());
    }

    private AttemptResult undecided(DeliveryTask task, String why) {
        note(task, "undecided", null);
        return AttemptResult.refused("It may have arrived and may not, somebody has to look: " + why);
    }

    private AttemptResult send(DeliveryTask task, RequestBook.Page page, ServiceLink service, HandOver handOver) {
        Endpoint endpoint = page.endpoint().orElseThrow();
        RequestForm form = new RequestForm(
                task,
                service,
                endpoint.dialect(),
                page.answers(),
                photos.of(task.facts().photos(), task.facts().report(), authority(task)));
        handOver.commit();
        try {
            return judge(task, endpoint, calls.post(endpoint, "requests", form.arguments()));
        } catch (RuntimeException broken) {
            // From here on nobody can say that it was not taken.
            String incident = UUID.randomUUID().toString();
            LOG.log(System.Logger.Level.ERROR, "Open311: incident " + incident, broken);
            return look.posted(AttemptOutcome.UNKNOWN, "Our own fault, incident " + incident);
        }
    }

    private AttemptResult judge(DeliveryTask task, Endpoint endpoint, WireAnswer answer) {
        rest.after(authority(task), answer);
        AttemptOutcome outcome = Verdict.of(answer);
        if (outcome == AttemptOutcome.ACCEPTED) {
            RemoteName name = RemoteName.of(answer.node());
            keep(task, name);
            if (endpoint.pollFailures() > 0) {
                transaction.run(() -> book.answersAgain(endpoint));
            }
            return AttemptResult.accepted(answer.status() + " " + name.told());
        }
        note(task, answer.reason(), answer);
        return look.posted(outcome, answer.told());
    }

    private void keep(DeliveryTask task, RemoteName name) {
        outcomes.write(() -> {
            boolean own = requests.keep(task.deliveryId(), task.facts().report().id(), authority(task), name);
            if (!own) {
                faults.note(authority(task), FaultAction.DELIVER, "same-number", subject(task), null, name.told());
            }
        });
    }

    private void note(DeliveryTask task, String reason, WireAnswer answer) {
        String about = GENERAL.contains(reason) ? null : subject(task);
        transaction.run(() -> faults.note(
                authority(task),
                FaultAction.DELIVER,
                reason,
                about,
                answer == null ? null : answer.request(),
                answer == null ? null : answer.raw()));
    }

    private static String subject(DeliveryTask task) {
        return "report:" + task.facts().report().id();
    }

    private static String authority(DeliveryTask task) {
        return task.facts().authority().code();
    }
}
