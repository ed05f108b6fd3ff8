package se.fixamingata.statistics;

import java.time.Instant;

/**
 * One building of all figures.
 *
 * @param generation its number, which its rows carry
 * @param cutOff what happened then or later is not in it
 * @param middle the municipalities up to and including this code are about half of the reports
 */
public record Night(int generation, Instant cutOff, String middle) {}
