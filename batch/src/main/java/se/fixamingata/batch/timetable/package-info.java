/** When which job runs, one line a job, on exactly one of several servers. What the jobs do is elsewhere. */
package se.fixamingata.batch.timetable;
