package se.fixamingata.demonstration;

import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Timeout;
import jakarta.ejb.Timer;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import se.fixamingata.jobs.JobStart;
import se.fixamingata.jobs.Jobs;
import se.fixamingata.statistics.CutOff;

/** Has the demonstration's figures counted right after its start, so that the first visitor sees some; in a real service that is for the night. */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DemonstrationFigures {

    private static final System.Logger LOG = System.getLogger(DemonstrationFigures.class.getName());

    /** The module with the jobs may start a little later than this one, and a run that was due may be on its way. */
    private static final long AGAIN_MILLIS = 3_000;

    private static final int TRIALS = 20;

    @Resource
    TimerService timers;

    @Inject
    Jobs jobs;

    @Inject
    Clock clock;

    /** Starts the job, or tries again in a moment. */
    public void count() {
        count(TRIALS);
    }

    @Timeout
    void again(Timer timer) {
        count((Integer) timer.getInfo());
    }

    private void count(int trials) {
        String cutOff = CutOff.lastMidnight(clock.instant()).toString();
        JobStart start = jobs.start("statistics", Map.of("cutOff", cutOff));
        if (start instanceof JobStart.Started) {
            return;
        }
        if (trials > 1) {
            timers.createSingleActionTimer(AGAIN_MILLIS, new TimerConfig(trials - 1, false));
        } else {
            LOG.log(System.Logger.Level.WARNING, "The demonstration has no figures: {0}", start);
        }
    }
}
