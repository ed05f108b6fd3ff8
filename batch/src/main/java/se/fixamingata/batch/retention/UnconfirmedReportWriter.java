package se.fixamingata.batch.retention;

import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import se.fixamingata.retention.Retention;

/** Deletes a chunk of reports in the chunk's transaction. */
@Named
@Dependent
public class UnconfirmedReportWriter extends AbstractItemWriter {

    private static final System.Logger LOG = System.getLogger(UnconfirmedReportWriter.class.getName());

    @Inject
    Retention retention;

    @Override
    public void writeItems(List<Object> numbers) {
        int deleted = retention.deleteUnconfirmedReports(
                numbers.stream().map(Long.class::cast).toList());
        LOG.log(System.Logger.Level.INFO, "{0} unconfirmed reports deleted", deleted);
    }
}
