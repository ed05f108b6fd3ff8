/** The operator's page of jobs, {@code /drift/jobb}: when they run, how far they are, how they went, and what can be done about it. */
package se.fixamingata.web.jobs;
