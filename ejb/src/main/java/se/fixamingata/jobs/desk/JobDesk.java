package se.fixamingata.jobs.desk;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import se.fixamingata.account.Caller;
import se.fixamingata.account.Permissions;
import se.fixamingata.jobs.NoteKind;
import se.fixamingata.jobs.timetable.Timetable;
import se.fixamingata.jobs.timetable.TimetableEntry;
import se.fixamingata.shared.SqlTime;

/** What the operator sees of jobs; reads only. */
@Stateless
public class JobDesk {

    /** Runs of one page of the history. */
    public static final int PAGE = 25;

    /** Pages of the history that can be turned to. */
    public static final int PAGES = 200;

    /** Notes of one run that are shown. */
    public static final int NOTES = 200;

    private static final String PARTS =
            "select p.run_id, p.step, p.part, p.total, p.done, p.written_count, " + SqlTime.micros("p.at")
                    + " from job_progress p where p.run_id in (%s) order by p.run_id, p.at, p.step, p.part";

    private static final String NOTED = "select n.step, n.kind, n.item, n.reason, " + SqlTime.micros("n.at")
            + " from job_note n where n.run_id = ?1 order by n.kind = 'SKIPPED', n.id limit " + NOTES;

    private static final String COUNT = "select count(*) from job_note n where n.run_id = ?1";

    private static final String WENT_ON = "select max(n.id) from job_run n where n.job = ?1 and n.restart_of = ?2";

    @Inject
    EntityManager em;

    @Inject
    Timetable timetable;

    @Inject
    Clock clock;

    /** For the container. */
    public JobDesk() {}

    /** For tests. */
    JobDesk(EntityManager em, Timetable timetable, Clock clock) {
        this.em = em;
        this.timetable = timetable;
        this.clock = clock;
    }

    /** All jobs in the order of the timetable. Two queries, however many there are. */
    public List<JobLine> jobs(Caller caller) {
        Permissions.requireOperator(caller);
        Map<String, RunLine> last = new HashMap<>();
        for (RunLine run : runs(em.createNativeQuery(RunRows.LAST))) {
            last.put(run.job(), run);
        }
        Map<Long, List<PartLine>> parts = parts(last.values().stream()
                .filter(RunLine::isRunning)
                .map(RunLine::id)
                .toList());
        Instant now = clock.instant();
        return timetable.entries().stream()
                .map(entry -> line(entry, now, last.get(entry.job()), parts))
                .toList();
    }

    private static JobLine line(TimetableEntry entry, Instant now, RunLine last, Map<Long, List<PartLine>> parts) {
        Instant next = entry.when().flatMap(when -> when.nextAfter(now)).orElse(null);
        PartLine step = last == null ? null : present(parts.getOrDefault(last.id(), List.of()));
        return new JobLine(entry, next, last, step);
    }

    /** The step that moved last, its partitions together; null when none has. */
    static PartLine present(List<PartLine> parts) {
        if (parts.isEmpty()) {
            return null;
        }
        String step = parts.get(parts.size() - 1).step();
        List<PartLine> of =
                parts.stream().filter(part -> part.step().equals(step)).toList();
        boolean known = of.stream().allMatch(part -> part.total() != null);
        return new PartLine(
                step,
                0,
                known ? (Long) of.stream().mapToLong(PartLine::total).sum() : null,
                of.stream().mapToLong(PartLine::done).sum(),
                of.stream().mapToLong(PartLine::written).sum(),
                of.get(of.size() - 1).at());
    }

    /**
     * The history, the newest first.
     *
     * @param job only that one's; empty for all
     * @param page 0 for the first
     */
    public RunPage history(Caller caller, String job, int page) {
        Permissions.requireOperator(caller);
        Query query = em.createNativeQuery(RunRows.page(!job.isEmpty()))
                .setParameter(1, PAGE + 1)
                .setParameter(2, Math.max(0, Math.min(PAGES - 1, page)) * PAGE);
        List<RunLine> found = runs(job.isEmpty() ? query : query.setParameter(3, job));
        return new RunPage(found.subList(0, Math.min(PAGE, found.size())), found.size() > PAGE);
    }

    /** One run with all that was noted of it; empty when there is none. */
    public Optional<RunView> run(Caller caller, long id) {
        Permissions.requireOperator(caller);
        return runs(em.createNativeQuery(RunRows.ONE).setParameter(1, id)).stream()
                .findFirst()
                .map(this::view);
    }

    private RunView view(RunLine run) {
        List<NoteLine> notes = new ArrayList<>();
        for (Object one : em.createNativeQuery(NOTED).setParameter(1, run.id()).getResultList()) {
            Object[] row = (Object[]) one;
            notes.add(new NoteLine(
                    (String) row[0],
                    NoteKind.valueOf((String) row[1]),
                    (String) row[2],
                    (String) row[3],
                    SqlTime.instant(row[4])));
        }
        long noted =
                ((Number) em.createNativeQuery(COUNT).setParameter(1, run.id()).getSingleResult()).longValue();
        Number next = (Number) em.createNativeQuery(WENT_ON)
                .setParameter(1, run.job())
                .setParameter(2, run.id())
                .getSingleResult();
        return new RunView(
                run,
                parts(List.of(run.id())).getOrDefault(run.id(), List.of()),
                notes,
                noted - notes.size(),
                next == null ? null : next.longValue());
    }

    private Map<Long, List<PartLine>> parts(List<Long> runs) {
        Map<Long, List<PartLine>> parts = new HashMap<>();
        if (runs.isEmpty()) {
            return parts;
        }
        String numbers = runs.stream().map(String::valueOf).collect(Collectors.joining(","));
        for (Object one : em.createNativeQuery(PARTS.formatted(numbers)).getResultList()) {
            Object[] row = (Object[]) one;
            parts.computeIfAbsent(((Number) row[0]).longValue(), any -> new ArrayList<>())
                    .add(new PartLine(
                            (String) row[1],
                            ((Number) row[2]).intValue(),
                            row[3] == null ? null : (Long) ((Number) row[3]).longValue(),
                            ((Number) row[4]).longValue(),
                            ((Number) row[5]).longValue(),
                            SqlTime.instant(row[6])));
        }
        return parts;
    }

    private static List<RunLine> runs(Query query) {
        List<RunLine> runs = new ArrayList<>();
        for (Object row : query.getResultList()) {
            runs.add(RunRows.line((Object[]) row));
        }
        return runs;
    }
}
