/** The ticking that starts jobs at their hours and settles what dead servers left behind. What is due, and who acts, is decided in the domain's {@code jobs}. */
package se.fixamingata.batch.timetable;
