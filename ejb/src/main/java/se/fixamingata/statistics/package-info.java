/**
 * Last night's figures: what everybody reads at {@code /statistik} in the morning.
 *
 * <p><b>A night</b> counts everything anew, from the reports and their histories, up to one cut-off: midnight in Sweden
 * ({@link se.fixamingata.statistics.CutOff}). Nothing is carried on from the night before, so whatever was corrected, however old, is in
 * the next night's figures, and the same cut-off counted twice gives the same rows. The rows carry the number of their building (the
 * generation) and are read by nobody until it is published, which is one update.
 *
 * <p><b>What counts.</b> Every report that was confirmed before the cut-off and that everybody may read when the night is counted; not
 * those of private categories, nor what a moderator has hidden. Whoever reads the figures can count the public reports one by one, so any
 * figure that held others as well, however large, would tell of those by subtraction. The place decides the municipality, as it stands when
 * the night is counted; so does the category. The status is the one that the history tells of the moment of the cut-off. A report whose
 * status is not where its history ends (corrected by hand, or taken over without one) counts by its status, from its last change on.
 *
 * <p><b>Overdue</b> is what is open when a day ends that comes after the one by which it was to be solved, as that day stands when the
 * night is counted: a report that was reopened has a new one.
 *
 * <p><b>The words.</b> <i>Answered</i>: the authority's first public word, which is an entry of kind STATUS, COMMENT or EXPECTED by the
 * authority. <i>Fixed</i>, <i>closed</i>: it left the open ones that day; <i>reopened</i>: it came back. A report that is fixed, reopened
 * and fixed again is twice among the fixed and once among the reopened, so that open = reported + reopened - fixed - closed on any day.
 *
 * <p><b>Times</b> run from the confirmation ({@link se.fixamingata.statistics.KaplanMeier}). For the time until fixed, a report is fixed
 * when it became fixed for the last time before the cut-off and still was: one that was reopened had not been fixed. One that was closed
 * without being fixed is lost sight of on that day, an open one at the cut-off; both count as long as they were seen. For the time to
 * the first answer, one that left the open ones without an answer is lost sight of when it did. A day that has begun counts as a day for
 * what happened ("within 9 days"), and not for what was only seen: 8.3 days are 9 until fixed, and 8 in sight.
 *
 * <p>The reports are read without locking them (READ COMMITTED, plain reads), each municipality in a transaction and as of one statement;
 * what is moved from one municipality to another while the night is counted is found at its end by the sums of the numbers, and counted
 * again. Pages read through {@code statistics.reading}.
 */
package se.fixamingata.statistics;
