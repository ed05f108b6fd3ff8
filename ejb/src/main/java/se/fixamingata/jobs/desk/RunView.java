package se.fixamingata.jobs.desk;

import java.util.List;

/**
 * A run, looked at closely.
 *
 * @param notes the first ones
 * @param moreNotes how many are not among them
 * @param wentOn the run that goes on with it; null for none
 */
public record RunView(RunLine run, List<PartLine> parts, List<NoteLine> notes, long moreNotes, Long wentOn) {}
