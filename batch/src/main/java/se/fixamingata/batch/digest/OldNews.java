package se.fixamingata.batch.digest;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import se.fixamingata.digest.DigestRounds;

/** Deletes news that are news no more, who was told of them, and the rounds' mails, in portions. */
@Named
@Dependent
public class OldNews extends AbstractBatchlet {

    private static final int PORTION = 1_000;

    @Inject
    DigestRounds rounds;

    @Inject
    Clock clock;

    @Inject
    @ConfigProperty(name = "fmg.subscription.news.age")
    Duration newsAge;

    private volatile boolean stopped;

    @Override
    public String process() {
        // Twice as long as anything is news, so that nobody is told again of a report that moves late.
        Instant moment = clock.instant().minus(newsAge.multipliedBy(2));
        while (!stopped && rounds.deleteBefore(moment, PORTION) > 0) {
            // Until nothing old is left.
        }
        return "COMPLETED";
    }

    @Override
    public void stop() {
        stopped = true;
    }
}
