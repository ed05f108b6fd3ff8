package se.fixamingata.batch.statistics;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import se.fixamingata.statistics.Night;
import se.fixamingata.statistics.NightlyFigures;

/** Counts again what was moved while the others were counted, and puts counties and the country together. */
@Named
@Dependent
public class NightSums extends AbstractBatchlet {

    /** Each round takes a moment, in which hardly anything is moved. */
    private static final int ROUNDS = 5;

    @Inject
    NightlyFigures figures;

    @Inject
    @BatchProperty
    String cutOff;

    @Override
    public String process() {
        Night night = figures.building(cutOff);
        List<String> moved = figures.moved(night);
        for (int round = 0; round < ROUNDS && !moved.isEmpty(); round++) {
            moved.forEach(code -> figures.count(night, code));
            moved = figures.moved(night);
        }
        if (!moved.isEmpty()) {
            throw new IllegalStateException("Reports are being moved faster than they are counted: " + moved);
        }
        figures.sum(night);
        return "COMPLETED";
    }
}
