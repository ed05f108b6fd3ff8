/**
 * Jobs: starting them by name, one of each at a time in the whole cluster; their runs, how far they are, what they left out and why; and the
 * leases that let exactly one of several servers do a thing.
 *
 * <p>The jobs themselves are in the batch module, which this one does not see: a job is known here by the name of its definition and its
 * line in the timetable. When they run is decided in {@code timetable}; what became of those whose server went away in {@code watch}.
 */
package se.fixamingata.jobs;
