/**
 * Invented reports for the demonstration: 300 of them, in real places, over the last twelve months, in every public status, with photos
 * that are drawn on the spot, and with residents who comment, follow and complain where somebody handles reports. Runs only where {@code fmg.demo} is true and no report exists yet.
 *
 * <p>Everything goes through the domain's own classes, so that status rules, counts of the map and photos are as in real life; only
 * the announcements are left out that would send mail. All people are invented, all addresses lie in reserved domains.
 *
 * <p>Nothing else may use this package.
 */
package se.fixamingata.demonstration;
