package se.fixamingata.open311.client.polling;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import se.fixamingata.sending.LaneRunner;
import se.fixamingata.sending.Lanes;
import se.fixamingata.sending.SendingSettings;
import se.fixamingata.shared.BackgroundThreads;

/**
 * Visits servers away from the queues, each on a thread of its own: a slow one must keep nobody waiting but itself. A worker and not a
 * batch job, since each visit is short, comes back every few minutes, and keeps in the endpoint's row where it was.
 */
@ApplicationScoped
public class PollingWorker {

    /** A visit is several calls. */
    private static final Duration SLOW = Duration.ofSeconds(15);

    @Inject
    BackgroundThreads container;

    @Inject
    EndpointVisits visits;

    @Inject
    SendingSettings settings;

    @Inject
    @ConfigProperty(name = "fmg.open311.poll.workers")
    int workers;

    @Inject
    Clock clock;

    private LaneRunner runner;

    @PostConstruct
    void prepare() {
        runner = new LaneRunner("polls", container, new Lanes(workers, SLOW, clock), new Visits(visits), clock);
    }

    /** Has the due ones visited soon; returns at once. */
    public void nudge() {
        if (settings.isEnabled()) {
            runner.nudge();
        }
    }

    private record Visits(EndpointVisits visits) implements LaneRunner.Work {

        @Override
        public List<String> due() {
            return visits.due();
        }

        @Override
        public int work(String lane, String owner) {
            return visits.visit(lane, owner) ? 1 : 0;
        }
    }
}
