package se.fixamingata.batch.statistics;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import se.fixamingata.statistics.NightlyFigures;

/** Deletes the rows of nights that nobody reads any more, in portions; started again, it simply finds what is left. */
@Named
@Dependent
public class NightSweeping extends AbstractBatchlet {

    private static final int PORTION = 50_000;

    @Inject
    NightlyFigures figures;

    private volatile boolean stopped;

    @Override
    public String process() {
        int deleted = PORTION;
        while (deleted > 0 && !stopped) {
            deleted = figures.sweep(PORTION);
        }
        return "COMPLETED";
    }

    @Override
    public void stop() {
        stopped = true;
    }
}
