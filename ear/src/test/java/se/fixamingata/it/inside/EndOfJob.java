package se.fixamingata.it.inside;

import jakarta.batch.api.listener.AbstractJobListener;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Tells a test that all steps of a job are over: the batch runtime itself would have to be asked again and again. */
@Named
@Dependent
public class EndOfJob extends AbstractJobListener {

    private static final BlockingQueue<Long> ENDED = new LinkedBlockingQueue<>();

    @Inject
    JobContext job;

    @Override
    public void afterJob() {
        ENDED.add(job.getExecutionId());
    }

    /** Waits for a job that was started after the last call of this. Public: the test is loaded by the WAR's class loader, this by the EAR's. */
    public static boolean await(long execution) throws InterruptedException {
        Long ended = ENDED.poll(60, TimeUnit.SECONDS);
        while (ended != null && ended != execution) {
            ended = ENDED.poll(60, TimeUnit.SECONDS);
        }
        return ended != null;
    }
}
