/** An authority's staff, its sign-in through the employer, and the log, as administrators and operators use them. */
package se.fixamingata.it.staff;
