package se.fixamingata.batch.statistics;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import se.fixamingata.statistics.Night;
import se.fixamingata.statistics.NightlyFigures;

/** Begins to build the figures up to the cut-off. */
@Named
@Dependent
public class NightBeginning extends AbstractBatchlet {

    private static final System.Logger LOG = System.getLogger(NightBeginning.class.getName());

    @Inject
    NightlyFigures figures;

    @Inject
    @BatchProperty
    String cutOff;

    @Override
    public String process() {
        Night night = figures.begin(cutOff);
        LOG.log(
                System.Logger.Level.INFO,
                "Figures up to {0} are being counted, generation {1}",
                night.cutOff(),
                String.valueOf(night.generation()));
        return "COMPLETED";
    }
}
