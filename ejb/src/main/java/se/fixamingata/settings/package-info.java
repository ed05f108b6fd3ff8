/**
 * Typed settings over MicroProfile Config: {@code fmg.a.b} is the environment variable {@code FMG_A_B}; the README has the one table.
 *
 * <p>Only values that several features share live here; a feature's own setting is injected where it is used. Defaults stand in
 * {@code META-INF/microprofile-config.properties} of this module, the only one the server reads reliably.
 */
package se.fixamingata.settings;
