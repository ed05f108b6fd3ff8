/**
 * Starting batch jobs by name, and the locks that let exactly one of several servers do a thing.
 *
 * <p>The jobs themselves and their timetable are in the batch module, which this one does not see: a job is known here by the name of
 * its definition and nothing else.
 */
package se.fixamingata.jobs;
