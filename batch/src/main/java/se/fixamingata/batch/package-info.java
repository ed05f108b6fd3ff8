/**
 * Jakarta Batch jobs, one package each, and the timetable that starts them. A job reads, decides nothing, and writes through the domain:
 * rules live in the {@code ejb} module. Sending is not a job (see the domain's worker).
 */
package se.fixamingata.batch;
