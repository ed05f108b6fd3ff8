package se.fixamingata.batch.retention;

import jakarta.batch.api.chunk.AbstractItemReader;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Iterator;
import java.util.List;
import se.fixamingata.retention.Retention;

/** Numbers of the reports to delete, ascending; the last one read is where a stopped job goes on. */
@Named
@Dependent
public class UnconfirmedReportReader extends AbstractItemReader {

    private static final int PAGE = 500;

    @Inject
    Retention retention;

    private long last;
    private Iterator<Long> page = List.<Long>of().iterator();

    @Override
    public void open(Serializable checkpoint) {
        last = checkpoint == null ? 0 : (Long) checkpoint;
    }

    @Override
    public Object readItem() {
        if (!page.hasNext()) {
            page = retention.unconfirmedReports(last, PAGE).iterator();
            if (!page.hasNext()) {
                return null;
            }
        }
        last = page.next();
        return last;
    }

    @Override
    public Serializable checkpointInfo() {
        return last;
    }
}
