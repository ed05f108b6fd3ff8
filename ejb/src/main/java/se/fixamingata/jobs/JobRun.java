package se.fixamingata.jobs;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;

/**
 * One run of a job, from its start to its end. The batch runtime keeps a history of its own, in tables of the container's; this is the
 * one that people are shown, and it alone knows which server runs what.
 *
 * <p>Begun by an insert of {@link JobRuns}, which is what lets one of each job run at a time.
 */
@Entity
@Table(name = "job_run")
@NamedQuery(name = "JobRun.running", query = "select r from JobRun r where r.running is not null order by r.id")
@NamedQuery(name = "JobRun.byExecution", query = "select r from JobRun r where r.executionId = :execution")
@NamedQuery(name = "JobRun.runningJob", query = "select r from JobRun r where r.running = :job")
@NamedQuery(
        name = "JobRun.ofOccasion",
        query = "select r from JobRun r where r.job = :job and r.plannedAt = :planned order by r.id")
public class JobRun {

    private static final int REASON_MAX = 1000;

    @Id
    private Long id;

    @Column(nullable = false, length = 60)
    private String job;

    @Column(length = 60)
    private String running;

    @Column(name = "execution_id")
    private Long executionId;

    @Column(name = "server_id", nullable = false, length = 36)
    private String serverId;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, length = 20)
    private RunStatus status;

    @Enumerated(EnumType.STRING)
    @Column(name = "started_by", nullable = false, length = 20)
    private StartedBy startedBy;

    @Column(name = "account_id")
    private Long accountId;

    @Column(name = "planned_at")
    private Instant plannedAt;

    @Column(nullable = false, length = 1000)
    private String parameters;

    @Column(name = "restart_of")
    private Long restartOf;

    @Column(name = "started_at", nullable = false)
    private Instant startedAt;

    @Column(name = "ended_at")
    private Instant endedAt;

    @Column(name = "read_count", nullable = false)
    private long read;

    @Column(name = "written_count", nullable = false)
    private long written;

    @Column(name = "skipped_count", nullable = false)
    private long skipped;

    @Column(name = "hanging_since")
    private Instant hangingSince;

    @Column(length = 1000)
    private String reason;

    protected JobRun() {}

    void begunAs(long execution) {
        executionId = execution;
    }

    /** Ends it, with what its parts have done; nothing happens when it has ended before. */
    void end(RunStatus how, String why, long itemsRead, long itemsWritten, Instant at) {
        if (running == null) {
            return;
        }
        running = null;
        status = how;
        read = itemsRead;
        written = itemsWritten;
        endedAt = at;
        reason = why == null || why.length() <= REASON_MAX ? why : why.substring(0, REASON_MAX - 1) + "…";
    }

    void hangs(Instant since) {
        hangingSince = since;
    }

    public long id() {
        return id;
    }

    public String job() {
        return job;
    }

    public boolean isRunning() {
        return running != null;
    }

    /** The batch runtime's number of it; null before it has one. */
    public Long executionId() {
        return executionId;
    }

    public String serverId() {
        return serverId;
    }

    public RunStatus status() {
        return status;
    }

    public StartedBy startedBy() {
        return startedBy;
    }

    /** Who started it; null for nobody. */
    public Long accountId() {
        return accountId;
    }

    public Instant plannedAt() {
        return plannedAt;
    }

    public Map<String, String> parameters() {
        return JobParameters.read(parameters);
    }

    public Long restartOf() {
        return restartOf;
    }

    public Instant startedAt() {
        return startedAt;
    }

    /** Null while it runs. */
    public Instant endedAt() {
        return endedAt;
    }

    public long read() {
        return read;
    }

    public long written() {
        return written;
    }

    public long skipped() {
        return skipped;
    }

    /** Since when nothing has moved, once that was noted; else null. */
    public Instant hangingSince() {
        return hangingSince;
    }

    /** Why it failed; null when it did not. */
    public String reason() {
        return reason;
    }
}
