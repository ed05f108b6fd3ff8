package se.fixamingata.jobs.desk;

import java.time.Instant;
import se.fixamingata.jobs.NoteKind;

/**
 * What there is to say about a run.
 *
 * @param step empty for the run as a whole
 * @param item empty for no item in particular
 * @param reason as the program said it
 */
public record NoteLine(String step, NoteKind kind, String item, String reason, Instant at) {}
