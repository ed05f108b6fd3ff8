package se.fixamingata.jobs.desk;

import java.util.List;

/** A page of the history, the newest first, and whether there is another one. */
public record RunPage(List<RunLine> runs, boolean more) {}
