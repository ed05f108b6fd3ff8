/**
 * What machines read: JSON under {@code /api}, for our own scripts and for everybody else's.
 *
 * <p>Resources translate parameters, call one query and write the answer; every refusal is a {@link se.fixamingata.web.api.Problem}. No
 * page is made here, and nothing here changes anything.
 */
package se.fixamingata.web.api;
