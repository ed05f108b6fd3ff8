/** What the operator sees of jobs, and may do with them: the timetable, how far they are, how they went, and starting, restarting and stopping them. */
package se.fixamingata.jobs.desk;
