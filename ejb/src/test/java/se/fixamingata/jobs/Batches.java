package se.fixamingata.jobs;

import jakarta.batch.operations.JobSecurityException;
import jakarta.batch.operations.JobStartException;
import jakarta.batch.runtime.BatchStatus;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

/** Stands for the batch runtime: remembers what it was asked for. */
public class Batches extends BatchDoor {

    public final List<String> asked = new ArrayList<>();
    public final Map<Long, BatchStatus> statuses = new HashMap<>();
    /** Executions whose thread is gone, whatever their status says. */
    public final Set<Long> gone = new HashSet<>();

    /** Whether executions are another deployment's, which the runtime does not let this one restart. */
    public boolean anothers;

    private final Map<Long, Properties> parameters = new HashMap<>();
    private long last = 1000;

    /** A name that no job has. */
    public static final String UNKNOWN = "unknown";

    @Override
    public synchronized long start(String job, Properties given) {
        if (job.equals(UNKNOWN)) {
            throw new JobStartException("No such job");
        }
        asked.add("start " + job);
        return begun(given);
    }

    @Override
    public synchronized long restart(long execution, Properties given) {
        asked.add("restart " + execution);
        if (anothers) {
            throw new JobSecurityException("The current user is not authorized to perform this operation");
        }
        return begun(given);
    }

    private long begun(Properties given) {
        last++;
        parameters.put(last, given);
        statuses.put(last, BatchStatus.STARTED);
        return last;
    }

    @Override
    public boolean stop(long execution) {
        asked.add("stop " + execution);
        return true;
    }

    @Override
    public Optional<BatchStatus> status(long execution) {
        return Optional.ofNullable(statuses.get(execution));
    }

    @Override
    public boolean isAtWork(String job, long execution) {
        return statuses.get(execution) == BatchStatus.STARTED && !gone.contains(execution);
    }

    @Override
    public Properties parameters(long execution) {
        return parameters.get(execution);
    }
}
