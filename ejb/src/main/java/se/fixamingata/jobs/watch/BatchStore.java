package se.fixamingata.jobs.watch;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * The batch runtime's own tables, where its programming interface cannot help: what a server leaves behind when it is killed stays
 * {@code STARTED} there for ever, since only the server that runs an execution may end it.
 */
@ApplicationScoped
public class BatchStore {

    private static final String EXECUTION =
            "update batch_EXECUTIONINSTANCEDATA set batchstatus = 'FAILED', exitstatus = 'FAILED',"
                    + " endtime = utc_timestamp(), updatetime = utc_timestamp()"
                    + " where jobexecid = ? and batchstatus in ('STARTING', 'STARTED', 'STOPPING')";

    private static final String STEPS =
            "update batch_STEPEXECUTIONINSTANCEDATA set batchstatus = 'FAILED', exitstatus = 'FAILED',"
                    + " endtime = utc_timestamp()"
                    + " where jobexecid = ? and batchstatus in ('STARTING', 'STARTED', 'STOPPING')";

    @Resource(lookup = "jdbc/batch")
    DataSource store;

    /** For the container. */
    public BatchStore() {}

    /** For tests. */
    BatchStore(DataSource store) {
        this.store = store;
    }

    /** Ends an execution, and its steps, that nobody runs any more; one that has ended stays as it is. */
    public void fail(long execution) {
        try (Connection connection = store.getConnection()) {
            for (String table : new String[] {STEPS, EXECUTION}) {
                try (PreparedStatement statement = connection.prepareStatement(table)) {
                    statement.setLong(1, execution);
                    statement.executeUpdate();
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The batch store does not answer", e);
        }
    }
}
