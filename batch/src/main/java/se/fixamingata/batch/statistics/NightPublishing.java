package se.fixamingata.batch.statistics;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import se.fixamingata.statistics.NightlyFigures;

/** Lets everybody read the night's figures, all at once. */
@Named
@Dependent
public class NightPublishing extends AbstractBatchlet {

    private static final System.Logger LOG = System.getLogger(NightPublishing.class.getName());

    @Inject
    NightlyFigures figures;

    @Inject
    @BatchProperty
    String cutOff;

    @Override
    public String process() {
        long reports = figures.publish(cutOff);
        LOG.log(
                System.Logger.Level.INFO,
                "Figures up to {0} are published: {1} reports",
                cutOff,
                String.valueOf(reports));
        return "COMPLETED";
    }
}
