/**
 * When which job runs. The timetable is a file of lines, hours are Swedish ones and never between 2 and 3, and each occasion is a row that one
 * server writes and then acts on: two servers at 03:10 start one job, and a server that was down at 03:10 starts it when it is back.
 */
package se.fixamingata.jobs.timetable;
