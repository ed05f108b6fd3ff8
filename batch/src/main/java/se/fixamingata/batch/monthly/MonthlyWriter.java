package se.fixamingata.batch.monthly;

import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.batch.runtime.context.JobContext;
import jakarta.batch.runtime.context.StepContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import se.fixamingata.batch.frame.OneByOne;
import se.fixamingata.monthly.MonthlyLetters;
import se.fixamingata.monthly.MunicipalityMonth;

/** Each municipality in a transaction of its own. */
@Named
@Dependent
public class MonthlyWriter extends AbstractItemWriter {

    @Inject
    MonthlyLetters letters;

    @Inject
    OneByOne oneByOne;

    @Inject
    JobContext job;

    @Inject
    StepContext step;

    @Override
    public void writeItems(List<Object> municipalities) {
        oneByOne.each(job, step, municipalities, MunicipalityMonth.class, letters::plan);
    }
}
